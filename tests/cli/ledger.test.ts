import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ledgerCommand } from "../../src/cli/ledger.js";
import { readCommand } from "../../src/cli/read.js";
import {
  appendLedger,
  canonicalJson,
  claim,
  count,
  crps,
  type Forecast,
  type Key,
  type LedgerItem,
  open,
  readLedger,
  select,
  standing,
} from "../../src/index.js";
import { entriesOf, said } from "../claims/forecasts.js";
import { vintageDays } from "../fixtures/erewhon.js";
import { temporary } from "./madeUp.js";
import { type Ended, hindcast, root } from "./spawned.js";
import { nasty, obeyed, withBook } from "./stores.js";
import { within } from "./within.js";

const base = temporary();
const store = join(base, ".hindcast", "store");
const codebook = JSON.parse(readFileSync(join(root, "data", "codebooks", "erewhon.json"), "utf8"));
const zone: string = codebook.zones[0].name;
let from = "";
beforeAll(async () => {
  for (const day of vintageDays) await stored(day, store);
  from = (await open("erewhon", { store, asOf: "2024-01-15" })).hash;
});

/** Brings the made-up export of a day into a store. */
async function stored(day: string, into: string): Promise<void> {
  const file = join(root, "data", "made-up", `erewhon-${day}.csv`);
  await within(readCommand(), file, "--name", "erewhon", "--as-of", day, ...withBook, "--store", into);
}

/** A ledger of its own for a test, beside the store. */
function at(name: string): { file: string; ledger: (...args: readonly string[]) => Promise<Ended> } {
  const file = join(mkdtempSync(join(base, `${name}-`)), "ledger.jsonl");
  const stores = (verb: string): string[] => (["add", "resolve"].includes(verb) ? ["--store", store] : []);
  return {
    file,
    ledger: (verb, ...args) => within(ledgerCommand(), verb, "--ledger", file, ...stores(verb), ...args),
  };
}

/** Forecasts of the months from November 2023 on, as a model made them in October. */
function forecastsFile(name: string): string {
  const forecasts: Forecast[] = ["2023-11-01", "2023-12-01", "2030-01-01"].map((target, i) => ({
    ...{ model: "conflictology(6)", key: { zone }, from, origin: "2023-09-01", target, step: [2, 3, 76][i] },
    recipe: { where: [{ until: "2023-10-01" }], by: ["zone"], every: "month", measure: "events" },
    says: { family: "poisson", mean: 4 },
  }));
  const file = join(base, `${name}.json`);
  writeFileSync(file, JSON.stringify({ forecasts }));
  return file;
}

