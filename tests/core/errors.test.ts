import { describe, expect, it } from "vitest";
import { whyOf } from "../../src/core/errors.js";
import { DataError, InputError } from "../../src/index.js";

describe("why something could not be done", () => {
  it("is what the error says without its verb", () => {
    expect(whyOf(new InputError("count: needs a day, got: x"))).toBe("needs a day, got: x");
    expect(whyOf(new DataError("ucdp: row 7: no day"))).toBe("row 7: no day");
    expect(whyOf(new InputError("no verb here: so it stays whole"))).toBe("no verb here: so it stays whole");
  });

  it("is nothing to tell of a bug, which goes on", () => {
    const bug = new TypeError("count: x is not a function");
    expect(() => whyOf(bug)).toThrow(bug);
  });
});
