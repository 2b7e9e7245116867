import type { Codebook } from "../core/codebook.js";
import { addDays, type Day, nextPeriod, periodOf, periodsIn } from "../core/day.js";
import type { Report } from "../core/report.js";
import type { Sentence } from "../reports/sentences.js";
import { scaffoldClaims } from "./scaffoldClaims.js";

/** What a person says of a report that is to be encoded. */
export interface ScaffoldOptions {
  readonly id: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published: Day;
  readonly cutoff: Day;
  readonly every: Report["every"];
  /** Where the codebook lies, from the report. */
  readonly codebook: string;
  /** A zone of the codebook, for the examples. */
  readonly zone: string;
}

/**
 * A report to begin with: one example figure, claim, question, note and data set, each marked EXAMPLE, and, of a text, a
 * claim for each sentence with a word of probability.
 */
export function scaffold(options: ScaffoldOptions, sentences: readonly Sentence[]): Report {
  const { id, title, publisher, published, cutoff, every, codebook, zone } = options;
  const stretches = stretchesOf(cutoff, every);
  const [first] = sentences;
  const at = { paragraph: 1, sentence: 1, ...(first && { sha256: first.sha256 }) };
  const measured = [{ on: "example", label: "EXAMPLE: all events in the zone", where: { zone } }];
  const marked = (what: string): string => `EXAMPLE: ${what}`;
  return {
    ...{ id, title: title ?? marked("the report's title"), publisher: publisher ?? marked("who published it") },
    ...{ published, cutoff, every, question: marked("what you read it for, as a question") },
    numbering:
      first === undefined
        ? marked("how you count paragraphs")
        : "Paragraphs are the lines of the text that are not empty, counted from 1.",
    codebook,
    windows: {
      "example-before": { ...stretches.before, label: marked("the time before") },
      "example-after": { ...stretches.after, label: marked("the time the report speaks of") },
      "example-next": { ...stretches.next, label: marked("the time it forecasts") },
    },
    evidence: [
      {
        ...{ name: "example", title: marked("made-up events, no data"), publisher: "EXAMPLE" },
        ...{ file: "example-events.csv", source: "mapped", mapping: "example-mapping.json" },
        ...{ asOf: stretches.next.until, citation: marked("how to cite the data"), licence: marked("its terms") },
        caveat: marked("what keeps it from being what the report counted"),
      },
    ],
    figures: [
      {
        ...{ id: "example-figure", at, notes: [1], label: marked("events in the time before"), printed: "4" },
        ...{ what: "mean", per: every, window: "example-before", measured },
      },
    ],
    claims: [
      {
        ...{ id: "example-claim", kind: "forecast", at, notes: [1], label: marked("more to come") },
        ...{ says: marked("there will likely be more events"), likelihood: { word: "likely" } },
      },
      ...scaffoldClaims(sentences),
    ],
    questions: [
      {
        ...{ id: "example-question", claim: "example-claim", by: "us", window: "example-next", measured },
        asks: marked("more events in the time it forecasts than in the time it speaks of"),
        criterion: { type: "ratio", against: "example-after", above: 1 },
      },
    ],
    ...{ plans: [], readings: [], referenceClasses: [], hypotheses: [], covariates: {} },
    citations: [
      {
        ...{ note: 1, at: [at], supports: ["example-figure", "example-claim"] },
        items: [{ type: "page", url: "https://example.org", publisher: marked("whose page it is") }],
      },
    ],
  };
}

/** A table of made-up events for the example: 4 a period, then 2, then 3, in a place of the codebook's first zone. */
export function scaffoldEvents(cutoff: Day, every: Report["every"], { zones }: Codebook): string {
  const { before, after, next } = stretchesOf(cutoff, every);
  const [place] = zones[0].places;
  const [province, district] = [place?.admin1.find((one) => one !== ""), place?.admin2?.find((one) => one !== "")];
  const days = [
    ...periodsIn(before, every).flatMap((period) => [period, period, period, period]),
    ...periodsIn(after, every).flatMap((period) => [period, period]),
    ...periodsIn(next, every).flatMap((period) => [period, period, period]),
  ];
  const quoted = (cell = ""): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const rows = days.map((day, i) => [
    "example-",
    i + 1,
    ",",
    day,
    ",EXAMPLE,",
    quoted(province),
    ",",
    quoted(district),
  ]);
  return `${["id,day,kind,admin1,admin2", ...rows.map((row) => row.join(""))].join("\n")}\n`;
}

/** Three periods, the three after them up to the cutoff's, and the three after that one. */
function stretchesOf(
  cutoff: Day,
  every: Report["every"],
): Record<"before" | "after" | "next", { since: Day; until: Day }> {
  const step = (from: Day, periods: number): Day => {
    let day = periodOf(from, every);
    for (let i = 0; i < Math.abs(periods); i++)
      day = periods > 0 ? nextPeriod(day, every) : periodOf(addDays(day, -1), every);
    return day;
  };
  return {
    before: { since: step(cutoff, -6), until: step(cutoff, -3) },
    after: { since: step(cutoff, -3), until: step(cutoff, 0) },
    next: { since: step(cutoff, 1), until: step(cutoff, 4) },
  };
}
