import type { Multiverse, MultiverseReading, ReadingVerdict } from "../core/multiverse.js";

/** One place of the curve: readings that differ in their threshold alone. */
export interface CurvePoint {
  readonly x: number;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** At the threshold that was listed first. */
  readonly verdict: ReadingVerdict;
  readonly choices: MultiverseReading["choices"];
  /** The verdict at each threshold. */
  readonly at: Readonly<Record<string, ReadingVerdict>>;
}

/** The places of a curve from the least ratio to the greatest; readings of one ratio stand as their choices were listed. */
export function curvePoints({ readings }: Multiverse): CurvePoint[] {
  const places = new Map<string, MultiverseReading[]>();
  for (const reading of readings) {
    if (reading.verdict === "cannot be compared" || !((reading.ratio ?? 0) > 0) || reading.interval === undefined)
      continue;
    const { threshold, ...rest } = reading.choices;
    const key = JSON.stringify(rest);
    const found = places.get(key);
    if (found === undefined) places.set(key, [reading]);
    else found.push(reading);
  }
  const all = [...places.values()].map((own) => {
    const [{ ratio = 1, interval, verdict, choices }] = own;
    const [from, to] = interval ?? [0, null];
    const at = Object.fromEntries(own.map((one) => [one.choices.threshold, one.verdict]));
    // A logarithmic axis has no 0, and no end: both lie at its edge.
    const [low, high] = [Math.max(from, 1e-9), to ?? 1e9];
    return { ratio, low, high, verdict, choices, at };
  });
  return all.sort((one, other) => one.ratio - other.ratio).map((one, i) => ({ x: i + 0.5, ...one }));
}
