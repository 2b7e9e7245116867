import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Case, shipped } from "../../src/cli/openCase.js";
import { read, type Verdict, weigh } from "../../src/index.js";
import { weighVerdicts } from "../../src/reports/weighVerdicts.js";
import { sourceNamed } from "../../src/sources/recognise.js";
import { type Prepared, weigherOf } from "./judgedWeighing.js";
import { type MadeSet, madeWeighing } from "./madeWeighing.js";

/** A set weighed twice: by `weigh`, from a file of totals that holds it, and by the simulation's short way. */
export interface WholeRow {
  readonly under: string;
  /** What comes first, and each hypothesis' verdict, by `weigh`. */
  readonly first: string;
  readonly called: Readonly<Record<string, Verdict["verdict"]>>;
  /** Whether the short way says the same. */
  readonly isSame: boolean;
  /** The greatest difference between the two ways' probabilities. */
  readonly off: number;
}

/** Weighs the first set made under the hypothesis of a place, the whole way and the short one. */
export async function wholeWeighing({ codebook }: Case, made: Prepared, h: number, seed: number): Promise<WholeRow> {
  const { report, zones, drift } = made;
  const ids = report.hypotheses.map((one) => one.id);
  const [set] = madeWeighing(report, report.hypotheses[h], { zones, drift, sets: 1, seed: seed + h });
  const folder = mkdtempSync(join(tmpdir(), "hindcast-weighing-"));
  const file = join(folder, "made.csv");
  writeFileSync(file, withSet(zones, set));
  const options = { name: "made", asOf: "2026-04-30", codebook, store: join(folder, "store") };
  const weighed = await weigh(report, await read(file, sourceNamed("totals"), options), { draws: 2 });
  rmSync(folder, { recursive: true });
  const probability = weighed.hypotheses.map((one) => one.probability.at(-1) ?? 0);
  const called = weighVerdicts(report, weighed).map(({ verdict }) => verdict);
  const short = weigherOf(made)(set);
  const first = firstOf(probability);
  return {
    under: ids[h],
    first: ids[first],
    called: Object.fromEntries(ids.map((id, i) => [id, called[i]])),
    isSame:
      first === firstOf(short.probability) &&
      called.every((verdict, i) => (verdict === "holds") === short.held.includes(i)) &&
      called.every((verdict, i) => (verdict === "fails") === short.failed.includes(i)),
    off: Math.max(...probability.map((p, i) => Math.abs(p - short.probability[i]))),
  };
}

/** The shipped totals with made months in the place of January to June 2024. */
function withSet(zones: readonly string[], set: MadeSet): string {
  const lines = readFileSync(join(shipped, "figures", "mali-violence-zone-month.csv"), "utf8")
    .trim()
    .split("\n");
  const changed = lines.map((line) => {
    const [month, zone, , fatalities] = line.split(",");
    const isMade = month >= "2024-01" && month <= "2024-06" && zones.includes(zone);
    return isMade ? [month, zone, set[zones.indexOf(zone)][Number(month.slice(5)) - 1], fatalities].join(",") : line;
  });
  return `${changed.join("\n")}\n`;
}

function firstOf(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}
