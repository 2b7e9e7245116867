import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/core/canonicalJson.js";
import { annul, appendLedger, claim, type LedgerItem, readLedger, standing, verifyLedger } from "../../src/index.js";
import { ledgerLine, sealedEntry } from "../../src/store/ledgerLine.js";
import { readingOf } from "../../src/store/readLedger.js";
import { claimed, entriesOf, forecastOf, said } from "../claims/forecasts.js";
import { fault, trialFolder } from "./trial.js";

const folder = trialFolder();
const written = "2024-01-05T09:30:00Z";
const add = (file: string, ...items: LedgerItem[]) => appendLedger(file, () => items, { written, name: "trial" });
const at = (name: string) => join(folder.path, name, "ledger.jsonl");
/** Four entries: the opening and three claims, the notes of one of them in other scripts. */
async function small(name: string): Promise<{ file: string; bytes: Buffer; head: string }> {
  const file = at(name);
  await add(file, said("a"), said("b", { note: "пор, ‮ \u0000 \ud800 \r\n é" }));
  const { head } = await add(file, said("c"));
  return { file, bytes: readFileSync(file), head };
}

describe("a ledger in a file", () => {
  it("is one object a line, each with the SHA-256 of its other fields and the hash of the one before", async () => {
    const { file, head } = await small("plain");
    const lines = readFileSync(file, "utf8").split("\n");
    expect(lines).toHaveLength(5);
    expect(lines[4]).toBe("");
    const entries = lines.slice(0, 4).map((line) => JSON.parse(line));
    expect(entries.map(({ seq, kind }) => `${seq} ${kind}`)).toEqual(["1 ledger", "2 claim", "3 claim", "4 claim"]);
    expect(entries[0]).toMatchObject({ name: "trial", format: 1, written, previous: "0".repeat(64) });
    for (const [i, line] of lines.slice(0, 4).entries()) {
      const own = `"hash":"${entries[i].hash}",`;
      expect(createHash("sha256").update(line.replace(own, "")).digest("hex")).toBe(entries[i].hash);
      if (i > 0) expect(entries[i].previous).toBe(entries[i - 1].hash);
    }
    expect(head).toBe(entries[3].hash);
    expect(await readLedger(file)).toEqual({ entries, intact: 4, head, faults: [], torn: 0 });
    expect(readdirSync(join(file, ".."))).toEqual(["ledger.jsonl"]);
  });

  it("adds nothing where there is nothing to add, not even a file", async () => {
    expect(await add(at("none"))).toEqual({ added: [], head: "0".repeat(64), entries: 0 });
    await expect(readLedger(at("none"))).rejects.toThrow(
      fault("InputError", `ledger: no such file, got ${at("none")}`),
    );
  });

  it("takes items as they are as well, where nothing hangs on what stands there", async () => {
    const [given, made] = [at("list"), at("function")];
    const items = [said("a"), said("b")];
    await appendLedger(given, items, { written, name: "trial" });
    await add(made, ...items);
    expect(readFileSync(given)).toEqual(readFileSync(made));
    expect(await appendLedger(at("nothing"), [], { written, name: "trial" })).toMatchObject({ added: [], entries: 0 });
  });

  it("shows what stands there to whoever adds, and adds nothing when that throws", async () => {
    const { file, bytes } = await small("shown");
    const refuse = (): never => {
      throw new Error("no");
    };
    await expect(appendLedger(file, refuse, { written, name: "x" })).rejects.toThrow("no");
    await expect(appendLedger(file, () => [said("d")], { written: "yesterday", name: "x" })).rejects.toThrow(
      fault("InputError", 'ledger: written needs a time as 2024-03-17T09:30:00Z, got "yesterday"'),
    );
    const nan = claimed("d", { says: { family: "poisson", mean: Number.NaN } });
    await expect(add(file, said("e"), nan)).rejects.toThrow(
      fault("InputError", "canonicalJson: needs plain JSON, got NaN"),
    );
    expect(readFileSync(file).equals(bytes)).toBe(true);
    let seen = 0;
    await appendLedger(
      file,
      (entries) => {
        seen = entries.length;
        return [said("d")];
      },
      { written, name: "other" },
    );
    expect(seen).toBe(4);
    expect((await readLedger(file)).entries[0]).toMatchObject({ name: "trial" });
  });

  it("takes no time before the last entry's: a little earlier is that one's, further back is refused", async () => {
    const { file, bytes } = await small("back");
    const addAt = (written: string) => appendLedger(file, () => [said(written)], { written, name: "x" });
    await expect(addAt("2024-01-05T09:19:59Z")).rejects.toThrow(
      fault(
        "InputError",
        `ledger: the last entry was written at ${written}, and the clock says 2024-01-05T09:19:59Z: one of the two was wrong`,
      ),
    );
    expect(readFileSync(file).equals(bytes)).toBe(true);
    const { added } = await addAt("2024-01-05T09:20:00Z");
    expect(added[0].written).toBe(written);
    expect((await addAt("2024-01-05T09:30:00.250Z")).added[0].written).toBe("2024-01-05T09:30:00.250Z");
    expect((await verifyLedger(file)).faults).toEqual([]);
    await expect(addAt("2024-01-05T24:00:00Z")).rejects.toThrow("written needs a time as");
  });

  it("refuses a claim whose id stands there or comes twice", async () => {
    const { file, bytes } = await small("twice");
    const { id } = said("c").claim;
    const taken = fault("InputError", `ledger: there is a claim ${id} already; nothing was added`);
    await expect(add(file, said("d"), claimed(id, { note: "better" }))).rejects.toThrow(taken);
    await expect(add(at("twice-new"), said("c"), said("c"))).rejects.toThrow(taken);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it("is damaged by an entry that is sealed by hand, where it tells a claim anew or lies back in time", async () => {
    const { file, bytes, head } = await small("sealed");
    const forged = async (item: LedgerItem, time: string) => {
      const entry = sealedEntry(item, { seq: 5, previous: head, written: time });
      writeFileSync(file, Buffer.concat([bytes, Buffer.from(ledgerLine(entry))]));
      const { faults, intact } = await verifyLedger(file);
      return { faults, intact };
    };
    expect(await forged(said("d"), "2024-01-05T09:30:00.001Z")).toEqual({ faults: [], intact: 5 });
    expect(await forged({ ...said("a"), kind: "claim" }, written)).toEqual({
      ...{ faults: [{ line: 5, why: "tells a claim anew that entry 2 tells" }], intact: 4 },
    });
    expect(await forged(said("d"), "2023-12-31T00:00:00Z")).toEqual({
      ...{ faults: [{ line: 5, why: "says that it was written before what stands before it" }], intact: 4 },
    });
    const { hash: _, ...open } = { ...sealedEntry(said("d"), { seq: 5, previous: head, written }), written: "0" };
    const hash = createHash("sha256").update(canonicalJson(open)).digest("hex");
    writeFileSync(file, Buffer.concat([bytes, Buffer.from(`${canonicalJson({ ...open, hash })}\n`)]));
    expect((await verifyLedger(file)).faults).toEqual([{ line: 5, why: "holds no entry that this version knows" }]);
  });

  it("is the same ledger through a link", async () => {
    const { file } = await small("linked");
    const link = join(folder.path, "link.jsonl");
    symlinkSync(file, link);
    await add(link, said("d"));
    expect((await readLedger(file)).intact).toBe(5);
    expect(readdirSync(folder.path).filter((name) => name.startsWith("link."))).toEqual(["link.jsonl"]);
  });
});

describe("verifyLedger", () => {
  it("finds any byte that was changed, and still reads every other entry", async () => {
    const { file, bytes } = await small("flipped");
    const lineAt = (i: number): number => bytes.subarray(0, i).filter((byte) => byte === 10).length + 1;
    for (let i = 0; i < bytes.length; i++) {
      for (const mask of [1, 32, 128]) {
        const bad = Buffer.from(bytes);
        bad[i] ^= mask;
        const { faults, intact, entries } = readingOf(bad);
        expect(faults.length, `byte ${i}, mask ${mask}`).toBeGreaterThan(0);
        expect(faults[0].line, `byte ${i}, mask ${mask}`).toBe(lineAt(i));
        expect(intact).toBe(lineAt(i) - 1);
        expect(entries.length).toBeGreaterThanOrEqual(2);
        if (i % 97 !== 0) continue;
        writeFileSync(file, bad);
        expect((await verifyLedger(file)).faults).toEqual(faults);
      }
    }
  });

  it("names the line and what is wrong with it", async () => {
    const { file, bytes } = await small("named");
    const lines = bytes.toString("utf8").split("\n").slice(0, 4);
    const found = async (...changed: readonly string[]) => {
      writeFileSync(file, `${changed.join("\n")}\n`);
      const { faults, entries } = await verifyLedger(file);
      return { faults: faults.map(({ line, why }) => `${line} ${why}`), read: entries.map(({ seq }) => seq) };
    };
    const [one, two, three, four] = lines;
    expect(await found(one, two.replace("alice", "mallo"), three, four)).toEqual({
      faults: ["2 is not what was written: its hash does not fit"],
      read: [1, 3, 4],
    });
    expect(await found(one, "", three, four)).toEqual({ faults: ["2 is empty"], read: [1, 3, 4] });
    expect(await found(one, "{", three, four)).toEqual({ faults: ["2 is not JSON"], read: [1, 3, 4] });
    expect(await found(one, "[7]", three, four)).toEqual({
      faults: ["2 is no entry: it has no hash"],
      read: [1, 3, 4],
    });
    expect(await found(one, three, four)).toEqual({ faults: ["2 is entry 3 where 2 is due"], read: [1, 3, 4] });
    expect(await found(one, three, two, four)).toEqual({
      faults: ["2 is entry 3 where 2 is due", "3 is entry 2 where 4 is due", "4 is entry 4 where 3 is due"],
      read: [1, 3, 2, 4],
    });
    expect(await found(one, two, two, three, four)).toEqual({
      faults: ["3 is entry 2 where 3 is due"],
      read: [1, 2, 2, 3, 4],
    });
    expect(await found(two, three, four)).toEqual({ faults: ["1 is entry 2 where 1 is due"], read: [2, 3, 4] });
    expect(await found(one, two, one)).toEqual({ faults: ["3 is entry 1 where 3 is due"], read: [1, 2, 1] });
    expect(await found(one, ` ${two}`, three, four)).toEqual({
      faults: ["2 says what was written, but is written otherwise: a program has rewritten it"],
      read: [1, 2, 3, 4],
    });
    expect(await found(`\ufeff${one}`, two)).toEqual({
      faults: ["1 says what was written, but is written otherwise: a program has rewritten it"],
      read: [1, 2],
    });
    const crlf = "ends in CR LF: a program has changed its line ends";
    expect(await found(...lines.map((line) => `${line}\r`))).toEqual({
      faults: [1, 2, 3, 4].map((line) => `${line} ${crlf}`),
      read: [1, 2, 3, 4],
    });
  });

  it("finds an entry that was put in with a hash of its own, and a ledger that another was spliced onto", async () => {
    const { file, bytes } = await small("forged");
    const other = await small("forged-too");
    await add(other.file, said("x"));
    const lines = bytes.toString("utf8").split("\n").slice(0, 4);
    const foreign = readFileSync(other.file, "utf8").split("\n");
    expect(foreign[3]).toBe(lines[3]);
    const odd = at("odd");
    await add(odd, said("z"), said("c"), said("d"));
    const [, , , tail] = readFileSync(odd, "utf8").split("\n");
    writeFileSync(file, `${[...lines.slice(0, 3), tail].join("\n")}\n`);
    expect((await verifyLedger(file)).faults).toEqual([
      { line: 4, why: "does not follow the entry that stands before it" },
    ]);
  });

  it("cannot see by itself that the end was cut off, but can by a hash that was noted", async () => {
    const { file, bytes, head } = await small("cut");
    expect(await verifyLedger(file, { head })).toMatchObject({ faults: [], since: 0 });
    expect(await verifyLedger(file, { head: head.slice(0, 16) })).toMatchObject({ faults: [], since: 0 });
    const lines = bytes.toString("utf8").split("\n");
    writeFileSync(file, `${lines.slice(0, 3).join("\n")}\n`);
    expect((await verifyLedger(file)).faults).toEqual([]);
    const gone = `is not there that ends in the hash ${head.slice(0, 16)}: entries were cut off, damaged or written anew`;
    expect((await verifyLedger(file, { head })).faults).toEqual([{ line: 4, why: gone }]);
    await add(file, said("c2"));
    expect((await verifyLedger(file, { head })).faults).toEqual([{ line: 5, why: gone }]);
    const noted = (await readLedger(file)).head;
    await add(file, said("d"), said("e"));
    expect(await verifyLedger(file, { head: noted })).toMatchObject({ faults: [], since: 2 });
    await expect(verifyLedger(file, { head: "abc" })).rejects.toThrow(
      fault("InputError", 'ledger: head needs 16 to 64 digits of a hash, got "abc"'),
    );
  });

  it("says of an empty file and of another file that they are no ledger", async () => {
    const file = folder.write("other.jsonl", "");
    expect((await verifyLedger(file)).faults).toEqual([{ line: 1, why: "is not there: the file is empty" }]);
    writeFileSync(file, '{"a":1}\n');
    expect((await verifyLedger(file)).faults).toEqual([{ line: 1, why: "is no entry: it has no hash" }]);
    writeFileSync(
      file,
      `${"[".repeat(50_000)}${"]".repeat(50_000)}\n{"hash":"x","a":${"[".repeat(200)}${"]".repeat(200)}}\n`,
    );
    expect((await verifyLedger(file)).faults.map(({ why }) => why)).toEqual([
      "is no entry: it has no hash",
      "cannot be read: needs at most 100 levels",
    ]);
    mkdirSync(join(folder.path, "dir"));
    await expect(verifyLedger(join(folder.path, "dir"))).rejects.toThrow(
      fault("DataError", `ledger: the file cannot be read, EISDIR (${join(folder.path, "dir")})`),
    );
  });

  it("reads entries with fields it does not know, and refuses kinds and formats it does not", async () => {
    const file = at("unknown");
    await add(file, said("a"));
    const lines = readFileSync(file, "utf8").split("\n").slice(0, 2);
    const odd = (item: object): LedgerItem => JSON.parse(JSON.stringify(item));
    await add(file, odd({ kind: "annul", of: said("a").claim.id, by: "b", why: "w", colour: "red" }));
    expect((await verifyLedger(file)).faults).toEqual([]);
    await add(file, odd({ kind: "bless", of: "a" }));
    const { faults, entries } = await verifyLedger(file);
    expect(faults).toEqual([{ line: 4, why: "holds no entry that this version knows" }]);
    expect(entries).toHaveLength(3);
    await expect(add(file, said("b"))).rejects.toThrow(
      fault("DataError", `ledger: line 4 holds no entry that this version knows; nothing was added (${file})`),
    );
    writeFileSync(file, `${lines.join("\n")}\n`);
    expect((await verifyLedger(file)).faults).toEqual([]);
  });
});

describe("what a ledger says", () => {
  const a = said("a").claim.id;
  /** The faults of a ledger of these items, whose chain of hashes is whole, and of how many entries. */
  async function faultsOf(name: string, ...items: readonly LedgerItem[]): Promise<string[]> {
    const file = folder.write(name, entriesOf(items).map(ledgerLine).join(""));
    expect((await readLedger(file)).faults).toEqual([]);
    const { faults, intact, head, entries } = await verifyLedger(file);
    expect(intact).toBe(faults.length === 0 ? entries.length : faults[0].line - 1);
    expect(head).toBe(entries[intact - 1].hash);
    return faults.map(({ line, why }) => `${line} ${why}`);
  }

  it("is whole where claim made it", async () => {
    const told = { by: "alice", issued: "2024-01-05" };
    const first = claim([forecastOf()], told);
    const now = entriesOf(first);
    const [{ claim: one }] = standing(now);
    const anew = claim([forecastOf({ says: { family: "poisson", mean: 9 } })], { ...told, supersede: true }, now);
    const found = {
      kind: "resolve",
      of: one.id,
      state: "resolved",
      observed: 4,
      evidence: "x",
      asOf: "2024-06-01",
    } as const;
    const rest: readonly LedgerItem[] = [
      found,
      { ...found, observed: 5, replaces: 4 },
      annul(now, one.id, { by: "x", why: "y" }),
    ];
    expect(await faultsOf("made", ...first, ...anew, ...rest)).toEqual([]);
  });

  it("is a fault where a claim was sealed into the chain under another id, or its words under its own", async () => {
    const other = said("b", { says: { family: "poisson", mean: 99 } }).claim;
    expect(
      await faultsOf("forged-id", said("a"), { kind: "claim", claim: { ...other, id: "0123456789abcdef" } }),
    ).toEqual([`3 holds the claim 0123456789abcdef, and what it says has the id ${other.id}: it was not made so`]);
    const bettered = { ...said("a").claim, says: { family: "poisson", mean: 4 } as const };
    const due = said("a", { says: bettered.says }).claim.id;
    expect(await faultsOf("forged-words", { kind: "claim", claim: bettered }, said("b"))).toEqual([
      `2 holds the claim ${a}, and what it says has the id ${due}: it was not made so`,
    ]);
  });

  it("is a fault where it is about a claim that is not there before it", async () => {
    const gone = said("gone").claim.id;
    const missing = (line: number) => `${line} is about the claim ${gone}, which no entry before it tells`;
    expect(
      await faultsOf(
        "gone",
        { kind: "annul", of: gone, by: "x", why: "y" },
        said("a"),
        { kind: "withdraw", of: gone, by: "alice", issued: "2024-01-06", why: "y" },
        { kind: "resolve", of: gone, state: "resolved", observed: 1, evidence: "x", asOf: "2024-06-01" },
        said("c", { supersedes: gone }),
        said("gone"),
        { kind: "annul", of: gone, by: "x", why: "y" },
        { kind: "annul", of: "b".repeat(40), by: "x", why: "y" },
      ),
    ).toEqual([
      ...[2, 4, 5, 6].map(missing),
      `9 is about the claim ${"b".repeat(15)}…, which no entry before it tells`,
    ]);
    const wrong = { ...said("c", { supersedes: a }), kind: "claim" } as const;
    const idle = { ...said("d"), kind: "supersede" } as const;
    const odd = {
      kind: "resolve",
      of: a,
      state: "resolved",
      observed: 1,
      evidence: "x",
      asOf: "2024-06-01",
      replaces: 2,
    } as const;
    expect(await faultsOf("odd-links", said("a"), wrong, idle, odd)).toEqual([
      `3 supersedes ${a}, but is told as a first claim`,
      "4 supersedes, but names no claim that it takes the place of",
      `5 replaces entry 2, which does not say what came of the claim ${a}`,
    ]);
  });

  it("is judged by ids alone where a line cannot be read, as nobody knows what that told", async () => {
    const items: readonly LedgerItem[] = [said("a"), { kind: "annul", of: a, by: "x", why: "y" }, claimed("z")];
    const lines = entriesOf(items).map(ledgerLine);
    const file = folder.write("half", [lines[0], "{}\n", lines[2], lines[3]].join(""));
    expect((await verifyLedger(file)).faults.map(({ line }) => line)).toEqual([2, 4]);
  });
});

describe("a torn ledger", () => {
  it("keeps every whole entry wherever its last line was torn; the rest goes into a file of its own", async () => {
    const { file, bytes } = await small("torn");
    const last = bytes.lastIndexOf(10, bytes.length - 2) + 1;
    for (let end = last; end < bytes.length; end += 7) {
      writeFileSync(file, bytes.subarray(0, end));
      if (end > last)
        expect((await verifyLedger(file)).faults).toEqual([
          { line: 4, why: `does not end: ${end - last} bytes and no line feed` },
        ]);
      const { cut, entries } = await add(file, said("d"));
      expect(entries).toBe(4);
      expect((await verifyLedger(file)).faults).toEqual([]);
      expect(readFileSync(file).subarray(0, last).equals(bytes.subarray(0, last))).toBe(true);
      if (end === last) expect(cut).toBeUndefined();
      else expect(readFileSync(cut ?? "").equals(bytes.subarray(last, end))).toBe(true);
    }
    writeFileSync(file, bytes.subarray(0, bytes.length - 1));
    expect(await add(file, said("d"))).not.toHaveProperty("cut");
    expect((await readLedger(file)).intact).toBe(5);
    expect(readFileSync(file).subarray(0, bytes.length).equals(bytes)).toBe(true);
  });

  it("is begun anew where its very first line was torn", async () => {
    const { file, bytes } = await small("first");
    for (const end of [0, 1, 9, 40, 120]) {
      writeFileSync(file, bytes.subarray(0, end));
      expect((await add(file, said("d"))).entries).toBe(2);
      expect((await readLedger(file)).faults).toEqual([]);
    }
  });

  it("is never taken for one where the file is something else, or damaged otherwise", async () => {
    const { file, bytes } = await small("else");
    const refused = async (content: Buffer | string, why: string) => {
      writeFileSync(file, content);
      await expect(add(file, said("d"))).rejects.toThrow(fault("DataError", `ledger: ${why} (${file})`));
      expect(readFileSync(file).equals(Buffer.from(content))).toBe(true);
      expect(readdirSync(join(file, ".."))).toEqual(["ledger.jsonl"]);
    };
    await refused("a letter", "the file is no ledger; nothing was added");
    await refused('{"report":1}', "the file is no ledger; nothing was added");
    await refused("a letter\n", "line 1 is not JSON; nothing was added");
    const bad = Buffer.from(bytes);
    bad[bytes.length - 1] = 11;
    await refused(bad, "the last line does not end as it was written; nothing was added");
    bad[bytes.length - 1] = 10;
    bad[300] ^= 1;
    await refused(bad, "line 2 is not what was written: its hash does not fit; nothing was added");
  });
});
