import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hubCommand } from "../../src/cli/hub.js";
import { appendLedger, type Forecast, type LedgerItem } from "../../src/index.js";
import { forecastOf, said } from "../claims/forecasts.js";
import { made } from "../claims/hubForecasts.js";
import { temporary } from "./madeUp.js";
import { hindcast } from "./spawned.js";
import { within } from "./within.js";

const cwd = temporary();
const forecasts = [
  made({ family: "draws", values: [3, 1, 2] }, 1, { model: "conflictology(3)" }),
  made({ family: "draws", values: [3, 1, 2] }, 2, { model: "conflictology(3)" }),
];
writeFileSync(join(cwd, "forecasts.json"), JSON.stringify(forecasts));
const drawn = made({ family: "poisson", mean: 3 }, 1, { model: "poisson(3)" });
writeFileSync(join(cwd, "poisson.json"), JSON.stringify([drawn]));

describe("hindcast hub", () => {
  it.each(["csv", "parquet"])("exports %s and imports the same forecasts", async (format) => {
    const made = await hindcast(
      ...[cwd, "hub", "export", "forecasts.json", "--out", "out", "--outputs", "quantile,sample", "--format", format],
    );
    const path = join("out", "hindcast-conflictology_3", `2023-12-31-hindcast-conflictology_3.${format}`);
    expect([made.code, made.err, made.out]).toEqual([0, "", `2 forecasts as 52 rows in 1 file\n  ${path}\n`]);
    const names = '{"conflictology(3)":"hindcast-conflictology_3"}';
    const read = await hindcast(cwd, "hub", "import", path, "--names", names, "--json");
    expect([read.code, read.err]).toEqual([0, ""]);
    expect(JSON.parse(read.out).map((one: object) => ({ ...one, from: "abcdef1234" }))).toEqual(forecasts);
    const told = await hindcast(cwd, "hub", "import", path);
    expect(told.out).toBe(
      `2023-12-31-hindcast-conflictology_3.${format}: 52 rows, 2 forecasts by hindcast-conflictology_3; 1 key; 2024-01-01 to 2024-02-01; as draws\n`,
    );
  });

  it("takes back-tests, and names the row of a fault", async () => {
    writeFileSync(join(cwd, "backtest.json"), JSON.stringify({ forecasts, origins: [], ahead: 2 }));
    expect((await hindcast(cwd, "hub", "export", "backtest.json", "--out", "back")).code).toBe(0);
    const path = join(cwd, "back", "hindcast-conflictology_3", "2023-12-31-hindcast-conflictology_3.csv");
    const crossed = readFileSync(path, "utf8").replace("quantile,0.5,2", "quantile,0.5,9");
    writeFileSync(join(cwd, "2023-12-31-team-crossed.csv"), crossed);
    const { code, err } = await hindcast(cwd, "hub", "import", "2023-12-31-team-crossed.csv");
    expect(code).toBe(2);
    expect(err).toMatch(/^hindcast: fromHub: row \d+: quantiles cross: .* \(2023-12-31-team-crossed\.csv\)\n$/);
  });

  it("refuses a cdf that ends below 1, or leaves the rest at its last value where that is asked for", async () => {
    const out = join(cwd, "cut");
    const path = join(out, "hindcast-conflictology_3", "2023-12-31-hindcast-conflictology_3.csv");
    const cut = ["--outputs", "cdf", "--most", "2"];
    await within(hubCommand(), "export", join(cwd, "forecasts.json"), "--out", out, ...cut);
    const refused = await within(hubCommand(), "import", path);
    expect(refused.err).toMatch(
      /^hindcast: fromHub: row 3: its task's cdf ends at 0\.66\d+, and nothing says where above 2 the rest lies; above: "last" takes it to lie there \(2023-12-31-hindcast-conflictology_3\.csv\)\n$/,
    );
    const taken = await within(hubCommand(), "import", path, "--above", "last", "--json");
    expect(JSON.parse(taken.out).map(({ says }: Forecast) => says.family)).toEqual(["quantiles", "quantiles"]);
  });

  it("exports what stands of one author in a ledger, as it exports forecasts", async () => {
    const says = { says: { family: "poisson", mean: 4 }, target: "2024-02-01" } as const;
    const [first, annulled, withdrawn] = ["river", "hills", "coast"].map((zone) =>
      said("", { ...says, key: { zone } }),
    );
    const items: readonly LedgerItem[] = [
      first,
      said("", { ...says, says: { family: "poisson", mean: 9 }, supersedes: first.claim.id }),
      said("", { ...says, by: "bob" }),
      annulled,
      { kind: "annul", of: annulled.claim.id, by: "bob", why: "redrawn" },
      withdrawn,
      { kind: "withdraw", of: withdrawn.claim.id, by: "alice", issued: "2024-01-05", why: "unsure" },
      said("", { ...says, key: { zone: "capital" }, target: "2024-01-01", step: 1, issued: "2023-12-20" }),
    ];
    const file = join(cwd, "ledger.jsonl");
    await appendLedger(file, () => items, { written: "2024-01-05T09:30:00Z", name: "trial" });
    writeFileSync(
      join(cwd, "same.json"),
      JSON.stringify([forecastOf({ ...says, says: { family: "poisson", mean: 9 } })]),
    );
    const call = (...args: readonly string[]) => within(hubCommand(), "export", ...args, "--json");
    const kept = await call(file, "--by", "alice", "--out", join(cwd, "kept"));
    const plain = await call(join(cwd, "same.json"), "--out", join(cwd, "plain"));
    expect(JSON.parse(kept.out)).toEqual(JSON.parse(plain.out));
    expect(JSON.parse(kept.out).length).toBeGreaterThan(20);
    expect((await call(file, "--out", join(cwd, "both"))).err).toBe(
      `hindcast: hub: --by needs one of alice, bob, got none (${file})\n`,
    );
    expect((await call(file, "--by", "eve", "--out", join(cwd, "eve"))).err).toBe(
      `hindcast: hub: no claim stands of eve (${file})\n`,
    );
    const wrong = await call(join(cwd, "same.json"), "--by", "eve", "--out", join(cwd, "eve"));
    expect(wrong.err).toBe(`hindcast: hub: --by is for a ledger (.jsonl), got ${join(cwd, "same.json")}\n`);
  });

  it.each([
    [["export", "none.json", "--out", "x"], "forecasts: no such file, got none.json"],
    [
      ["export", "forecasts.json", "--out", "x", "--outputs", "mode"],
      'hub: --outputs needs some of mean, median, quantile, cdf, pmf, sample, got "mode"',
    ],
    [["export", "forecasts.json", "--out", "x", "--format", "xlsx"], 'hub: --format needs csv or parquet, got "xlsx"'],
    [
      ["export", "poisson.json", "--out", "x", "--outputs", "sample"],
      "hub: --outputs sample needs --samples and --seed, as in --samples 100 --seed 1, for what is not known by draws, got poisson(3)",
    ],
    [["export", "forecasts.json", "--out", "x", "--samples", "5"], "hub: --samples and --seed go together"],
    [
      ["export", "forecasts.json", "--out", "x", "--names", "[]"],
      'hub: --names needs JSON such as {"zero()":"team-zero"}, got []',
    ],
    [["export", "forecasts.json", "--out", "x", "--most", "few"], 'hub: --most: needs a number, got "few"'],
    [["import", "none.csv", "--lag", "one"], 'hub: --lag: needs a number, got "one"'],
    [["import", "none.csv", "--above", "there"], 'hub: --above needs refuse or last, got "there"'],
    [["import", "none.csv"], "readHub: no such file, got none.csv"],
    [
      ["import", "none.csv", "--every", "decade"],
      'hub: --every needs one of day, week, month, quarter, year, got "decade"',
    ],
    [["import", "none.csv", "--measure", "share"], 'hub: --measure needs events or deaths, got "share"'],
    [["import", "none.csv", "--where", "x"], "hub: --where needs criteria as JSON, got x"],
    [
      ["import", "none.csv", "--take", "mode"],
      "hub: --take needs some of mean, median, quantile, cdf, pmf, sample, got mode",
    ],
  ])("refuses %j in one line", async (args, message) => {
    const here = args.map((one) => (["forecasts.json", "poisson.json"].includes(one) ? join(cwd, one) : one));
    expect(await within(hubCommand(), ...here)).toEqual({ code: 2, out: "", err: `hindcast: ${message}\n` });
  });

  it("shows examples", async () => {
    for (const args of [["hub"], ["hub", "export", "--help"], ["hub", "import", "--help"]])
      expect((await hindcast(cwd, ...args)).out).toMatch(/Examples?:\n {2}hindcast hub /);
  });
});
