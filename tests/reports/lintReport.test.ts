import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Codebook, hashReport, InputError, lintReport, type Report, sentencesOf } from "../../src/index.js";
import { madeUp, temporary } from "../cli/madeUp.js";

const base: Report = JSON.parse(readFileSync(madeUp(temporary()), "utf8"));
const text = [
  "A letter from Strelsau",
  "Raids rose on the coast. They doubled since May.[1] The king sleeps.",
  "About three raids come a week. Few by night.",
  "A caption: the coast.",
  "More raids in autumn would mean that it lasts. Who knows?",
  "The king will likely tire.",
].join("\n\n");
const hashOf = (words: string): string => {
  const one = sentencesOf(text).find((sentence) => sentence.text.startsWith(words));
  if (one === undefined) throw new Error(words);
  return one.sha256;
};
const hashes: Readonly<Record<string, string>> = {
  "1.2": hashOf("They doubled"),
  "2.1": hashOf("About three"),
  "2.2": hashOf("Few by night"),
  "3.1": hashOf("More raids"),
  "4.1": hashOf("The king will"),
};
type At = Report["claims"][number]["at"];
const hashed = (at: At): At => {
  const { paragraph, sentence = 1 } = at;
  return { paragraph, sentence, sha256: hashes[`${paragraph}.${sentence}`] };
};

/** The made-up report, its locations hashed and its loose ends tied. */
const report: Report = {
  ...base,
  windows: Object.fromEntries(
    Object.entries(base.windows).filter(([name]) => !["may", "june", "later"].includes(name)),
  ),
  figures: base.figures.map((one) => ({ ...one, at: hashed(one.at) })),
  claims: base.claims.map((one) => ({
    ...one,
    at: hashed(one.at),
    ...(one.kind === "forecast" && { likelihood: { word: "likely" } }),
  })),
  hypotheses: base.hypotheses.map((one) => ({ ...one, ...(one.at && { at: hashed(one.at) }) })),
  citations: [
    {
      ...base.citations[0],
      at: [hashed({ paragraph: 1, sentence: 2 })],
      supports: ["raids-spring", "raids-summer", "raids-double"],
    },
  ],
};
const ruritania: Codebook = {
  ...{ name: "ruritania", note: "", country: "Ruritania", regions: {}, actors: { rebels: ["Hill Front"] } },
  zones: ["coast", "hills", "capital"].map((name) => ({ name, label: name, places: [] })),
};

const lines = (some: Partial<Report>, options: Parameters<typeof lintReport>[1] = {}): string[] =>
  lintReport({ ...report, ...some }, options).map(({ place, level, says }) => `${level}: ${place}: ${says}`);
const claims = (change: (claim: Report["claims"][number]) => object): Partial<Report> => ({
  claims: report.claims.map((one) => ({ ...one, ...change(one) })),
});
const claim = (id: string, some: object): Partial<Report> => claims((one) => (one.id === id ? some : {}));

