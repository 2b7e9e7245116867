import { describe, expect, it } from "vitest";
import { printable } from "../../src/core/printable.js";

describe("printable", () => {
  it("leaves nothing that a terminal obeys", () => {
    expect(printable("a\u001b[2Jb\u0007\u009b31mc\u0000")).toBe("a[2Jb31mc");
    expect(printable("\u202egnp.exe\u2066\u200f")).toBe("gnp.exe");
    expect(printable("half \ud800 a sign")).toBe("half  a sign");
  });

  it("puts a text of several lines in one", () => {
    expect(printable("one\r\ntwo\tthree\u2028four")).toBe("one two three four");
  });

  it("keeps every other sign", () => {
    expect(printable("Ségou — باماكو می\u200cخواهم 😀")).toBe("Ségou — باماكو می\u200cخواهم 😀");
  });
});
