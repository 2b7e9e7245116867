import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type Report, readCodebook, readReport } from "../../src/index.js";
import { fault, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const file = join(folder.path, "report.json");
const at = { paragraph: 1, sentence: 2 };
const measured = [
  { on: "diary", label: "battles", where: { zone: "hill", not: { kind: "raid" } }, proxy: "only some" },
];
const claim = { kind: "observation", at, notes: [1], label: "Fewer", says: "There were fewer." } as const;
const report: Report = {
  ...{ id: "made-up-1", title: "Made up", publisher: "Nobody", published: "2023-12-15", cutoff: "2023-12-13" },
  ...{ every: "month", questions: [], plans: [], readings: [], referenceClasses: [], covariates: {} },
  ...{ question: "Is it?", numbering: "From 1.", codebook: "book.json" },
  windows: {
    before: { since: "2023-01-01", until: "2023-08-01", label: "Before" },
    after: { since: "2023-08-01", until: "2023-12-01", label: "After", note: "as read here" },
  },
  evidence: [
    {
      ...{
        name: "diary",
        title: "A diary",
        publisher: "Nobody",
        file: "diary.csv",
        source: "totals",
        asOf: "2023-12-31",
      },
      ...{ citation: "Nobody (2023)", licence: "none", caveat: "made up" },
    },
  ],
  figures: [
    { id: "a", at, notes: [1], label: "A", printed: "20.5", what: "mean", per: "month", window: "before", measured },
    { id: "b", at, notes: [], label: "B", printed: "7", what: "count", window: "after", atLeast: true, measured: [] },
    { id: "c", at, notes: [], label: "C", printed: "35", what: "share", window: "after", whole: "b", measured },
  ],
  claims: [
    { ...claim, id: "halved", check: { type: "ratio", before: "a", after: "a", word: "halve" } },
    { ...claim, id: "paced", check: { type: "pace", figure: "b", word: "same", from: 1, to: 2 } },
    { ...claim, id: "shared", check: { type: "share", figure: "c", against: ["c"], word: "more" } },
    { ...claim, id: "rose", check: { type: "increase", asks: "Did it?", before: "before", after: "after", measured } },
    { ...claim, id: "vague", unscoreable: { lacks: ["threshold"], reading: "says nothing", wouldTake: "a number" } },
  ],
  hypotheses: ["h", "i"].map((id) => ({
    ...{ id, label: id, by: "us", says: "As before." },
    supposes: [{ name: "rain", zones: ["hill"], since: "2023-08-01", size: { median: 0.5, sd: 0.3 } }],
  })),
  weighing: { on: "diary", windows: ["before", "after"], past: "before", forecast: "after", seed: 7 },
  citations: [
    {
      note: 1,
      at: [{ paragraph: 1 }],
      supports: [],
      items: [{ type: "page", url: "https://example.org", publisher: "example.org" }],
    },
  ],
};

/** The made-up report with some of it changed, read from a file. */
async function readChanged(change: (draft: { -readonly [Key in keyof Report]: Report[Key] }) => void): Promise<Report> {
  const draft = structuredClone(report);
  change(draft);
  return await readReport(folder.write("report.json", JSON.stringify(draft)));
}

const refused = (...faults: readonly string[]) => fault("DataError", `report: ${faults.join("; ")} (${file})`);

describe("readReport", () => {
  it("gives back a report as it was written", async () => {
    expect(await readChanged(() => {})).toEqual(report);
  });

  it("reads the one we ship, and its codebook knows every zone that its explanations name", async () => {
    const path = resolve(import.meta.dirname, "../../data/reports/ctp-2023-12-13/report.json");
    const shipped = await readReport(path);
    expect([shipped.figures.length, shipped.claims.length, shipped.citations.length]).toEqual([13, 16, 37]);
    expect(shipped.hypotheses.map(({ id }) => id)).toEqual([
      ...["flooding", "capacity", "redeployment", "reporting", "nothing-special"],
    ]);
    const codebook = await readCodebook(resolve(dirname(path), shipped.codebook));
    const known = codebook.zones.map(({ name }) => name);
    for (const effect of shipped.hypotheses.flatMap((one) => one.supposes)) {
      for (const zone of effect.zones) expect(known).toContain(zone);
    }
  });

  it("lists every fault of form at once, each with its place", async () => {
    const reading = readChanged((draft) => {
      draft.id = "Made Up";
      draft.cutoff = "2023-02-30";
      draft.figures = [{ ...report.figures[0], printed: "about 20", what: "median" as "mean", at: { paragraph: 0 } }];
      draft.hypotheses = [{ ...report.hypotheses[0], supposes: [] }];
    });
    await expect(reading).rejects.toThrow(
      refused(
        "id: needs lower-case letters, digits and dashes",
        "cutoff: needs a day as YYYY-MM-DD",
        "figures.0.at.paragraph: Too small: expected number to be >=1",
        "figures.0.printed: needs a number as printed",
        'figures.0.what: Invalid option: expected one of "mean"|"count"|"share"',
        "hypotheses.0.supposes: Too small: expected array to have >=1 items",
      ),
    );
  });

  it("refuses fields that it does not know, so that a misspelt one is not lost", async () => {
    const reading = readChanged((draft) => {
      Object.assign(draft.claims[4], { unscorable: "typo" });
    });
    await expect(reading).rejects.toThrow(refused('claims.4: Unrecognized key: "unscorable"'));
  });

  it("refuses a check of a kind that there is not", async () => {
    const reading = readChanged((draft) => {
      draft.claims = [{ ...claim, id: "x", check: JSON.parse('{"type":"trend","figure":"a"}') }];
    });
    await expect(reading).rejects.toThrow(/^report: claims\.0\.check\.type: Invalid/);
  });

  it.each([
    { zones: "hill" },
    { zone: 5 },
    { since: "2023-02-30" },
    { any: [] },
    { not: { kind: [] } },
    [],
    "hill",
    null,
  ])("refuses criteria that are none, in figures and in claims: %j", async (where) => {
    const ways = [{ ...measured[0], where: JSON.parse(JSON.stringify(where)) }];
    const reading = readChanged((draft) => {
      draft.figures = [{ ...report.figures[0], measured: ways }, ...report.figures.slice(1)];
      draft.claims = [
        { ...claim, id: "x", check: { type: "increase", asks: "?", before: "a", after: "b", measured: ways } },
      ];
    });
    await expect(reading).rejects.toThrow(
      refused("figures.0.measured.0.where: is not criteria", "claims.0.check.measured.0.where: is not criteria"),
    );
  });

  it("lists every name that is not there: windows, figures, evidence and notes", async () => {
    const away = [{ ...measured[0], on: "gone" }];
    const reading = readChanged((draft) => {
      draft.figures = [
        { ...report.figures[0], window: "never", notes: [9], measured: away },
        { ...report.figures[2], whole: "z" },
      ];
      draft.claims = [
        { ...claim, id: "halved", notes: [8], check: { type: "ratio", before: "x", after: "y", word: "halve" } },
        { ...claim, id: "paced", check: { type: "pace", figure: "x", word: "same", from: 1, to: 2 } },
        { ...claim, id: "shared", check: { type: "share", figure: "x", against: ["c", "y"], word: "more" } },
        {
          ...claim,
          id: "rose",
          check: { type: "increase", asks: "?", before: "past", after: "later", measured: away },
        },
      ];
      draft.hypotheses = [
        { ...report.hypotheses[0], supposes: [{ ...report.hypotheses[0].supposes[0], covariate: "snow" }] },
        report.hypotheses[1],
      ];
      draft.weighing = { on: "gone", windows: ["before", "never"], past: "soon", forecast: "ever", seed: 7 };
    });
    const names = (place: string, kind: string, name: string) => `${place} names ${kind} ${name}, which is not there`;
    await expect(reading).rejects.toThrow(
      refused(
        names("figure a", "window", "never"),
        names("figure a", "evidence", "gone"),
        names("figure a", "note", "9"),
        names("figure c", "figure", "z"),
        names("claim halved", "note", "8"),
        names("claim halved", "figure", "x"),
        names("claim halved", "figure", "y"),
        names("claim paced", "figure", "x"),
        names("claim shared", "figure", "x"),
        names("claim shared", "figure", "y"),
        names("claim rose", "window", "past"),
        names("claim rose", "window", "later"),
        names("claim rose", "evidence", "gone"),
        names("hypothesis h", "covariate", "snow"),
        names("weighing", "evidence", "gone"),
        names("weighing", "window", "never"),
        names("weighing", "window", "soon"),
        names("weighing", "window", "ever"),
      ),
    );
  });

  it("does not take what every object has for a name", async () => {
    const reading = readChanged((draft) => {
      draft.figures = [{ ...report.figures[0], window: "constructor" }, ...report.figures.slice(1)];
    });
    await expect(reading).rejects.toThrow(refused("figure a names window constructor, which is not there"));
  });

  it("refuses windows that end before they begin, or are empty", async () => {
    const reading = readChanged((draft) => {
      const { before, after } = report.windows;
      draft.windows = { before: { ...before, until: "2022-12-31" }, after: { ...after, until: after.since } };
    });
    await expect(reading).rejects.toThrow(
      refused("windows.before ends before it begins", "windows.after ends before it begins"),
    );
  });

  it("refuses more than four effects, two of one name, an end told twice, and a forecast of what is not over", async () => {
    const reading = readChanged((draft) => {
      const [first, other] = report.hypotheses;
      const rain = first.supposes[0];
      draft.hypotheses = [
        { ...first, supposes: ["a", "b", "c", "d", "d"].map((name) => ({ ...rain, name })), ends: ["never", "never"] },
        other,
      ];
      draft.weighing = { on: "diary", windows: ["before", "after"], past: "after", forecast: "before", seed: 7 };
    });
    await expect(reading).rejects.toThrow(
      refused(
        "hypothesis h needs at most 4 effects, got 5",
        "hypothesis h: effect d stands twice",
        "hypothesis h: end never stands twice",
        "weighing forecasts before, which begins before after is over",
      ),
    );
  });

  it("refuses two things of one name", async () => {
    const reading = readChanged((draft) => {
      const { figures, claims, evidence, hypotheses, citations } = report;
      draft.figures = [...figures, { ...figures[0], printed: "21" }, figures[0]];
      draft.claims = [...claims, claims[1]];
      draft.evidence = [...evidence, ...evidence];
      draft.hypotheses = [...hypotheses, ...hypotheses];
      draft.citations = [...citations, ...citations];
    });
    const twice = ["evidence diary", "figure a", "claim paced", "hypothesis h", "hypothesis i", "note 1"];
    await expect(reading).rejects.toThrow(refused(...twice.map((name) => `${name} stands twice`)));
  });

  it("refuses what is not JSON, and a file that is not there", async () => {
    await expect(readReport(folder.write("report.json", "{"))).rejects.toThrow(refused("not JSON"));
    await expect(readReport(`${file}x`)).rejects.toThrow(fault("InputError", `report: no such file, got ${file}x`));
  });
});
