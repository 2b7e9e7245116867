import { describe, expect, it } from "vitest";
import { auditSources, InputError, type Report, type Verdict } from "../../src/index.js";
import { whyClosed } from "../../src/reports/sourceAccess.js";
import { sourceOf } from "../../src/reports/sourceOf.js";
import { expectDigits } from "../close.js";
import { blank, cites, claim, figure, shippedNotes } from "./cited.js";

const found = (some: Partial<Report>, level = 0.95): readonly Verdict[] =>
  auditSources({ ...blank, ...some }, { level });

describe("the audit of the first case's sources", () => {
  const all = found({
    citations: shippedNotes,
    figures: [figure("attacks", "recent", 1), figure("share", "recent", 8), figure("engagements", "spring", 18)],
    claims: [claim("counter", { notes: [14] }), claim("nearby", { notes: [15] }), claim("guess")],
  });
  const of = (id: string): Verdict => all.find((one) => one.id === id) ?? all[-1];

  it("finds 14 slots and 13 sources in note 1, and no other note with a source twice", () => {
    expect(of("sources/note-1/repeats").reading).toBe(
      "14 slots, 13 distinct: x.com/i/status/1727765331349774469 stands more than once",
    );
    expect(all.filter((one) => one.id.endsWith("/repeats"))).toHaveLength(1);
    expect(of("sources/again").reading).toBe(
      "76 slots, 42 distinct; 19 of them in more than one note, most often the author, unpublished, in 5",
    );
  });

  it("finds 6 of 13 from one account, with the interval that scipy gives, and the Herfindahl index", () => {
    const one = of("sources/note-1/shares");
    expect(one).toMatchObject({ verdict: "uncertain", n: 13, scale: "share", estimate: 6 / 13, level: 0.95 });
    // scipy.stats.beta.ppf(.025, 6, 8) and ppf(.975, 7, 7); sum of squares (36 + 4 + 4 + 1 + 1 + 1) / 169.
    expectDigits(one.interval?.[0] ?? 0, 0.192232441801, 10);
    expectDigits(one.interval?.[1] ?? 0, 0.74865451773, 10);
    expect(one.reading).toContain("6 of 13 distinct are of ocisse691, 0.46 [0.19, 0.75]");
    expect(one.reading).toContain("Herfindahl 0.28, as of 3.6 publishers");
    expect(one.couldFail).toBe("yes: of 13, 11 or more of the largest would have failed, 2 or fewer held");
    expect(of("sources/the-report/shares")).toMatchObject({ verdict: "holds", n: 42, estimate: 7 / 42 });
  });

  it("finds the one about Kidal", () => {
    expect(of("sources/note-1/about").reading).toBe("1 of 14 is about another place: item 10, of SITE, about Kidal");
  });

  it("finds the notes that no reader can re-run", () => {
    expect(of("sources/dashboard-landing-page").reading).toBe(
      "4 of 37 notes cite only a dashboard's landing page: [15] [18] [19] [20]; among others in 1: [14]",
    );
    expect(of("sources/unpublished-source").reading).toBe(
      "4 of 37 notes cite only an unpublished source: [4] [7] [8] [9]; among others in 1: [14]",
    );
    expect(of("sources/subscription")).toMatchObject({ verdict: "uncertain", matters: { weight: "low" } });
  });

  it("weighs figures that rest on nothing else highly, and counts the publishers behind each", () => {
    expect(of("sources/figure-attacks")).toMatchObject({ verdict: "holds", n: 13, matters: { weight: "low" } });
    expect(of("sources/figure-attacks").reading).toContain("13 sources of 6 publishers (ocisse691, BocaryGUINDO, SITE");
    expect(of("sources/figure-share")).toMatchObject({ verdict: "fails", n: 1, matters: { weight: "high" } });
    expect(of("sources/figure-engagements").reading).toBe(
      "1 source of one publisher (acleddata.com) in [18]; none can be looked up or run again (1 × dashboard's landing page)",
    );
  });

  it("names claims that rest on nothing else, and those with no note", () => {
    expect(all.filter((one) => one.id.startsWith("sources/claim-")).map((one) => one.claim)).toEqual(["nearby"]);
    expect(of("sources/no-note").reading).toBe("1 of 3 claims has no note: 1 of 3 of the kind observation");
  });

  it("says of every verdict how, whether it could have failed, and what it matters", () => {
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
    for (const one of all) {
      expect(one).toMatchObject({ by: "audit", data: { name: "letter, as printed" } });
      expect(one.couldFail).toMatch(/^yes: /);
      expect(one.how).not.toBe("");
      expect(one.matters?.why).not.toBe("");
      expect(one.reading).not.toMatch(/undefined|NaN|null/);
    }
  });
});

