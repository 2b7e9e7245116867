import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import type { Snapshot } from "../../src/index.js";
import { query } from "../../src/store/engine.js";
import { trialFolder } from "../store/trial.js";
import { corpus, placed, writeCorpus } from "./corpus.js";
import type { Accepted, Entry, Faulty } from "./entry.js";
import { linesOf, type Outcome, outcomeOf, type Reject, textOf } from "./outcome.js";
import { readAny } from "./readAny.js";
import type { ChildLine } from "./runAll.js";

const folder = trialFolder();
const store = join(folder.path, "store");
const written = new Map<Entry, string>();

beforeAll(() => {
  for (const [entry, path] of writeCorpus(folder.path)) written.set(entry, path);
});

const pathOf = (entry: Entry): string => written.get(entry) ?? "";
const megabytes = 1024;

/** What a message of the house must not be: several lines, a stack, a value that was not there, a shout, endless. */
function formFaults(message: string): string[] {
  const rules: readonly (readonly [string, boolean])[] = [
    ["begins with a verb", /^[a-z]+: \S/.test(message)],
    ["goes on in lower case", !/^[a-z]+: [A-Z][a-z]/.test(message)],
    ["is one line without control characters", !/[\p{Cc}\u2028\u2029]/u.test(message)],
    ["does not end with a stop", !message.endsWith(".")],
    ["shows no stack", !/\bat .*:\d+:\d+/.test(message)],
    ["names nothing undefined", !/\bundefined\b|\[object /.test(message)],
    ["is at most 2,000 letters long", message.length <= 2000],
  ];
  return rules.flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

function checkFaulty(outcome: Outcome, expected: Faulty): void {
  if (!("error" in outcome)) {
    const { kept, refused } = outcome.manifest;
    expect.fail(`was read (kept ${kept}, refused ${refused}), and should not have been: ${expected.error}`);
  }
  expect(outcome.error).toMatchObject({ name: expected.class, message: expect.stringMatching(expected.error) });
  expect(formFaults(outcome.error.message), outcome.error.message).toEqual([]);
}

function checkAccepted(outcome: Outcome, expected: Accepted, path: string): void {
  if ("error" in outcome) throw outcome.error;
  const { manifest, rejects, repairs, events } = outcome;
  const { kept, refused, repaired, revisions, source } = expected;
  expect(manifest).toMatchObject({ kept, refused, repaired, revisions, source, read: kept + refused });
  expect(repairs.length).toBe(repaired);
  if (expected.decided !== undefined) expect(manifest.notes.join("; ")).toMatch(expected.decided);
  expect(rejects.map(({ row }) => Number(row))).toEqual(expected.reasons.map(({ row }) => row));
  expected.reasons.forEach((one, i) => {
    const found = rejects[i];
    if (one.column !== undefined) expect([one.column].flat()).toContain(found["column"]);
    if (one.value !== undefined) expect(found["value"]).toBe(one.value);
    if (one.line !== undefined) expect(Number(found["line"])).toBe(one.line);
    if (one.reason !== undefined) expect(found["reason"]).toMatch(one.reason);
  });
  for (const fact of expected.facts) {
    const same = events.filter(({ id }) => id === fact.id);
    expect(same, fact.id.slice(0, 40)).toContainEqual(expect.objectContaining(fact));
  }
  if (rejects.length > 0) checkRaw(rejects, textOf(path));
}

/** Every refused record stands in the file as it is given, beginning on the line that is given. */
function checkRaw(rejects: readonly Reject[], text: string): void {
  const lines = linesOf(text);
  for (const { raw, line, reason } of rejects) {
    expect(reason).toMatch(/\S/);
    expect(raw?.length, "rejects.csv gives the record as it stands").toBeGreaterThan(0);
    if (line === "") {
      expect(text.trimStart(), "only rows of JSON stand on no line").toMatch(/^[[{]/);
      continue;
    }
    const first = Number(line) - 1;
    const there = lines.slice(first, first + linesOf(raw).length).join("\n");
    if (!there.includes(linesOf(raw).join("\n")))
      expect.fail(`line ${line} does not hold the record ${raw.slice(0, 200)}`);
    if (/[\r\n]/.test(raw)) expect(text.includes(raw), "the record stands in the file").toBe(true);
  }
}

for (const kind of new Set(corpus.map((entry) => entry.kind))) {
  describe(`odd files: ${kind}`, () => {
    for (const [i, entry] of corpus.entries()) {
      if (entry.kind !== kind) continue;
      const verb = "error" in entry.expect ? "does not read" : "reads";
      const limit = entry.name.startsWith("bomb") ? 90_000 : 20_000;
      it(
        `${verb} ${JSON.stringify(entry.name)}: ${entry.note}`,
        async () => {
          const path = pathOf(entry);
          const outcome = await outcomeOf(entry, path, { name: `c${i}`, store });
          if ("error" in entry.expect) checkFaulty(outcome, entry.expect);
          else checkAccepted(outcome, entry.expect, path);
        },
        limit,
      );
    }
  });
}

describe("the corpus", () => {
  it("says of every entry what becomes of it, once and without contradiction", () => {
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
    expect(corpus.length).toBeGreaterThanOrEqual(130);
    for (const { name, expect: one } of corpus) {
      if ("error" in one) continue;
      expect(one.reasons.length, name).toBe(one.refused);
      expect(one.kept, name).toBeGreaterThan(0);
    }
  });

  it("is written the same twice", () => {
    for (const entry of corpus) {
      if (entry.place !== undefined) continue;
      const once = sha256(pathOf(entry));
      expect(sha256(placed(entry, join(folder.path, "files"))), entry.name).toBe(once);
    }
  });

  it("says the same in every dialect, and is one snapshot packed or not", async () => {
    const dialects = ["utf8-bom.csv", "utf16be.csv", "utf16le-tabs.txt", "semicolon-quoted.csv", "cr.csv"];
    const readOne = async (name: string) =>
      await readAny(join(folder.path, "files", name), { name: `d-${name}`, store });
    const plain = await readOne("utf8.csv");
    expect((await readOne("rows.csv.gz")).hash).toBe(plain.hash);
    const rowsOf = async (snapshot: Snapshot) =>
      await query(snapshot, [], [(rows) => `SELECT * FROM ${rows} ORDER BY id`]);
    for (const name of dialects) expect(await rowsOf(await readOne(name)), name).toEqual(await rowsOf(plain));
  });

  it("is read whole by one process that stays below 600 MB", async () => {
    const script = join(import.meta.dirname, "runAll.ts");
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", script, folder.path, join(folder.path, "store-of-child")],
      { maxBuffer: 1 << 26, timeout: 590_000, cwd: join(import.meta.dirname, "../..") },
    );
    expect(stderr).toBe("");
    const lines: ChildLine[] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ name }) => name)).toEqual(corpus.map(({ name }) => name));
    const others = corpus.flatMap(({ name, expect: one }, i) => {
      const expected = "error" in one ? one.class : { kept: one.kept, refused: one.refused };
      const { became } = lines[i];
      return JSON.stringify(became) === JSON.stringify(expected) ? [] : [{ name, became, expected }];
    });
    expect.soft(others).toEqual([]);
    const peak = lines.reduce((highest, one) => (one.peak > highest.peak ? one : highest));
    const first = lines.find((one) => one.peak === peak.peak);
    expect(peak.peak / megabytes, `the highest with ${first?.name}`).toBeLessThan(600);
  }, 600_000);
});

function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
