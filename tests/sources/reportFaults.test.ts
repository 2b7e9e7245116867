import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Report, reportFaults } from "../../src/index.js";
import { madeUp, temporary } from "../cli/madeUp.js";

const at = { paragraph: 1 };
const way = { on: "wire", label: "all raids", where: { zone: "coast" } };
const question = { id: "q", claim: "king", by: "us" as const, asks: "?", window: "autumn", measured: [way] };
const plan = { id: "p", claim: "king", low: "raids-spring", high: "raids-summer", window: "autumn", phis: [1] };

const madeUpReport: Report = JSON.parse(readFileSync(madeUp(temporary()), "utf8"));

/** What is wrong with the made-up report once it is changed. */
function faults(change: (report: Report) => object): string[] {
  return reportFaults({ ...madeUpReport, ...change(madeUpReport) }).map(({ place, says }) => `${place}: ${says}`);
}

const withFigure = (some: object) => (report: Report) => ({ figures: [...report.figures, { ...figure, ...some }] });
const figure = {
  ...{ id: "x", at, notes: [], label: "X", printed: "5", what: "quantity", window: "spring", measured: [] },
};
const withClaim = (some: object) => (report: Report) => ({ claims: [...report.claims, { ...claim, ...some }] });
const claim = { id: "x", kind: "observation", at, notes: [], label: "X", says: "x" };
const withQuestion = (criterion: object) => () => ({ questions: [{ ...question, criterion }] });
const weighing = (some: object) => (report: Report) => ({ weighing: { ...report.weighing, ...some } });

