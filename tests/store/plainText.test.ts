import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { withPlainText } from "../../src/store/plainText.js";
import { withTable } from "../../src/store/withTable.js";
import { fault, trialFolder } from "./trial.js";

const folder = trialFolder();

async function plainOf(content: string | Uint8Array): Promise<string> {
  return await withPlainText(folder.write("t", content), [], async ({ path }) => readFileSync(path, "utf8"));
}

const utf16 = (text: string, order: "le" | "be") => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

describe("withPlainText", () => {
  it("lends a text file itself, and a folder that goes with it", async () => {
    const file = folder.write("t.csv", "a,b\n");
    const aside = await withPlainText(file, [], async (text) => {
      expect(text.path).toBe(file);
      expect([text.isRewritten, text.faults.size]).toEqual([false, 0]);
      expect(existsSync(text.folder)).toBe(true);
      return text.folder;
    });
    expect(existsSync(aside)).toBe(false);
  });

  it("clears up also when its user fails", async () => {
    let aside = "";
    const failing = withPlainText(folder.write("t.csv", gzipSync("a,b\n")), [], async (text) => {
      aside = text.folder;
      throw new Error("mine");
    });
    await expect(failing).rejects.toThrow("mine");
    expect(existsSync(aside)).toBe(false);
  });

  it.each<[string, Uint8Array]>([
    ["one member", gzipSync("é,b\n1,2\n")],
    ["several members", Buffer.concat([gzipSync("é,b"), gzipSync("\n"), gzipSync("1,2\n")])],
    ["an empty member", Buffer.concat([gzipSync(""), gzipSync("é,b\n1,2\n")])],
    ["padding of zeros", Buffer.concat([gzipSync("é,b\n1,2\n"), Buffer.alloc(5000)])],
  ])("unpacks gzip of %s", async (_, content) => {
    expect(await plainOf(content)).toBe("é,b\n1,2\n");
  });

  it("unpacks gzip of many chunks", async () => {
    const text = "0123456789,é\n".repeat(500_000);
    expect((await plainOf(gzipSync(text))) === text).toBe(true);
  });

  const damaged = (why: string) => fault("DataError", `read: the gzip file is damaged, ${why} (t); download it again`);
  const whole = gzipSync("a,b\n1,2\n");
  it.each<[string, Uint8Array, string]>([
    ["cut off", whole.subarray(0, -5), "unexpected end of file"],
    ["cut off in its second member", Buffer.concat([whole, whole.subarray(0, 12)]), "unexpected end of file"],
    ["with another sum", Buffer.concat([whole.subarray(0, -8), Buffer.alloc(8)]), "incorrect data check"],
    ["with a text behind it", Buffer.concat([whole, Buffer.from("and more text")]), "incorrect header check"],
    ["with a line feed behind it", Buffer.concat([whole, Buffer.from("\n")]), "unexpected end of file"],
    ["with a beginning alone", Buffer.from([0x1f, 0x8b]), "unexpected end of file"],
    [
      "with a member behind its padding, which would be lost",
      Buffer.concat([whole, Buffer.alloc(10), gzipSync("3,4\n")]),
      "there is more behind its end",
    ],
    [
      "with something far behind its padding",
      Buffer.concat([whole, Buffer.alloc(30), Buffer.from("x")]),
      "there is more behind its end",
    ],
  ])("refuses gzip %s", async (_, content, why) => {
    await expect(plainOf(content)).rejects.toThrow(damaged(why));
  });

  it("refuses gzip that holds nothing, and one that unpacks without end", async () => {
    const file = join(folder.path, "t");
    await expect(plainOf(gzipSync(""))).rejects.toThrow(fault("DataError", `read: the file is empty (${file})`));
    const bomb = gzipSync(Buffer.alloc(300 * 2 ** 20));
    await expect(plainOf(bomb)).rejects.toThrow(fault("DataError", "read: unpacks to over 200 times its size (t)"));
  });

  it("reads UTF-16 with a mark in either order, also packed, also across chunks", async () => {
    const text = `é,漢😀\n${"1,2\n".repeat(100_000)}`;
    for (const order of ["le", "be"] as const) {
      expect((await plainOf(utf16(text, order))) === text).toBe(true);
      expect((await plainOf(gzipSync(utf16(text, order)))) === text).toBe(true);
    }
  });

  it("refuses what says that it is UTF-16 and is not", async () => {
    const refused = fault("DataError", "read: not in UTF-16, as its first bytes say (t); save it as UTF-8 first");
    await expect(plainOf(Buffer.concat([utf16("a", "le"), Buffer.from([0x00])]))).rejects.toThrow(refused);
    await expect(plainOf(Buffer.concat([utf16("a", "le"), Buffer.from([0x00, 0xd8])]))).rejects.toThrow(refused);
    await expect(plainOf(Buffer.from([0xff, 0xfe, 0x00, 0xdc, 0x61, 0x00]))).rejects.toThrow(refused);
  });

  it("refuses what is no file, and an empty one", async () => {
    const use = async () => "";
    await expect(withPlainText(join(folder.path, "none"), [], use)).rejects.toThrow(
      fault("InputError", `read: no such file, got ${join(folder.path, "none")}`),
    );
    await expect(withPlainText(folder.path, [], use)).rejects.toThrow(
      fault("InputError", `read: needs a file, got a folder (${folder.path})`),
    );
    if (process.platform === "linux")
      await expect(withPlainText("/dev/null", [], use)).rejects.toThrow(
        fault("InputError", "read: needs a file, got something else (/dev/null)"),
      );
    await expect(plainOf("")).rejects.toThrow(
      fault("DataError", `read: the file is empty (${join(folder.path, "t")})`),
    );
  });
});

