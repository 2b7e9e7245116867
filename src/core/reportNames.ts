import { type JsonPart, partsOf } from "./partsOf.js";

/** What a report's parts are named as when others name them. */
export type Kind = "window" | "figure" | "evidence" | "note" | "claim" | "claim or figure" | "covariate";

/** A name in a report that stands for another part of it. */
export interface NameUse extends JsonPart {
  readonly kind: Kind;
  readonly name: string;
}

/** Where ways to count stand. */
export const ways: readonly string[] = [
  ...["figures.*.measured.*", "claims.*.check.measured.*", "questions.*.measured.*", "readings.*.sources.*"],
];

const patterns: readonly (readonly [Kind, readonly string[]])[] = [
  [
    "window",
    [
      ...["figures.*.window", "claims.*.check=count.window", "claims.*.check=increase.before"],
      ...["claims.*.check=increase.after", "questions.*.window", "questions.*.criterion.against", "plans.*.window"],
      ...["readings.*.before.*", "readings.*.after.*"],
      ...["weighing.windows.*", "weighing.past", "weighing.forecast"],
    ],
  ],
  [
    "figure",
    [
      ...["figures.*.whole", "claims.*.check=ratio.before", "claims.*.check=ratio.after", "claims.*.check=pace.figure"],
      ...["claims.*.check=share.figure", "claims.*.check=share.against.*"],
      ...["claims.*.check=leads.part.before", "claims.*.check=leads.part.after"],
      ...["claims.*.check=leads.whole.before", "claims.*.check=leads.whole.after", "plans.*.low", "plans.*.high"],
    ],
  ],
  ["evidence", [...ways.map((way) => `${way}.on`), "referenceClasses.*.on", "weighing.on"]],
  ["note", ["figures.*.notes.*", "claims.*.notes.*"]],
  ["claim", ["claims.*.repeats", "questions.*.claim", "plans.*.claim", "readings.*.claim", "referenceClasses.*.claim"]],
  ["claim or figure", ["citations.*.supports.*"]],
  ["covariate", ["hypotheses.*.supposes.*.covariate"]],
];

/** Every name in a report that stands for another of its parts; of a report that is malformed, those that can be read. */
export function namesIn(report: unknown): NameUse[] {
  return patterns.flatMap(([kind, some]) =>
    some
      .flatMap((pattern) => partsOf(report, pattern))
      .filter(({ value }) => typeof value === (kind === "note" ? "number" : "string"))
      .map((part) => ({ ...part, kind, name: String(part.value) })),
  );
}

/** The names that each kind of part of a report has; of a report that is malformed, those that can be read. */
export function knownIn(report: unknown): Readonly<Record<Kind, ReadonlySet<string>>> {
  const texts = (pattern: string): string[] =>
    partsOf(report, pattern)
      .map(({ value }) => value)
      .filter((one) => typeof one === "string");
  const keys = (pattern: string): string[] => partsOf(report, `${pattern}.*`).map(({ path }) => String(path[1]));
  const [figures, claims] = [texts("figures.*.id"), texts("claims.*.id")];
  return {
    window: new Set(keys("windows")),
    figure: new Set(figures),
    evidence: new Set(texts("evidence.*.name")),
    note: new Set(partsOf(report, "citations.*.note").map(({ value }) => String(value))),
    claim: new Set(claims),
    "claim or figure": new Set([...claims, ...figures]),
    covariate: new Set(keys("covariates")),
  };
}