describe("hindcast ledger", () => {
  it("adds forecasts from a file once, says the head, and resolves them against the store", async () => {
    const { file, ledger } = at("flow");
    const forecasts = forecastsFile("flow");
    const first = await ledger("add", forecasts, "--by", "alice", "--issued", "2023-10-05");
    const { head } = await readLedger(file);
    expect(first).toEqual({
      ...{ code: 0, err: "" },
      out: `3 claims by alice added\n4 entries in ${file}; its head is ${head}\nNote the head elsewhere: with it "hindcast ledger verify --head" proves that nothing before it was changed or cut off\n`,
    });
    const again = await ledger("add", forecasts, "--by", "alice", "--issued", "2023-10-05");
    expect(again.out).toBe(`0 claims by alice added, 3 stood there already\nNothing was added to ${file}\n`);
    const early = await ledger("resolve", "--dry");
    expect(early.out).toBe("As of 2024-03-15: 1 resolved, 1 too early, 1 open\n");
    expect((await readLedger(file)).entries).toHaveLength(4);
    const resolved = await ledger("resolve", "--settles-after", "60");
    expect(resolved.out).toMatch(/^As of 2024-03-15: 2 resolved, 1 open\n6 entries in /);
    const { entries } = await readLedger(file);
    const [one, two, three] = standing(entries);
    const newest = await open("erewhon", { store });
    const months = select(newest, { since: "2023-11-01", until: "2024-01-01" });
    const [{ values }] = await count(months, { every: "month", by: ["zone"], keys: [{ zone }] });
    expect([one.decision?.observed, two.decision?.observed]).toEqual(values);
    expect([one.decision?.state, two.decision?.state, three.decision]).toEqual(["resolved", "resolved", undefined]);
    expect(one.decision?.evidence).toBe(newest.hash);
    const shown = (await ledger("show")).out.split("\n");
    expect(shown[0]).toMatch(/^id {8}by {5}issued {6}target {6}of +says +state +observed +crps\(\)\n?$/);
    expect(shown[1]).toMatch(
      new RegExp(
        `^${one.claim.id.slice(0, 8)}  alice  2023-10-05  2023-11-01  ${zone} +4 \\[1, 8\\]  resolved, late  ${one.decision?.observed} +${crps().score(one.claim.says, values[0]).toFixed(3)}$`,
      ),
    );
    expect(shown[3]).toMatch(/ {2}open$/);
    expect(shown.slice(4)).toEqual([
      "late: written down only when its period had begun (2 claims)",
      "says: of a count its median, and what lies between its 5% and 95% quantiles",
      "",
    ]);
    const whole = await ledger("verify", "--head", head);
    expect(whole).toEqual({
      ...{ code: 0, err: "" },
      out: `${file} is whole: 6 entries\n  head ${entries[5].hash}\n  the noted head is there, 2 entries before the end\n`,
    });
  });

  it("adds one forecast by options, supersedes, withdraws and annuls it", async () => {
    const { file, ledger } = at("one");
    const question = ["--key", `zone=${zone}`, "--target", "2031-05-01", "--at-least", "20"];
    const bob = ["--by", "bob", ...question];
    expect((await ledger("add", ...bob, "--data", "erewhon", "--probability", "0.3")).code).toBe(0);
    const twice = await ledger("add", ...bob, "--probability", "0.4");
    expect([twice.code, twice.err]).toEqual([
      2,
      expect.stringMatching(/^hindcast: claim: bob has a claim on .*, 2031-05-01 already, [0-9a-f]{16} of /),
    ]);
    const json = await ledger("add", ...bob, "--probability", "0.4", "--supersede", "--json");
    const [{ claim: told }] = JSON.parse(json.out).added;
    expect(told).toMatchObject({ says: { family: "bernoulli", p: 0.4 }, asks: { atLeast: 20 }, model: "bob" });
    const counted = await ledger(
      ...(["add", "--by", "bob", "--target", "2031-05-01", "--median", "40"] as const),
      ...["--quantiles", "0.05=21", "0.95=77"],
    );
    expect(counted.code).toBe(0);
    const claims = standing((await readLedger(file)).entries);
    expect(claims.map((one) => one.ended)).toEqual(["superseded", undefined, undefined]);
    expect(claims[2].claim.says).toEqual({ family: "quantiles", levels: [0.05, 0.5, 0.95], values: [21, 40, 77] });
    await ledger("withdraw", claims[1].claim.id, "--by", "bob", "--why", "unsure");
    await ledger("annul", claims[2].claim.id, "--by", "carol", "--why", "no such thing");
    const { out } = await ledger("show");
    expect(
      out
        .split("\n")
        .slice(1, 4)
        .map((line) => line.replace(/^.*2031-05-01 {2}/, "")),
    ).toEqual([
      expect.stringMatching(/30% at least 20 {2}superseded$/),
      expect.stringMatching(/40% at least 20 {2}withdrawn$/),
      expect.stringMatching(/40 \[21, 77\] {6}annulled$/),
    ]);
    expect(JSON.parse((await ledger("show", claims[2].claim.id.slice(0, 6))).out).claims).toHaveLength(1);
    expect(JSON.parse((await ledger("show", "--by", "dora", "--json")).out)).toMatchObject({ claims: [], faults: [] });
  });

  it("turns the counts of a file into a question", async () => {
    const { file, ledger } = at("asked");
    const ended = await ledger(
      ...(["add", forecastsFile("asked"), "--by", "a", "--issued", "2023-10-05"] as const),
      ...["--at-least", "1"],
    );
    expect(ended.code).toBe(0);
    const [{ claim: told }] = standing((await readLedger(file)).entries);
    expect(told).toMatchObject({ says: { family: "bernoulli" }, asks: { atLeast: 1 } });
    expect(told.says.family === "bernoulli" && told.says.p).toBeCloseTo(1 - Math.exp(-4), 12);
  });

  it("refuses in one line, and writes nothing", async () => {
    const { file } = at("refused");
    const ledger = (verb: string, ...args: readonly string[]) =>
      hindcast(base, "ledger", verb, "--ledger", file, ...args);
    const ended = await ledger("add", "--by", "x", "--target", "2020-05-01", "--median", "3", "--issued", "2020-05-01");
    const message =
      "claim: its period began on 2020-05-01, a claim has to be issued before, got 2020-05-01 (all, 2020-05-01)";
    expect(ended).toEqual({ code: 2, out: "", err: `hindcast: ${message}\n` });
    await expect(readLedger(file)).rejects.toThrow("no such file");
    const ahead = await ledger("add", "--by", "x", "--target", "9999-05-01", "--median", "3", "--issued", "9999-01-01");
    expect(ahead.err).toBe("hindcast: ledger add: --issued needs a day that is no later than today, got 9999-01-01\n");
  });

  it("prints hostile authors and notes harmlessly, and keeps them as they were given", async () => {
    const { file, ledger } = at("hostile");
    const author = nasty.replaceAll("\0", "");
    const args = ["--by", author, "--note", author, "--target", "2031-05-01", "--median", "3"];
    const added = await ledger("add", ...args);
    expect([added.code, obeyed.test(added.out)]).toEqual([0, false]);
    const { out } = await ledger("show");
    expect(obeyed.test(out)).toBe(false);
    expect(out.split("\n")).toHaveLength(4);
    expect(standing((await readLedger(file)).entries)[0].claim).toMatchObject({ by: author, note: author });
  });

  it("names a damaged line, shows the rest, and neither adds, resolves nor scores", async () => {
    const { file, ledger } = at("damaged");
    await ledger("add", forecastsFile("damaged"), "--by", "alice", "--issued", "2023-10-05");
    const lines = readFileSync(file, "utf8").split("\n");
    writeFileSync(file, [lines[0], lines[1], lines[2].replace('"mean":4', '"mean":5'), ...lines.slice(3)].join("\n"));
    const why = "line 3 is not what was written: its hash does not fit";
    expect(await ledger("verify")).toEqual({
      ...{ code: 2, err: "" },
      out: `${file} is damaged; the first 2 entries of 3 that can be read are whole\n  ${why}\n`,
    });
    const shown = await ledger("show");
    expect([shown.code, shown.out.split("\n").length]).toEqual([2, 7]);
    expect(shown.out).toMatch(/^Damaged: line 3 is not what was written/);
    const added = await ledger("add", "--by", "x", "--target", "2031-05-01", "--median", "3");
    expect([added.code, added.err]).toEqual([2, `hindcast: ledger: ${why}; nothing was added (${file})\n`]);
    const resolved = await ledger("resolve");
    expect(resolved.err).toBe(`hindcast: ledger resolve: ${why} (${file}); hindcast ledger verify tells more\n`);
  });

  it("keeps what hindcast forecast says, until it is resolved and scored: the commands as a person calls them", async () => {
    const own = mkdtempSync(join(base, "whole-"));
    const call = (...args: readonly string[]) => hindcast(own, ...args);
    await stored(vintageDays[0], join(own, ".hindcast", "store"));
    const asked = ["--by", "zone", "--model", "conflictology(6),poisson()", "--ahead", "2", "--json"];
    const printed = await call("forecast", "erewhon", ...asked);
    expect([printed.code, printed.err]).toEqual([0, ""]);
    const { forecasts }: { forecasts: readonly Forecast[] } = JSON.parse(printed.out);
    expect(new Set(forecasts.map(({ target }) => target))).toEqual(new Set(["2024-01-01", "2024-02-01"]));
    writeFileSync(join(own, "said.json"), printed.out);
    const inside = (verb: string, ...args: readonly string[]) =>
      within(ledgerCommand(), verb, "--ledger", join(own, "ledger.jsonl"), ...args);
    const late = await inside("add", join(own, "said.json"), "--by", "alice", "--issued", "2024-01-15");
    const half = forecasts.length / 2;
    expect(late.err).toBe(
      `hindcast: ledger add: ${half} of ${2 * half} forecasts are of periods that had begun by 2024-01-15, the last on 2024-01-01; --skip-begun adds the others\n`,
    );
    const none = await inside("add", join(own, "said.json"), "--by", "alice", "--issued", "2024-02-01", "--skip-begun");
    expect(none.err).toBe(
      `hindcast: ledger add: all of ${2 * half} forecasts are of periods that had begun by 2024-02-01, the last on 2024-02-01; bring newer data in (hindcast pull or read) and forecast again, or further ahead (--ahead); an earlier --issued would make them late, and late claims are not scored\n`,
    );
    const added = await call("ledger", "add", "said.json", "--by", "alice", "--issued", "2024-01-15", "--skip-begun");
    const claims = half;
    expect([added.code, added.out.split("\n")[0]]).toEqual([0, `${claims} claims by alice added`]);
    await stored(vintageDays[2], join(own, ".hindcast", "store"));
    const resolved = await call("ledger", "resolve", "--settles-after", "10");
    expect(resolved.out.split("\n")[0]).toBe(`As of 2024-03-15: ${claims} resolved`);
    const scored = await call(
      "ledger",
      "score",
      "--late",
      "--json",
      "--metric",
      "crps()",
      "coverage(0.9)",
      "logCrps(1)",
    );
    const rows: readonly { metric: string; key: Key; model: string; value: number }[] = JSON.parse(scored.out).scores;
    expect(rows).toHaveLength(3 * claims);
    const newest = await open("erewhon", { store: join(own, ".hindcast", "store") });
    const keys = forecasts.filter(({ model, step }) => model === "poisson()" && step === 2).map(({ key }) => key);
    const month = select(newest, { since: "2024-02-01", until: "2024-03-01" });
    const panel = await count(month, { every: "month", by: ["zone"], keys });
    for (const { model, key, says, step } of forecasts) {
      if (step === 1) continue;
      const came = panel.find((series) => series.key["zone"] === key["zone"])?.values[0] ?? Number.NaN;
      const isIts = (one: (typeof rows)[number]): boolean => one.model === model && one.key["zone"] === key["zone"];
      const row = rows.find((one) => one.metric === "crps()" && isIts(one));
      expect(row?.value, `${model} ${key["zone"]}`).toBeCloseTo(crps().score(says, came), 12);
    }
    const table = (await inside("score", "--late")).out.split("\n");
    expect(table[0]).toMatch(/^by +model +of +metric +n +mean$/);
    expect(table).toHaveLength(4);
    const shown = await inside("show", "--metric", "coverage(0.9)");
    expect(shown.out.split("\n")[0]).toMatch(/ observed {2}coverage\(0\.9\)$/);
    const verified = await call("ledger", "verify", "--json");
    expect(JSON.parse(verified.out)).toMatchObject({ entries: 1 + 2 * claims, faults: [] });
  });

  it("shows a claim that the CRPS cannot be had of without it, and says why where it is asked for", async () => {
    const { ledger } = at("wide");
    const [one, two] = JSON.parse(readFileSync(forecastsFile("plain"), "utf8")).forecasts;
    const wide = { ...two, says: { family: "negbin", mean: 1e9, size: 1e-9 } };
    writeFileSync(join(base, "wide.json"), JSON.stringify([one, wide]));
    await ledger("add", join(base, "wide.json"), "--by", "alice", "--issued", "2023-10-05");
    await ledger("resolve", "--settles-after", "60");
    const { out } = await ledger("show");
    expect(out.split("\n").slice(1, 3)).toEqual([
      expect.stringMatching(/resolved, late {2}\d+ +\d+\.\d{3}$/),
      expect.stringMatching(/resolved, late {2}\d+$/),
    ]);
    const asked = await ledger("show", "--metric", "crps()");
    expect(asked.err).toMatch(/^hindcast: crps: needs a negbin with a mean of at most 1e14 sizes/);
  });

  it("names a claim that was sealed in under an id that is not its own, and neither adds, resolves nor scores", async () => {
    const { file, ledger } = at("forged");
    const forged = { ...said("b").claim, id: "0123456789abcdef" };
    const items: readonly LedgerItem[] = [said("a"), { kind: "claim", claim: forged }];
    writeFileSync(
      file,
      entriesOf(items)
        .map((entry) => `${canonicalJson(entry)}\n`)
        .join(""),
    );
    const why = `line 3 holds the claim 0123456789abcdef, and what it says has the id ${said("b").claim.id}: it was not made so`;
    const checked = await ledger("verify");
    expect([checked.code, checked.out]).toEqual([
      ...[2, `${file} is damaged; the first 2 entries of 3 that can be read are whole\n  ${why}\n`],
    ]);
    expect((await ledger("show")).out.split("\n")[0]).toBe(`Damaged: ${why}`);
    const before = readFileSync(file, "utf8");
    const added = await ledger("add", "--by", "x", "--target", "2031-05-01", "--median", "3");
    expect([added.code, added.err]).toEqual([2, `hindcast: ledger: ${why}; nothing was added (${file})\n`]);
    expect(readFileSync(file, "utf8")).toBe(before);
    for (const verb of ["resolve", "score"])
      expect((await ledger(verb)).err).toBe(
        `hindcast: ledger ${verb}: ${why} (${file}); hindcast ledger verify tells more\n`,
      );
  });

  it("tells what was annulled when it was known to have gone badly, and the score with it", async () => {
    const { file, ledger } = at("annulled");
    const forecast = (target: string, mean: number): Forecast => ({
      ...{ model: "gut", key: { zone }, from, origin: "2023-09-01", target, step: target === "2023-11-01" ? 2 : 3 },
      recipe: { where: [], by: ["zone"], every: "month", measure: "events" },
      says: { family: "draws", values: [mean] },
    });
    const forecasts = [forecast("2023-11-01", 1000), forecast("2023-12-01", 0)];
    const times = { written: "2023-10-05T09:30:00Z", name: "trial" };
    await appendLedger(file, (now) => claim(forecasts, { by: "alice", issued: "2023-10-05" }, now), times);
    await ledger("resolve", "--settles-after", "60");
    const [one, two] = standing((await readLedger(file)).entries);
    const [bad, good] = [one, two].map(({ decision }) => decision?.observed ?? Number.NaN);
    expect((await ledger("score")).out).not.toContain("Annulled");
    await ledger("annul", one.claim.id, "--by", "alice", "--why", "the data were odd");
    const mean = ((1000 - bad + good) / 2).toFixed(3);
    const told = `Annulled: 1 claim; 1 after being resolved\nWith them: alice, gut, events a month, crps(): ${mean} (n = 2), ${good.toFixed(3)} (n = 1) without\n`;
    const { out } = await ledger("score");
    expect(out).toMatch(
      new RegExp(`^by +model +of +metric +n +mean\nalice +gut +events a month +crps\\(\\) +1 +${good}\\.000\n`),
    );
    expect(out.endsWith(told)).toBe(true);
    expect((await ledger("show")).out.endsWith(told)).toBe(true);
    const scored = JSON.parse((await ledger("score", "--json")).out);
    expect(scored).toMatchObject({
      ...{ ledger: file, late: 0, scores: [{ id: two.claim.id, value: good }] },
      means: [{ by: "alice", model: "gut", metric: "crps()", n: 1, mean: good, withAnnulled: { n: 2 } }],
      annulled: [{ id: one.claim.id, by: "alice", isByAuthor: true, after: "resolved", why: "the data were odd" }],
    });
    const taken = await ledger("annul", two.claim.id, "--by", "bob", "--why", "so there");
    expect(taken.out.split("\n")[0]).toBe("Annulled: 1 claim; 1 after being resolved; 1 by bob, not the author");
    const both = await ledger("score");
    expect(both.out.split("\n").slice(1)).toEqual([
      expect.stringMatching(/^alice +gut +events a month +crps\(\) +0$/),
      "Annulled: 2 claims; 2 after being resolved; 1 by bob, not the author",
      `With them: alice, gut, events a month, crps(): ${mean} (n = 2), nothing without`,
      "",
    ]);
    expect(JSON.parse((await ledger("show", "--json")).out).annulled).toHaveLength(2);
    expect((await ledger("score", "--by", "eve")).err).toBe("hindcast: ledger score: there is no claim by eve\n");
  });

  it("writes down what came of a claim that was annulled before anybody had looked, and warns of a day to come", async () => {
    const { file, ledger } = at("hidden");
    const bad: Forecast = {
      ...{ model: "gut", key: { zone }, from, origin: "2023-09-01", target: "2023-11-01", step: 2 },
      recipe: { where: [], by: ["zone"], every: "month", measure: "events" },
      says: { family: "draws", values: [1000] },
    };
    const times = { written: "2023-10-05T09:30:00Z", name: "trial" };
    await appendLedger(file, (now) => claim([bad], { by: "alice", issued: "2023-10-05" }, now), times);
    const [{ claim: made }] = standing((await readLedger(file)).entries);
    await ledger("annul", made.id, "--by", "alice", "--why", "let us not look");
    const ended = await ledger("resolve", "--settles-after", "60", "--as-of", "2999-01-01");
    expect(ended.err).toMatch(
      /^hindcast: warning: ledger resolve: as of 2999-01-01, a day still to come \(today is .*\)\n$/,
    );
    const [{ decision }] = standing((await readLedger(file)).entries);
    const error = (1000 - (decision?.observed ?? Number.NaN)).toFixed(3);
    expect((await ledger("score")).out.split("\n").slice(2)).toEqual([
      "Annulled: 1 claim; 1 unresolved, after the period had begun",
      `With them: alice, gut, events a month, crps(): ${error} (n = 1), nothing without`,
      "",
    ]);
  });

  it("warns of a claim that the data at hand could not decide, and says why when it is not decided", async () => {
    const own = mkdtempSync(join(base, "doubt-"));
    const place = ["--ledger", join(own, "ledger.jsonl"), "--store", join(own, ".hindcast", "store")];
    const call = (verb: string, ...args: readonly string[]) => within(ledgerCommand(), verb, ...place, ...args);
    const claimed = ["--by", "bob", "--target", "2031-05-01", "--median", "3"];
    const warning = (why: string): string =>
      `hindcast: warning: erewhon could not decide it: ${why}; hindcast ledger withdraw takes a claim back\n`;
    const none = await call("add", ...claimed, "--key", "admin1=Nowhere");
    expect([none.code, none.err]).toEqual([0, ""]);
    await stored(vintageDays[2], join(own, ".hindcast", "store"));
    const lost = await call("add", ...claimed, "--key", "zone=nowhere");
    expect([lost.code, lost.err]).toEqual([0, warning('a key needs a zone of the codebook erewhon, got "nowhere"')]);
    const named = await call("add", ...claimed, "--key", "admin1=plateau", "--data", "erewhon");
    expect([named.code, named.err]).toEqual([0, warning('no event of admin1 "plateau" stands in the data at all')]);
    expect((await call("add", ...claimed, "--key", "admin1=Plateau")).err).toBe("");
    const forecasts: readonly Forecast[] = ["Plateau", "Plato"].map((admin1) => ({
      ...{ model: "gut", key: { admin1 }, from, origin: "2023-09-01", target: "2023-12-01", step: 3 },
      recipe: { where: [], by: ["admin1"], every: "month", measure: "events" },
      says: { family: "poisson", mean: 3 },
    }));
    writeFileSync(join(own, "past.json"), JSON.stringify(forecasts));
    const past = await call("add", join(own, "past.json"), "--by", "eve", "--issued", "2023-10-05");
    expect(past.err).toBe(warning('no event of admin1 "Plato" stands in the data at all (1 of 2 forecasts)'));
    expect((await call("resolve", "--dry")).out).toBe(
      'As of 2024-03-15: 1 too early, 4 open, 1 annulled\n  annulled, not decided: no event of admin1 "Plato" stands in the data at all (1 claim)\n',
    );
  });

  it("shows examples in its help", async () => {
    const out = ledgerCommand().helpInformation();
    for (const verb of ["add", "show", "resolve", "score", "verify", "annul", "withdraw"])
      expect(out).toContain(`  ${verb} `);
    const resolve = await hindcast(base, "ledger", "resolve", "--help");
    expect(resolve.out).toContain("\nExamples:\n  hindcast ledger resolve --data acled-mali\n");
  });
});