describe("lintReport", () => {
  it("has nothing to say of a report whose ends are tied", () => {
    expect(lines({})).toEqual([]);
    expect(lines({}, { codebook: ruritania, rangeOf: () => [0.55, 0.8] })).toEqual([]);
  });

  it("says what nothing uses; a figure that data can count is reproduced", () => {
    const figures = [
      ...report.figures,
      { ...report.figures[3], id: "idle", whole: undefined },
      { ...report.figures[0], id: "counted", notes: [] },
    ];
    const windows = { ...report.windows, never: report.windows["spring"] };
    const evidence = [...report.evidence, { ...report.evidence[0], name: "gazette" }];
    const moon = { label: "", profile: [], begins: 1, heights: {}, sources: [], note: "" };
    expect(lines({ figures, windows, evidence, covariates: { moon } })).toEqual([
      "advice: windows.never: nothing uses this window",
      "advice: evidence.2 (evidence gazette): nothing uses this evidence",
      "advice: figures.5 (figure idle): nothing uses this figure",
      "advice: covariates.moon: nothing uses this covariate",
    ]);
  });

  it("says which notes and claims do not name each other, and which notes support nothing", () => {
    const more = { ...report.citations[0], note: 2, supports: [] };
    expect(lines({ citations: [{ ...report.citations[0], supports: ["raids-spring", "king"] }, more] })).toEqual([
      "fault: figures.1.notes (figure raids-summer): leans on note 1, which does not support it",
      "fault: claims.0.notes (claim raids-double): leans on note 1, which does not support it",
      "fault: citations.0.supports (note 1): supports claim king, which does not lean on note 1",
      "advice: citations.1.supports (note 2): supports nothing",
    ]);
  });

  it("says which claims nothing decides, unless a question does, and which forecasts have no likelihood", () => {
    const bare = claim("king", { likelihood: undefined, unscoreable: undefined });
    const asks: Report["questions"][number] = {
      ...{ id: "q", claim: "king", asks: "?", window: "autumn", by: "us" as const },
      ...{ criterion: { type: "count", above: 1 } as const, measured: report.figures[0].measured },
    };
    expect(lines(bare)).toEqual([
      "advice: claims.4 (claim king): has no check, no question, and no reason why it cannot be scored",
      "advice: claims.4 (claim king): is a forecast without a likelihood",
    ]);
    expect(lines({ ...bare, questions: [asks] })).toEqual([
      "advice: claims.4 (claim king): is a forecast without a likelihood",
    ]);
    expect(lines({ questions: [{ ...asks, window: "summer" }] })).toEqual([
      "fault: questions.0.window (question q): asks of a forecast what was decided by 2020-08-01, at the cutoff 2020-08-01 or before",
    ]);
    expect(lines({ questions: [{ ...asks, claim: "pace", window: "summer" }] })).toEqual([]);
  });

  it("says which words have no range, by the reader's list of words of probability", () => {
    const word = { check: { type: "pace", figure: "raids-fortnight", word: "umpteen", from: 1, to: 2 } };
    expect(lines(claim("pace", word))).toEqual([
      'fault: claims.1.check.word (claim pace): the word "umpteen" has no range',
    ]);
    const none = (): unknown => {
      throw new InputError("none");
    };
    const expected = ['advice: claims.4.likelihood.word (claim king): the word "likely" has no range'];
    expect(lines({}, { rangeOf: none })).toEqual(expected);
    expect(lines({}, { rangeOf: () => undefined })).toEqual(expected);
    expect(lines(claim("king", { likelihood: { word: "likely", range: [0.5, 1] } }), { rangeOf: none })).toEqual([]);
  });

  it("says which windows an observation could not have seen to their end", () => {
    expect(lines(claim("lasts", { kind: "observation" }))).toEqual([
      "advice: claims.3.check.after (claim lasts): window autumn runs until 2020-10-01, past the cutoff 2020-08-01",
    ]);
    expect(lines({ cutoff: "2020-07-14" })[0]).toBe(
      "advice: figures.1.window (figure raids-summer): window summer runs until 2020-08-01, past the cutoff 2020-07-14",
    );
  });

  it("says which zones and groups its codebook does not have, however deep in criteria they lie", () => {
    const where = { zone: ["coast", "moor"], any: [{ not: { side1: "@pirates" } }, { kind: "@raids" }] };
    const way = { ...report.figures[0].measured[0], where, measure: { share: { zone: "fen", actor: "@rebels" } } };
    const figures = [{ ...report.figures[0], measured: [way] }, ...report.figures.slice(1)];
    const placebos = { marsh: "coast", coast: "dune" };
    const weighing = report.weighing && { ...report.weighing, placebos, where: { zone: "strand" } };
    const [first, second] = report.hypotheses;
    const odd = { ...first, supposes: [{ ...first.supposes[0], zones: ["heath"] }] };
    expect(lines({ figures, hypotheses: [odd, second], weighing }, { codebook: ruritania })).toEqual([
      "fault: figures.0.measured.0.where.zone (figure raids-spring): zone moor is not in the codebook ruritania",
      "fault: figures.0.measured.0.measure.share.zone (figure raids-spring): zone fen is not in the codebook ruritania",
      "fault: figures.0.measured.0.where.any.0.not.side1 (figure raids-spring): @pirates is not a group of actors of the codebook ruritania",
      "fault: figures.0.measured.0.where.any.1.kind (figure raids-spring): @raids is not a group of kinds of the codebook ruritania",
      "fault: hypotheses.0.supposes.0.zones.0 (hypothesis tide): zone heath is not in the codebook ruritania",
      "fault: weighing.placebos.coast: zone dune is not in the codebook ruritania",
      "fault: weighing.placebos.marsh: zone marsh is not in the codebook ruritania",
      "fault: weighing.where.zone: zone strand is not in the codebook ruritania",
    ]);
  });

  it("says what a scaffold left", () => {
    expect(lines({ title: "EXAMPLE: a title", ...claim("pace", { says: "EXAMPLE: about three" }) })).toEqual([
      "advice: title: still holds an EXAMPLE to replace",
      "advice: claims.1 (claim pace): still holds an EXAMPLE to replace",
    ]);
  });
});

