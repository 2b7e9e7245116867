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

  it("takes a report that names its schema, which is no part of what it says", async () => {
    const file = folder.write("named.json", JSON.stringify({ $schema: "../report.schema.json", ...report }));
    expect(await readReport(file)).toEqual(report);
  });

  it("reads the one we ship, and its codebook knows every zone that its explanations name", async () => {
    const path = resolve(import.meta.dirname, "../../data/reports/ctp-2023-12-13/report.json");
    const shipped = await readReport(path);
    expect(shipped.citations).toHaveLength(37);
    expect(shipped.hypotheses.map(({ id }) => id)).toEqual(expect.arrayContaining(["flooding", "capacity"]));
    const codebook = await readCodebook(resolve(dirname(path), shipped.codebook));
    const known = codebook.zones.map(({ name }) => name);
    for (const effect of shipped.hypotheses.flatMap((one) => one.supposes)) {
      for (const zone of effect.zones) expect(known).toContain(zone);
    }
  });

  it("lists every fault at once, of form and of names, each with its place", async () => {
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
        "figures.0.at.paragraph (figure a): Too small: expected number to be >=1",
        'figures.0.what (figure a): Invalid option: expected one of "mean"|"count"|"share"|"quantity"',
        "claims.1.check.figure (claim paced): names figure b, which is not there",
        "claims.2.check.figure (claim shared): names figure c, which is not there",
        "claims.2.check.against.0 (claim shared): names figure c, which is not there",
        "hypotheses.0.supposes (hypothesis h): Too small: expected array to have >=1 items",
        "weighing: needs 2 hypotheses",
      ),
    );
  });

  it("refuses fields that it does not know, so that a misspelt one is not lost", async () => {
    const reading = readChanged((draft) => {
      Object.assign(draft.claims[4], { unscorable: "typo" });
    });
    await expect(reading).rejects.toThrow(refused('claims.4 (claim vague): Unrecognized key: "unscorable"'));
  });

  it("refuses a check of a kind that there is not", async () => {
    const reading = readChanged((draft) => {
      draft.claims = [{ ...claim, id: "x", check: JSON.parse('{"type":"trend","figure":"a"}') }];
    });
    await expect(reading).rejects.toThrow(/^report: claims\.0\.check\.type \(claim x\): Invalid/);
  });

  it.each([
    [{ zones: "hill" }, "", 'Unrecognized key: "zones"'],
    [{ zone: 5 }, ".zone", "needs a text or a list of texts"],
    [{ since: "2023-02-30" }, ".since", "needs a day as YYYY-MM-DD"],
    [{ any: [] }, ".any", "Too small: expected array to have >=1 items"],
    [{ not: { kind: [] } }, ".not.kind", "Too small: expected array to have >=1 items"],
    [[], "", "Invalid input: expected object, received array"],
    ["hill", "", "Invalid input: expected object, received string"],
    [null, "", "Invalid input: expected object, received null"],
  ])("refuses criteria that are none, in figures and in claims: %j", async (where, field, says) => {
    const ways = [{ ...measured[0], where: JSON.parse(JSON.stringify(where)) }];
    const check = { type: "increase", asks: "?", before: "before", after: "after", measured: ways } as const;
    const reading = readChanged((draft) => {
      draft.figures = [{ ...report.figures[0], measured: ways }, ...report.figures.slice(1)];
      draft.claims = [{ ...claim, id: "x", check }];
    });
    await expect(reading).rejects.toThrow(
      refused(
        `figures.0.measured.0.where${field} (figure a): ${says}`,
        `claims.0.check.measured.0.where${field} (claim x): ${says}`,
      ),
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
      draft.weighing = { on: "gone", windows: ["before", "never"], past: "before", forecast: "after", seed: 7 };
    });
    const names = (place: string, kind: string, name: string) => `${place}: names ${kind} ${name}, which is not there`;
    await expect(reading).rejects.toThrow(
      refused(
        names("figures.0.window (figure a)", "window", "never"),
        names("figures.0.measured.0.on (figure a)", "evidence", "gone"),
        names("figures.0.notes.0 (figure a)", "note", "9"),
        names("figures.1.whole (figure c)", "figure", "z"),
        names("claims.0.check.before (claim halved)", "figure", "x"),
        names("claims.0.check.after (claim halved)", "figure", "y"),
        names("claims.0.notes.0 (claim halved)", "note", "8"),
        names("claims.1.check.figure (claim paced)", "figure", "x"),
        names("claims.2.check.figure (claim shared)", "figure", "x"),
        names("claims.2.check.against.1 (claim shared)", "figure", "y"),
        names("claims.3.check.before (claim rose)", "window", "past"),
        names("claims.3.check.after (claim rose)", "window", "later"),
        names("claims.3.check.measured.0.on (claim rose)", "evidence", "gone"),
        names("hypotheses.0.supposes.0.covariate (hypothesis h)", "covariate", "snow"),
        names("weighing.windows.1", "window", "never"),
        names("weighing.on", "evidence", "gone"),
      ),
    );
  });

  it("does not take what every object has for a name", async () => {
    const reading = readChanged((draft) => {
      draft.figures = [{ ...report.figures[0], window: "constructor" }, ...report.figures.slice(1)];
    });
    await expect(reading).rejects.toThrow(
      refused("figures.0.window (figure a): names window constructor, which is not there"),
    );
  });

  it("refuses windows that end before they begin, or are empty", async () => {
    const reading = readChanged((draft) => {
      const { before, after } = report.windows;
      draft.windows = { before: { ...before, until: "2022-12-31" }, after: { ...after, until: after.since } };
    });
    await expect(reading).rejects.toThrow(
      refused("windows.before: ends before it begins", "windows.after: ends before it begins"),
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
    await expect(reading).rejects.toThrow(
      refused(
        "evidence.1.name (evidence diary): evidence diary stands twice",
        "figures.3.id (figure a): figure a stands twice",
        "figures.4.id (figure a): figure a stands twice",
        "claims.5.id (claim paced): claim paced stands twice",
        "hypotheses.2.id (hypothesis h): hypothesis h stands twice",
        "hypotheses.3.id (hypothesis i): hypothesis i stands twice",
        "citations.1.note (note 1): note 1 stands twice",
      ),
    );
  });

  it("refuses what is not JSON, and a file that is not there", async () => {
    await expect(readReport(folder.write("report.json", "{"))).rejects.toThrow(refused("not JSON"));
    await expect(readReport(`${file}x`)).rejects.toThrow(fault("InputError", `report: no such file, got ${file}x`));
  });
});
