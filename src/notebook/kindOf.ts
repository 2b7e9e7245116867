/** A noun's name for a reader, by the fields that tell it. The first that fits. */
const kinds: readonly (readonly [kind: string, ...fields: readonly string[]])[] = [
  ["weighing", "hypotheses", "sensitivities"],
  ["file", "emptyMonths"],
  ["change", "moves"],
  ["plan", "decisions"],
  ["separation", "matrix"],
  ["readings", "flips"],
  ["reference", "episodes"],
  ["back-test", "failures", "forecasts"],
  ["ledger", "faults"],
  ["nowcast", "delays"],
  ["snapshot", "parquet"],
  ["verdict", "verdict", "couldFail"],
  ["claim", "claim", "status", "others"],
  ["claims", "scoreable", "notScoreable"],
  ["question", "question"],
  ["entry", "kind", "seq", "written"],
  ["claim", "claim", "isLate"],
  ["watch", "couldFail", "state"],
  ["calibration", "promised"],
  ["calibration", "randomised"],
  ["reliability", "mcb"],
  ["murphy", "thetas"],
  ["accuracy", "metric", "test"],
  ["skill", "metric", "skill"],
  ["score", "metric"],
  ["tracked", "wires", "fan"],
  ["report claim", "says", "kind", "notes"],
  ["forecast", "says", "target"],
  ["finding", "test", "assumes"],
  ["series", "recipe"],
  ["coefficient", "ratio", "error"],
  ["reading", "reading"],
];

/** What a reader would call one row, or a noun of several tables: "finding", "score"; "row" for anything else. */
export function kindOf(one: object): string {
  return kinds.find(([, ...fields]) => fields.every((field) => field in one))?.[0] ?? "row";
}
