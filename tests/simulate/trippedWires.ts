import {
  conflictology,
  type Distribution,
  type Panel,
  sample,
  type Tripwire,
  thresholdChance,
  track,
} from "../../src/index.js";

/** What wires told of their false alarms in made data without a change, beside what was true. */
export interface TrippedWires {
  readonly spread: "poisson" | "negbin";
  readonly wire: Tripwire;
  readonly series: number;
  /** The mean of the rates that were told, each from its own past. */
  readonly told: number;
  /** The chance that the next month trips it, in the mean of all series. */
  readonly truth: number;
  /** How many of the 90% intervals hold the truth. */
  readonly covers: number;
}

const months = 156;
const wires: readonly Tripwire[] = [{ above: 12 }, { quantile: 0.9 }, { quantile: 0.95 }];

/** Thirteen years of monthly counts with a season and nothing else, so that every alarm is false. */
export function trippedWires({ series, seed }: { readonly series: number; readonly seed: number }): TrippedWires[] {
  return (["poisson", "negbin"] as const).flatMap((spread, kind) => {
    const saysAt = (t: number): Distribution => {
      const mean = 6 * (1 + 0.5 * Math.sin((t * Math.PI) / 6));
      return spread === "poisson" ? { family: "poisson", mean } : { family: "negbin", mean, size: 3 };
    };
    const byMonth = Array.from({ length: months }, (_, t) =>
      sample(saysAt(t), { n: series, seed: seed + 10_000 * kind + t }),
    );
    const panel: Panel = Array.from({ length: series }, (_, i) => ({
      ...{
        key: { zone: String(i) },
        recipe: { where: [], by: ["zone"], every: "month", measure: "events" },
        from: "made",
      },
      ...{ start: "2010-01-01", values: byMonth.map((values) => values[i]), exposure: byMonth.map(() => 30) },
    }));
    const tracked = track(panel, {
      ...{ model: conflictology(12), ahead: 12, level: 0.9, years: 8, seed: 1, asOf: "2023-01-01", tripwires: wires },
    });
    return wires.map((wire, k): TrippedWires => {
      // The chance over the next twelve months, of the thresholds that each series has: what the rate is an estimate of.
      const chances = tracked.flatMap(({ wires: held }) =>
        held[k].ahead.map(({ threshold }, step) =>
          thresholdChance(saysAt(months + step), { above: threshold ?? Infinity }),
        ),
      );
      const truth = meanOf(chances);
      const alarms = tracked.map(({ wires: held }) => held[k].falseAlarms);
      const covers = alarms.filter(({ interval }) => interval !== null && interval[0] <= truth && truth <= interval[1]);
      const told = meanOf(alarms.map(({ rate }) => rate ?? Number.NaN));
      return { spread, wire, series, told, truth, covers: covers.length / series };
    });
  });
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