describe("files that are no tables", () => {
  it.each<[string, string]>([
    ["%PDF-1.7", "a PDF"],
    ["\x89PNG\r\n", "a picture"],
    ["\xff\xd8\xff\xe0", "a picture"],
    ["GIF89a", "a picture"],
    ["PAR1", "a Parquet file"],
    ["SQLite format 3\0", "a database"],
    ["\xd0\xcf\x11\xe0\xa1\xb1", "an old Excel workbook (.xls); save it as .xlsx or CSV"],
    ["PK\x05\x06\0\0", "a zip archive; unpack it first"],
    ["7z\xbc\xaf\x27\x1c", "packed in a way we cannot unpack; unpack it first"],
    ["Rar!\x1a", "packed in a way we cannot unpack; unpack it first"],
    ["BZh9", "packed in a way we cannot unpack; unpack it first"],
    ["\xfd7zXZ\0", "packed in a way we cannot unpack; unpack it first"],
    ["\x28\xb5\x2f\xfd", "packed in a way we cannot unpack; unpack it first"],
    ["<!DOCTYPE html>", "a web page (HTML), perhaps a log-in page; download it again"],
    ["\n\n <HTML lang=fr>", "a web page (HTML), perhaps a log-in page; download it again"],
    ["\xef\xbb\xbf<html>", "a web page (HTML), perhaps a log-in page; download it again"],
    ["<?xml version='1.0'?>", "an XML file"],
    ["<kml>", "an XML file"],
  ])("says of %j that it is %s", async (head, what) => {
    const refused = fault("DataError", `read: not a table of events but ${what} (${join(folder.path, "t")})`);
    await expect(plainOf(Buffer.from(head, "latin1"))).rejects.toThrow(refused);
  });

  it("takes tables for tables", async () => {
    for (const head of ["a,b\n", "\xef\xbb\xbfid;x", "PK,name", "html,xml", "<a>,b", "7z"])
      expect(await plainOf(Buffer.from(head, "latin1"))).not.toBe("");
  });
});

describe("withTable", () => {
  it("says what the file itself weighs, and of the text what it hashes to, packed or not", async () => {
    const text = "a,b\n1,2\n";
    const seen = async (name: string, content: string | Uint8Array) =>
      await withTable(folder.write(name, content), async ({ sha256, records }, original) => ({
        ...{ sha256, records, original },
      }));
    const plain = await seen("p.csv", text);
    const packed = await seen("p.csv.gz", gzipSync(text));
    expect(packed).toMatchObject({ sha256: plain.sha256, records: 1 });
    expect(plain.original).toEqual({ name: "p.csv", bytes: 8, sha256: plain.sha256 });
    expect(packed.original).toMatchObject({ name: "p.csv.gz", bytes: gzipSync(text).length });
    expect(packed.original.sha256).not.toBe(plain.sha256);
  });

  it("looks into what is packed before it takes it for a table", async () => {
    const file = folder.write("page.csv.gz", gzipSync("<html></html>"));
    await expect(withTable(file, async () => "")).rejects.toThrow(
      fault(
        "DataError",
        `read: not a table of events but a web page (HTML), perhaps a log-in page; download it again (${file})`,
      ),
    );
  });
});
