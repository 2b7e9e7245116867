import { describe, expect, it } from "vitest";
import { progress } from "../../src/cli/progress.js";

function stream(isTTY: boolean, columns?: number): { fake: NodeJS.WriteStream; written: string[] } {
  const written: string[] = [];
  const fake = { isTTY, columns, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream;
  return { fake, written };
}

describe("progress", () => {
  it("is silent where there is no terminal", () => {
    const { fake, written } = stream(false);
    const { note, end } = progress(fake);
    note("reading");
    end();
    expect(written).toEqual([]);
  });

  it("is one line on a terminal, written over, and gone at the end", () => {
    const { fake, written } = stream(true);
    const { note, end } = progress(fake);
    note("reading");
    note("counting");
    end();
    const clear = "\r\u001b[2K";
    expect(written).toEqual([`${clear}reading …`, `${clear}counting …`, clear]);
  });

  it("never fills the line, which would leave it standing", () => {
    const { fake, written } = stream(true, 20);
    progress(fake).note("a very long way to say what is being done");
    expect(written[0].replace("\r\u001b[2K", "").length).toBe(19);
  });
});