describe("the audit of sources", () => {
  const same = (n: number): Report["citations"] => [
    cites(1, ...Array.from({ length: n }, (_, i) => ({ url: `https://a.org/${i}` }))),
  ];

  it("fails where all six are of one publisher, and leaves out notes of fewer, which cannot tell", () => {
    // Clopper and Pearson: all of 5 is at least 0.478, all of 6 at least 0.541.
    expect(found({ citations: same(5) }).some((one) => one.id.endsWith("/shares"))).toBe(false);
    const six = found({ citations: same(6) }).find((one) => one.id === "sources/note-1/shares");
    expect(six).toMatchObject({ verdict: "fails", estimate: 1 });
    expect(six?.couldFail).toBe("yes: of 6, 6 or more of the largest would have failed, none held");
    expect(found({ citations: same(6) }, 0.99).some((one) => one.id.endsWith("/shares"))).toBe(false);
  });

  it("knows one source by publisher and title where there is no address", () => {
    const book = { type: "document", publisher: "The Crown", title: "Raids  of 2020" } as const;
    expect(sourceOf(book)).toBe(sourceOf({ ...book, title: "raids of 2020" }));
    expect(sourceOf(book)).not.toBe(sourceOf({ ...book, title: "raids of 2021" }));
    expect(sourceOf(book)).not.toBe(sourceOf({ ...book, publisher: "The Court" }));
  });

  it("takes a dashboard with a saved view as something that can be run again", () => {
    const board = (url?: string): string | undefined =>
      whyClosed({ type: "dashboard", publisher: "a.org", ...(url !== undefined && { url }) });
    for (const url of [undefined, "https://a.org/dashboard/", "https://a.org/dashboard/#/dashboard", "https://a.org"])
      expect(board(url), url).toBe("a dashboard's landing page");
    for (const url of ["https://a.org/map?c=ML", "https://a.org/dashboard/#/dashboard/8BEB12AF", "https://a.org/#/v?x"])
      expect(board(url), url).toBeUndefined();
  });

  it("is uncertain of a figure of one open publisher, and silent on one without a note", () => {
    const figures = [figure("raids", "recent", 1), figure("bare", "recent")];
    const all = found({ figures, citations: [cites(1, { url: "https://a.org/1" }, { url: "https://a.org/2" })] });
    expect(all.find((one) => one.id === "sources/figure-raids")).toMatchObject({
      ...{ verdict: "uncertain", n: 2, reading: "2 sources of one publisher (wire) in [1]; all can be looked up" },
      matters: { weight: "medium" },
    });
    expect(all.some((one) => one.id === "sources/figure-bare")).toBe(false);
  });

  it("holds where each source stands once, and is silent without notes or claims", () => {
    expect(found({ citations: same(3) }).map(({ id, verdict }) => [id, verdict])).toEqual([["sources/again", "holds"]]);
    expect(found({})).toEqual([]);
  });

  it("refuses a level that is none", () => {
    for (const level of [0, 1, Number.NaN])
      expect(() => found({}, level)).toThrow(
        new InputError(`auditSources: level must lie between 0 and 1, got ${level}`),
      );
  });
});
