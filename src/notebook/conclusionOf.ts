import { recordsIn } from "./recordsIn.js";

type Fields = ReadonlyMap<string, unknown>;
type Words = readonly [below: string, above: string];

/** What a comparison's or a test's estimate is held against, and what it is called on either side of it. */
const asked: readonly (readonly [tests: RegExp, none: number, words: Words])[] = [
  [/^(rateRatio|eTest|quasiPoisson|permutation|negbinRatio|gammaPoisson|eRatio|fisher)\(/, 1, ["less", "more"]],
  [/^(differenceInDifferences|dispersion)\(/, 1, ["less", "more"]],
  [/^shareDifference\(/, 0, ["lower", "higher"]],
  [/^mannKendall\(/, 0, ["falling", "rising"]],
  [/^dieboldMariano\(/, 0, ["better", "worse"]],
];

const unsure = "cannot tell";

/**
 * What a noun concludes, in a word or two, where it states a conclusion and keeps it in no field of its own: on which side of
 * no change, of the reference or of its own promise its whole interval lies, or that the data cannot tell; whether what a test
 * asks for is shown. By p after all the questions asked together, where there is one. Undefined for any other noun.
 */
export function conclusionOf(fields: Fields): string | undefined {
  if (has(fields, "test", "assumes", "n")) return findingSays(fields);
  if (has(fields, "ratio", "error", "name")) return coefficientSays(fields);
  if (has(fields, "coefficients", "family")) return regressionSays(fields.get("coefficients"));
  if (has(fields, "metric", "skill", "against"))
    return (
      sideOf(intervalIn(fields, "interval"), 0, ["worse", "better"]) ??
      sideOf(intervalIn(fields, "gapInterval"), 0, ["better", "worse"])
    );
  if (has(fields, "metric", "peer")) return sideOf(intervalIn(fields, "interval"), 0, ["worse", "better"]);
  if (has(fields, "promised", "covered", "expected"))
    return sideOf(
      intervalIn(fields, "interval"),
      numberIn(fields, "expected") ?? Number.NaN,
      ["too narrow", "too wide"],
      "as said",
    );
  if (has(fields, "mcb", "dsc", "p")) return (numberIn(fields, "p") ?? 1) < 0.05 ? "miscalibrated" : "no sign of it";
  if (has(fields, "segments", "penalty")) return segmentsSay(fields.get("segments"));
  if (has(fields, "total", "regression")) return impactSays(fields.get("total"));
  if (has(fields, "period", "interval", "level", "eValue")) return evidenceSays(fields);
  return undefined;
}

/** An estimate of which nothing is told but p lies on one side of none when p is small. */
function findingSays(fields: Fields): string | undefined {
  const test = bare(String(fields.get("test")));
  const level = numberIn(fields, "level");
  const p = numberIn(fields, "adjusted") ?? numberIn(fields, "p");
  const isMargin = /^(equivalence|nonInferiority)\(/.test(test);
  // What stays within a margin is asked twice, on one side each: its interval is of twice the error.
  const alpha = level === undefined ? 0.05 : isMargin ? (1 - level) / 2 : 1 - level;
  const isSmall = p === undefined ? undefined : p < Number(alpha.toPrecision(12));
  const [, none, words] = asked.find(([tests]) => tests.test(test)) ?? [];
  if (none === undefined || words === undefined) {
    if (isSmall === undefined) return undefined;
    return level === undefined ? `p ${isSmall ? "" : "not "}below 0.05` : isSmall ? "shown" : "not shown";
  }
  const interval = intervalIn(fields, "interval");
  if (!fields.has("adjusted") && interval !== undefined) return sideOf(interval, none, words);
  const estimate = numberIn(fields, "estimate");
  if (isSmall === undefined || estimate === undefined) return undefined;
  return isSmall ? words[estimate < none ? 0 : 1] : unsure;
}

/** The comparison within another: `sameSeason(quasiPoisson())` asks what `quasiPoisson()` asks. */
function bare(test: string): string {
  return test.replace(/^sameSeason\((.*)\)$/, "$1");
}

function coefficientSays(fields: Fields): string | undefined {
  const name = String(fields.get("name"));
  if (isLevelOrSeason(name)) return undefined;
  return sideOf(intervalIn(fields, "interval"), 1, ["less", "more"]);
}

function regressionSays(coefficients: unknown): string | undefined {
  const said = recordsIn(coefficients).flatMap((one) => {
    const fields = new Map(Object.entries(one));
    const says = coefficientSays(fields);
    return says === undefined ? [] : [`${String(fields.get("name"))}: ${says}`];
  });
  return said.length === 0 ? undefined : said.join(", ");
}

function isLevelOrSeason(name: string): boolean {
  return name === "intercept" || /^(co)?sine \d+$/.test(name);
}

function segmentsSay(segments: unknown): string {
  const [, ...later] = recordsIn(segments);
  return later.length === 0 ? "no change" : `changes at ${later.map(({ since }) => String(since)).join(", ")}`;
}

function impactSays(total: unknown): string | undefined {
  const [fields] = recordsIn([total]).map((one) => new Map(Object.entries(one)));
  return fields === undefined ? undefined : sideOf(intervalIn(fields, "ratioInterval"), 1, ["less", "more"]);
}

function evidenceSays(fields: Fields): string {
  const [eValue, level] = [numberIn(fields, "eValue") ?? 0, numberIn(fields, "level") ?? 1];
  return eValue * (1 - level) >= 1 - 1e-12 ? "enough evidence" : "not enough yet";
}

/** On which side of a value an interval lies; one that holds it cannot tell. */
function sideOf(
  interval: readonly [number, number] | undefined,
  none: number,
  [below, above]: Words,
  between = unsure,
): string | undefined {
  if (interval === undefined) return undefined;
  return interval[1] < none ? below : interval[0] > none ? above : between;
}

function has(fields: Fields, ...names: readonly string[]): boolean {
  return names.every((name) => fields.has(name));
}

function numberIn(fields: Fields, name: string): number | undefined {
  const value = fields.get(name);
  return typeof value === "number" ? value : undefined;
}

/** No upper bound is written as `null`. */
function intervalIn(fields: Fields, name: string): readonly [number, number] | undefined {
  const ends = fields.get(name);
  if (!Array.isArray(ends) || ends.length !== 2) return undefined;
  const [low, high]: unknown[] = ends;
  return typeof low === "number" ? [low, typeof high === "number" ? high : Infinity] : undefined;
}