describe("lintReport with the report's text", () => {
  it("finds located sentences whatever headings and captions the text has, and says where nothing was made of one", () => {
    expect(lines({}, { text })).toEqual([
      "advice: paragraph 2, sentence 3 of the text: The king sleeps.: lies in no claim and no figure",
      "advice: paragraph 4, sentence 1 of the text: A caption: the coast.: lies in no claim and no figure",
      "advice: paragraph 5, sentence 2 of the text: Who knows?: lies in no claim and no figure",
    ]);
  });

  it("says which hashes are missing, of no sentence, of another order, of another sentence, or two of one sentence", () => {
    const at = (paragraph: number, sentence: number, sha256?: string) => ({ at: { paragraph, sentence, sha256 } });
    const of = (some: Partial<Report>) => lines(some, { text }).filter((line) => !line.includes("lies in no claim"));
    expect(of(claim("king", { at: { paragraph: 4 } }))).toEqual([
      "advice: claims.4.at (claim king): has no hash of its sentence",
    ]);
    expect(of(claim("king", at(4, 1, "0".repeat(64))))).toEqual([
      "fault: claims.4.at (claim king): its hash is of no sentence of the text",
    ]);
    expect(of(claim("king", at(4, 1, hashes["1.2"])))).toEqual([
      "fault: claims.4.at (claim king): is paragraph 2, sentence 2 of the text, against the order of the others",
    ]);
    expect(of(claim("king", at(4, 3, hashes["4.1"])))).toEqual([
      "advice: claims.4.at (claim king): is paragraph 6, sentence 1 of the text, not sentence 3 of its paragraph",
    ]);
    expect(of(claim("pace", at(3, 1, hashes["2.1"])))).toEqual([
      "fault: claims.1.at (claim pace): is paragraph 3, sentence 1 of the text, against the order of the others",
      "fault: claims.3.at (claim lasts): has another hash than an earlier location of paragraph 3, sentence 1",
      "fault: hypotheses.0.at (hypothesis tide): has another hash than an earlier location of paragraph 3, sentence 1",
    ]);
  });
});

describe("hashReport", () => {
  const without = claims(({ id, at: { paragraph, sentence } }) =>
    id === "king" || id === "pace" ? { at: { paragraph, sentence } } : {},
  );

  it("gives each location the hash of its sentence, by the hashes around it", () => {
    const rows = hashReport({ ...report, ...without }, text);
    const found = rows.map(({ place, sha256, had }) => [place, had, sha256]);
    expect(found).toContainEqual(["claims.0.at (claim raids-double)", true, hashes["1.2"]]);
    expect(found).toContainEqual(["claims.1.at (claim pace)", false, hashes["2.1"]]);
    // The last hash before it lies a caption ahead, so the end is told by that one alone.
    expect(found).toContainEqual(["claims.4.at (claim king)", false, hashes["4.1"]]);
    expect(rows.find(({ place }) => place === "claims.1.at (claim pace)")?.text).toBe("About three raids come a week.");
  });

  it("gives none where the paragraphs around it are counted otherwise, and takes an offset that is said", () => {
    const gap = {
      figures: [],
      hypotheses: [],
      citations: [],
      ...claims(({ id, at: { paragraph, sentence, sha256 } }) => ({
        at: { paragraph, sentence, ...(id !== "pace" && id !== "by-night" && { sha256 }) },
      })),
    };
    const why = (rows: ReturnType<typeof hashReport>) => rows.map((one) => one.why ?? one.text);
    expect(why(hashReport({ ...report, ...gap }, text)).slice(1, 3)).toEqual([
      "lies between hashes of which the text counts paragraphs otherwise",
      "lies between hashes of which the text counts paragraphs otherwise",
    ]);
    expect(why(hashReport({ ...report, ...gap }, text, { offset: 2 })).slice(1, 3)).toEqual([
      "About three raids come a week.",
      "Few by night.",
    ]);
    expect(why(hashReport({ ...report, ...gap }, text, { offset: 9 }))[1]).toBe("is not in the text");
  });

  it("says what is missing to tell one, and refuses to guess", () => {
    const bare = claims(() => ({ at: { paragraph: 1 } }));
    const [row] = hashReport({ ...report, ...bare, figures: [] }, text, { offset: 2 });
    expect(row).toMatchObject({ had: false, why: "names no sentence" });
    const none = { ...report, ...bare, figures: [], hypotheses: [], citations: [] };
    expect(() => hashReport(none, text)).toThrow(
      new InputError("hashReport: no hash of the report is in the text; say with offset which paragraph is the first"),
    );
    expect(() => hashReport(none, text, { offset: 1.5 })).toThrow(
      new InputError("hashReport: offset needs a whole number, got 1.5"),
    );
  });
});
