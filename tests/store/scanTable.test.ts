import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { lineOf, linesOf, longestRecord, scanTable } from "../../src/store/scanTable.js";
import { fault, trialFolder } from "./trial.js";

const folder = trialFolder();
const chunk = 4 * 2 ** 20;
const layout = { from: 0, delimiter: 44, width: 2 };

interface Found {
  readonly texts: readonly string[];
  readonly at: readonly number[];
  readonly sha256: string;
}

/** The records of a text, and where each begins. */
async function scannedBytes(content: Buffer, from = 0): Promise<Found> {
  const handle = await open(folder.write("t.csv", content), "r");
  const texts: string[] = [];
  const at: number[] = [];
  try {
    const sha256 = await scanTable(handle, "t.csv", { ...layout, from }, ({ start, end }, bytes, offset) => {
      texts.push(bytes.toString("utf8", start, end));
      at.push(offset + start);
      return true;
    });
    return { texts, at, sha256 };
  } finally {
    await handle.close();
  }
}

const scanned = (text: string, from = 0): Promise<Found> => scannedBytes(Buffer.from(text), from);

/** Records up to so many bytes, then the text. */
function upTo(bytes: number, text: string): string {
  const filler = `${"0".repeat(65_535)}\n`.repeat(Math.floor(bytes / 65_536) - 1);
  return `${filler}${"x".repeat(bytes - filler.length - 1)}\n${text}`;
}