describe("reportFaults", () => {
  it("finds nothing in a report that is right", () => {
    expect(faults(() => ({}))).toEqual([]);
    expect(faults(withFigure({ printed: "several dozen" }))).toEqual([]);
    expect(faults(withFigure({ what: "mean", per: "week", sd: "1.5", to: "6" }))).toEqual([]);
    expect(faults(withClaim({ check: { type: "count", window: "spring", atLeast: 2, measured: [way] } }))).toEqual([]);
    expect(faults(withQuestion({ type: "ratio", against: "spring", above: 1 }))).toEqual([]);
    expect(faults(() => ({ plans: [plan] }))).toEqual([]);
    expect(faults(weighing({ past: "spring", forecast: "summer", placebos: { coast: "capital" } }))).toEqual([]);
  });

  it.each<[string, (report: Report) => object, readonly string[]]>([
    [
      "a number in words",
      withFigure({ what: "count", printed: "five" }),
      ['figures.5.printed (figure x): needs a number as printed, unless what is "quantity"'],
    ],
    [
      "a range the wrong way round",
      withFigure({ to: "4.9" }),
      ["figures.5.to (figure x): is less than what is printed first"],
    ],
    [
      "the spread of a count",
      withFigure({ what: "count", sd: "2" }),
      ["figures.5.sd (figure x): goes with a mean or a share, got a count"],
    ],
    [
      "a whole of what is no share, and of what is no count or mean",
      (report) => ({
        figures: [
          ...report.figures,
          { ...figure, whole: "raids-fortnight" },
          { ...figure, id: "y", what: "share", whole: "raids-spring" },
          { ...figure, id: "z", what: "share", whole: "x" },
        ],
      }),
      [
        "figures.5.whole (figure x): goes with a share, got a quantity",
        "figures.7.whole (figure z): needs a count or a mean, got a quantity",
      ],
    ],
    [
      "a likelihood the wrong way round",
      withClaim({ likelihood: { word: "likely", range: [0.8, 0.55] } }),
      ["claims.5.likelihood.range (claim x): needs the lower end first"],
    ],
    [
      "what ends before it began",
      withClaim({ happened: { since: "2020-02-02", until: "2020-02-02" } }),
      ["claims.5.happened (claim x): ends before it begins"],
    ],
    [
      "a count without a bound",
      withClaim({ check: { type: "count", window: "spring", measured: [] } }),
      ["claims.5.check (claim x): needs atLeast, atMost or both"],
    ],
    [
      "bounds the wrong way round",
      withClaim({ check: { type: "count", window: "spring", atLeast: 3, atMost: 2, measured: [] } }),
      ["claims.5.check.atMost (claim x): is less than atLeast"],
    ],
    [
      "a pace the wrong way round",
      withClaim({ check: { type: "pace", figure: "raids-fortnight", word: "about three", from: 3, to: 2 } }),
      ["claims.5.check.to (claim x): is less than from"],
    ],
    [
      "a part that leads, of other units",
      withClaim({
        check: {
          type: "leads",
          part: { before: "raids-spring", after: "raids-summer" },
          whole: { before: "raids-fortnight", after: "gone" },
        },
      }),
      ["claims.5.check.whole.after (claim x): names figure gone, which is not there"],
    ],
    [
      "no bound, and two",
      () => ({
        questions: [
          { ...question, criterion: { type: "count" } },
          { ...question, id: "r", criterion: { type: "count", above: 1, atMost: 4 } },
        ],
      }),
      [
        "questions.0.criterion (question q): needs exactly one of above, atLeast, below, atMost, got none",
        "questions.1.criterion (question r): needs exactly one of above, atLeast, below, atMost, got above and atMost",
      ],
    ],
    [
      "a ratio against nothing, and a count against something",
      () => ({
        questions: [
          { ...question, criterion: { type: "ratio", above: 1 } },
          { ...question, id: "r", criterion: { type: "count", against: "spring", above: 1 } },
          { ...question, id: "s", criterion: { type: "ratio", against: "never", above: 1 } },
        ],
      }),
      [
        "questions.0.criterion (question q): of a ratio needs against, a window",
        "questions.1.criterion.against (question r): goes with a ratio, got a count",
        "questions.2.criterion.against (question s): names window never, which is not there",
      ],
    ],
    [
      "what repeats, asks or plans for a claim that is not there",
      (report) => ({
        claims: [...report.claims, { ...claim, repeats: "gone" }],
        questions: [{ ...question, claim: "gone", criterion: { type: "count", above: 1 } }],
        plans: [{ ...plan, claim: "lost" }],
      }),
      [
        "claims.5.repeats (claim x): names claim gone, which is not there",
        "questions.0.claim (question q): names claim gone, which is not there",
        "plans.0.claim (plan p): names claim lost, which is not there",
      ],
    ],
    [
      "a claim and a figure of one name",
      withClaim({ id: "raids-spring" }),
      ["claims.5.id (claim raids-spring): raids-spring is the name of a figure too"],
    ],
    [
      "a plan between two units",
      () => ({ plans: [{ ...plan, high: "raids-fortnight" }] }),
      ["plans.0 (plan p): needs two means of one unit, got mean a month and count"],
    ],
    [
      "ends of what does not last, and a covariate that is not there",
      (report) => ({
        hypotheses: report.hypotheses.map((one) => ({
          ...one,
          supposes: [{ name: "boats", zones: ["coast"], covariate: "moon", size: { median: 1, sd: 1 } }],
          ends: ["never"],
        })),
      }),
      ["tide", "surge"].flatMap((id, i) => [
        `hypotheses.${i}.supposes.0.covariate (hypothesis ${id}): names covariate moon, which is not there`,
        `hypotheses.${i}.ends (hypothesis ${id}): goes with an effect that lasts until the end, and none does`,
      ]),
    ],
    [
      "a forecast of the past, and windows that are not there",
      weighing({ past: "summer", forecast: "spring", windows: ["spring", "winter"] }),
      [
        "weighing.windows.1: names window winter, which is not there",
        "weighing.forecast: begins before the end of past, got 2020-01-01 and 2020-08-01",
      ],
    ],
    [
      "placebos of which explanations speak, in the place of zones of which they do not",
      weighing({ placebos: { moor: "coast" } }),
      [
        "weighing.placebos.moor: no explanation says anything of zone moor",
        "weighing.placebos.moor: an explanation names zone coast, so it is no placebo",
      ],
    ],
    [
      "effects and ends that stand twice",
      (report) => {
        const effect = { name: "boats", zones: ["coast"], lasts: "until the end", size: { median: 1, sd: 1 } };
        const [first, second] = report.hypotheses;
        return { hypotheses: [{ ...first, supposes: [effect, effect], ends: ["never", "never"] }, second] };
      },
      [
        "hypotheses.0.supposes (hypothesis tide): effect boats stands twice",
        "hypotheses.0.ends (hypothesis tide): end never stands twice",
      ],
    ],
    [
      "notes with a gap, and supports that are neither claim nor figure",
      (report) => ({
        citations: [3, 6].map((note) => ({
          ...report.citations[0],
          note,
          supports: ["king", "raids-spring", "queen"],
        })),
      }),
      [
        "figures.0.notes.0 (figure raids-spring): names note 1, which is not there",
        "figures.1.notes.0 (figure raids-summer): names note 1, which is not there",
        "claims.0.notes.0 (claim raids-double): names note 1, which is not there",
        "citations: lacks note 1, 2, 4, 5 of 1 to 6",
        "citations.0.supports.2 (note 3): names claim or figure queen, which is not there",
        "citations.1.supports.2 (note 6): names claim or figure queen, which is not there",
      ],
    ],
    [
      "a source that nobody wrote, and mappings that are missing or idle",
      (report) => ({
        evidence: [
          { ...report.evidence[0], source: "gossip" },
          { ...report.evidence[1], source: "mapped" },
          { ...report.evidence[1], name: "more", mapping: "m.json" },
        ],
      }),
      [
        "evidence.0.source (evidence wire): names source gossip, which is not known (there are acled, hapi, hdx, totals, ucdp, mapped)",
        'evidence.1 (evidence ledger): of source "mapped" needs a mapping',
        'evidence.2.mapping (evidence more): goes with source "mapped", got totals',
      ],
    ],
  ])("finds %s", (_, change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it.each([null, 5, "report", [], [{}], {}, { claims: 5, figures: { a: 1 }, windows: [1], citations: [null] }])(
    "takes anything: %j",
    (report) => {
      expect(reportFaults(report).length).toBeGreaterThan(0);
    },
  );
});

type Path = readonly (string | number)[];

const shipped: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../data/reports/ctp-2023-12-13/report.json"), "utf8"),
);

/** Every value of a report that holds no other. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, one]) =>
    leaves(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const valueAt = (whole: unknown, path: Path): unknown => path.reduce<unknown>((one, step) => Object(one)[step], whole);

/** Fields by which others know a part; where they are damaged, those others rightly miss it. */
const names = ["id", "name", "note", "zone", "zones"];
const all = leaves(shipped).filter(
  (path) => !path.some((step) => names.includes(String(step))) || path[0] === "windows",
);
/** Names of other parts: damage that leaves the form right. */
const named = all.filter((path) => /^(window|on|claim|like|figure|before|after)$/.test(String(path[path.length - 1])));

/** The innermost object around a leaf. */
function around(path: Path): Path {
  const outer = path.slice(0, -1);
  return Array.isArray(valueAt(shipped, outer)) ? around(outer) : outer;
}

describe("a report damaged in several places", () => {
  const damages = fc.uniqueArray(
    fc.oneof(
      fc.record({ path: fc.constantFrom(...all), kind: fc.constant("form") }),
      fc.record({ path: fc.constantFrom(...all.map(around)), kind: fc.constant("field") }),
      fc.record({ path: fc.constantFrom(...named), kind: fc.constant("name") }),
    ),
    { minLength: 1, maxLength: 5, selector: ({ path }) => path.slice(0, 3).join() },
  );

  it("is told of every one, and of no other", () => {
    fc.assert(
      fc.property(damages, (some) => {
        const draft: unknown = structuredClone(shipped);
        for (const { path, kind } of some) {
          const last = path[path.length - 1];
          if (kind === "field") Object.assign(Object(valueAt(draft, path)), { damaged: 5 });
          else
            Object.assign(Object(valueAt(draft, path.slice(0, -1))), {
              [last]: kind === "name" ? "gone" : { damaged: 5 },
            });
        }
        const found = reportFaults(draft);
        const starts = (long: Path, short: Path): boolean => short.every((step, i) => long[i] === step);
        for (const { path, kind } of some) {
          // A choice of forms is at fault as a whole: a measure's share, a list of zones.
          const least = kind === "form" ? Math.max(1, path.length - 3) : path.length;
          const own = found.filter((one) => one.path.length >= least && starts([...path, "damaged"], one.path));
          expect(own, path.join(".")).not.toEqual([]);
        }
        for (const { path, place, says } of found) {
          const near = some.some((one) => starts(one.path, path.slice(0, 2)) || starts(path, one.path));
          expect(near, `${place}: ${says}`).toBe(true);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
