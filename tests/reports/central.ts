import type { Check, Figure, Report, ReportClaim } from "../../src/index.js";

/** A figure with what a test says of it. */
export function figure(id: string, printed: string, window: string, some: Partial<Figure> = {}): Figure {
  const at = { paragraph: 1 };
  return { id, at, notes: [], label: id, printed, what: "mean", per: "month", window, measured: [], ...some };
}

/** A claim with its check. */
export function claim(id: string, check: Check): ReportClaim {
  return { id, kind: "observation", at: { paragraph: 2 }, notes: [], label: id, says: id, check };
}

/** A small report of printed numbers alone. */
export function printedReport(some: Partial<Report>): Report {
  return {
    ...{ id: "r", title: "R", publisher: "P", published: "2023-12-15", cutoff: "2023-12-13", every: "month" },
    ...{ question: "?", numbering: "-", codebook: "-", windows: {}, evidence: [], figures: [], claims: [] },
    ...{ questions: [], plans: [], readings: [], referenceClasses: [], hypotheses: [], covariates: {}, citations: [] },
    ...some,
  } as Report;
}

const pair = (name: string): { before: string; after: string } => ({
  before: `${name}-before`,
  after: `${name}-after`,
});

/** The numbers that the report of 13 December 2023 prints, as the working notes on the first case give them. */
export const central: Report = printedReport({
  windows: {
    early: { since: "2023-01-01", until: "2023-08-01", label: "January to July 2023" },
    late: { since: "2023-08-01", until: "2023-12-01", label: "August to November 2023" },
    attacks: { since: "2023-11-19", until: "2023-12-13", label: "19 November to the cutoff" },
    july: { since: "2023-07-01", until: "2023-08-01", label: "July 2023" },
    autumn: { since: "2022-10-01", until: "2023-01-01", label: "late 2022" },
  },
  figures: [
    figure("whole-before", "32.5", "early"),
    figure("part-before", "20.5", "early"),
    figure("own-before", "14.4", "early"),
    figure("whole-after", "21", "late"),
    figure("part-after", "11", "late"),
    figure("own-after", "6.25", "late"),
    figure("attacks", "16", "attacks", { what: "count", per: "week", atLeast: true }),
    figure("pace-july", "4", "july", { to: "6", per: "week" }),
    figure("share-now", "69", "attacks", { what: "share", whole: "attacks", hedge: "roughly" }),
    figure("share-july", "69", "july", { what: "share", whole: "pace-july", hedge: "roughly" }),
    figure("share-then", "58", "autumn", { what: "share" }),
    figure("civil-now", "62", "attacks", { what: "share", whole: "attacks" }),
    figure("civil-july", "64", "july", { what: "share", whole: "pace-july" }),
    figure("civil-then", "58", "autumn", { what: "share" }),
  ],
  claims: [
    claim("whole", { type: "ratio", ...pair("whole"), word: "decreased" }),
    claim("part", { type: "ratio", ...pair("part"), word: "nearly halved" }),
    claim("own", { type: "ratio", ...pair("own"), word: "more than halved" }),
    claim("leads", { type: "leads", part: pair("part"), whole: pair("whole") }),
    claim("pace", { type: "pace", figure: "attacks", word: "nearly five", from: 4, to: 6 }),
    claim("share", { type: "share", figure: "share-now", against: ["share-then"], word: "more" }),
    claim("civil", { type: "share", figure: "civil-now", against: ["civil-then"], word: "more" }),
    claim("most", { type: "share", figure: "civil-now", against: [50], word: "more" }),
  ],
});