describe("scanTable", () => {
  it("shows every record in order with its place, blank lines left out, and gives the hash of the whole", async () => {
    const text = '\n\na,b\r\n\r"x\n",y\n\n1';
    const { texts, at, sha256 } = await scanned(text);
    expect(texts).toEqual(["a,b", '"x\n",y', "1"]);
    expect(at).toEqual([2, 8, 16]);
    expect(sha256).toBe(createHash("sha256").update(text).digest("hex"));
  });

  it("begins where it is told, and hashes what lies before too", async () => {
    const { texts, sha256 } = await scanned("a,b\n1,2\n", 4);
    expect(texts).toEqual(["1,2"]);
    expect(sha256).toBe(createHash("sha256").update("a,b\n1,2\n").digest("hex"));
  });

  it("ends where a visit says so, and then knows no hash", async () => {
    const handle = await open(folder.write("t.csv", "a\nb\nc\n"), "r");
    let seen = 0;
    expect(await scanTable(handle, "t.csv", layout, () => ++seen < 2)).toBe("");
    expect(seen).toBe(2);
    await handle.close();
  });

  it.each<[string, string, number, string[]]>([
    ["a Windows line end, one sign on each side", "a,b\r\nc,d\r\n", 4, ["a,b", "c,d"]],
    ["an old Macintosh line end", "a,b\rc,d\r", 4, ["a,b", "c,d"]],
    ["a line feed", "a,b\nc,d\n", 4, ["a,b", "c,d"]],
    ["an opening quote", '"a\n",b\n', 1, ['"a\n",b']],
    ["a closing quote", '"a",b\n', 3, ['"a",b']],
    ["a pair of quotes", '"a""b",c\n', 3, ['"a""b",c']],
    ["three quotes", '"a""",c\n', 4, ['"a""",c']],
    ["a line end inside quotes", '"a\r\nb",c\n', 3, ['"a\r\nb",c']],
    ["a letter of two bytes", "é,b\n", 1, ["é,b"]],
    ["a sign of four bytes", "a😀,b\n", 3, ["a😀,b"]],
    ["the end of the file", "a,b", 3, ["a,b"]],
    ["a blank line", "\n\n\r\n\r\na,b\n", 3, ["a,b"]],
    ["broken quoting", 'a"b,c\r\nd\n', 6, ['a"b,c', "d"]],
  ])("is not misled where a chunk ends in %s", async (_, text, cut, records) => {
    for (const border of [chunk, 2 * chunk]) {
      for (let shift = -2; shift <= 2; shift++) {
        const content = upTo(border - cut + shift, text);
        const { texts, sha256 } = await scanned(content);
        expect(texts.slice(-records.length), String(shift)).toEqual(records);
        expect(texts.every((record) => !/^\n|\r$/.test(record))).toBe(true);
        expect(sha256).toBe(createHash("sha256").update(content).digest("hex"));
      }
    }
  });

  it("shows a record that lies in two chunks whole, up to the longest", async () => {
    const long = `"${"é\n".repeat(longestRecord / 3 - 4)}",b`;
    const { texts } = await scanned(upTo(chunk - 100, `${long}\nlast\n`));
    expect(texts.at(-2) === long).toBe(true);
    expect(texts.at(-1)).toBe("last");
  });

  it("refuses a longer record and names the line on which it begins", async () => {
    const message = "read: line 2 begins a record of over 1 MiB; is a quote missing? (t.csv)";
    for (const over of [1, 5 * 2 ** 20]) {
      await expect(scanned(`a,b\n${"x".repeat(longestRecord + over)}\nc\n`)).rejects.toThrow(
        fault("DataError", message),
      );
      const quoted = `a,b\n"${"x\n".repeat((longestRecord + over) / 2)}"\nc\n`;
      await expect(scanned(quoted)).rejects.toThrow(fault("DataError", message));
    }
    expect((await scanned(`a,b\n${"x".repeat(longestRecord)}\n`)).texts[1].length).toBe(longestRecord);
  });

  it("refuses a quote that is never closed, with the line on which its record begins", async () => {
    const refused = (line: number) =>
      fault("DataError", `read: line ${line} opens a quote that is never closed (t.csv)`);
    await expect(scanned('a,b\n1,"x\n2,y\n')).rejects.toThrow(refused(2));
    await expect(scanned('a,b\r\n\r\n1,"x""')).rejects.toThrow(refused(3));
    await expect(scanned('"')).rejects.toThrow(refused(1));
    const lines = upTo(chunk + 5, "").split("\n").length;
    await expect(scanned(upTo(chunk + 5, '"x\ny'))).rejects.toThrow(refused(lines));
  });

  it("refuses a zero byte, also far behind, and bytes that are not UTF-8, also cut off by the end", async () => {
    const zero = fault("DataError", "read: not a text table, it holds a zero byte (t.csv)");
    await expect(scanned("a,b\n1,\0\n")).rejects.toThrow(zero);
    await expect(scanned(upTo(2 * chunk + 7, "a,\0b\n"))).rejects.toThrow(zero);
    const other = fault("DataError", "read: not in UTF-8 (t.csv); save it as UTF-8 first");
    await expect(scannedBytes(Buffer.from("a,b\nS\xe9gou,1\n", "latin1"))).rejects.toThrow(other);
    await expect(scannedBytes(Buffer.from("a,b\n1,é").subarray(0, -1))).rejects.toThrow(other);
    await expect(scannedBytes(Buffer.from(upTo(chunk + 7, "é\n"), "latin1"))).rejects.toThrow(other);
  });
});

describe("linesOf", () => {
  it("counts each kind of line end once, also where a chunk ends inside one", async () => {
    for (const shift of [-2, -1, 0, 1]) {
      const before = upTo(chunk + shift, "");
      const lines = before.split("\n").length;
      const handle = await open(folder.write("l.csv", `${before}\r\na\rb\n\nc`), "r");
      const places = [0, before.length + 2, before.length + 4, before.length + 7];
      expect(await linesOf(handle, places)).toEqual([1, lines + 1, lines + 2, lines + 4]);
      expect(await lineOf(handle, before.length + 7)).toBe(lines + 4);
      expect(await linesOf(handle, [])).toEqual([]);
      expect(await linesOf(handle, [0, 0, before.length + 99])).toEqual([1, 1, lines + 4]);
      await handle.close();
    }
  });
});
