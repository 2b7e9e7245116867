import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Figure, type Report, readReport } from "../../src/index.js";
import { fault, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const at = { paragraph: 1 };
const windows = {
  spring: { since: "2020-01-01", until: "2020-05-01", label: "Spring" },
  may: { since: "2020-05-01", until: "2020-06-01", label: "May" },
};
const figure = (id: string, some: Partial<Figure>): Figure => {
  return { id, at, notes: [], label: id, printed: "20", what: "count", window: "spring", measured: [], ...some };
};
const figures: readonly Figure[] = [
  figure("monthly", { what: "mean", per: "month" }),
  figure("weekly", { what: "mean", per: "week" }),
  figure("count", {}),
  figure("share", { what: "share", whole: "count" }),
  figure("loose", { what: "share" }),
];
const hypotheses: Report["hypotheses"] = ["tide", "surge"].map((id) => {
  const supposes = [{ name: id, zones: ["coast"], since: "2020-05-01", size: { median: 2, sd: 0.5 } }];
  return { id, label: id, by: "us", says: "so", supposes };
});
const report: Report = {
  ...{ id: "made-up", title: "Made up", publisher: "Nobody", published: "2020-08-03", cutoff: "2020-08-01" },
  ...{ every: "month", questions: [], plans: [], readings: [], referenceClasses: [], covariates: {} },
  ...{ question: "Is it?", numbering: "From 1.", codebook: "book.json", windows, figures, hypotheses },
  ...{ claims: [], citations: [] },
  weighing: { on: "wire", windows: ["spring", "may"], past: "spring", forecast: "may", seed: 7 },
  evidence: [
    {
      ...{ name: "wire", title: "Wire", publisher: "wire", file: "wire.csv", source: "totals", asOf: "2020-11-01" },
      ...{ citation: "Wire", licence: "Free", caveat: "None" },
    },
  ],
};

type Check = NonNullable<Report["claims"][number]["check"]>;
const ratio = (before: string, after: string): Check => ({ type: "ratio", before, after, word: "doubled" });
const pace = (figure: string): Check => ({ type: "pace", figure, word: "about three", from: 1, to: 12 });
const share = (figure: string): Check => ({ type: "share", figure, against: ["share"], word: "less" });

async function readWith(change: Partial<Report>): Promise<Report> {
  return await readReport(folder.write("report.json", JSON.stringify({ ...report, ...change })));
}

const claiming = (...checks: readonly Check[]): Pick<Report, "claims"> => ({
  claims: checks.map((check, i) => {
    return { id: `c${i}`, kind: "observation", at, notes: [], label: "So", says: "it is so", check };
  }),
});

const refused = (...faults: readonly string[]) =>
  fault("DataError", `report: ${faults.join("; ")} (${join(folder.path, "report.json")})`);

describe("a check in a report", () => {
  it("is read where its figures are of a kind that it can use", async () => {
    const ratios = ["monthly", "weekly", "count"].map((one) => ratio(one, one));
    const fine = claiming(...ratios, pace("count"), share("share"));
    expect((await readWith(fine)).claims).toHaveLength(5);
  });

  it.each([
    ["share", "share", "share and share"],
    ["monthly", "weekly", "mean a month and mean a week"],
    ["monthly", "count", "mean a month and count"],
    ["count", "share", "count and share"],
  ])("of a ratio is refused for %s over %s", async (before, after, kinds) => {
    await expect(readWith(claiming(ratio(before, after)))).rejects.toThrow(
      refused(`claims.0.check (claim c0): needs means of one unit, or counts, got ${kinds}`),
    );
  });

  it("of a pace is refused for a mean and for a share", async () => {
    await expect(readWith(claiming(pace("monthly"), pace("count"), pace("share")))).rejects.toThrow(
      refused(
        "claims.0.check.figure (claim c0): needs a count, got a mean a month",
        "claims.2.check.figure (claim c2): needs a count, got a share",
      ),
    );
  });

  it("of a share is refused without a count or a mean as the whole, and for what is no share", async () => {
    const needs = (claim: number) =>
      `claims.${claim}.check.figure (claim c${claim}): needs a share with a count or a mean as its whole`;
    const half = figure("half", { what: "share", whole: "loose" });
    const weekly = figure("of-a-mean", { what: "share", whole: "weekly" });
    const checks = [share("loose"), share("half"), share("monthly"), share("of-a-mean")];
    const change = { ...claiming(...checks), figures: [...figures, half, weekly] };
    await expect(readWith(change)).rejects.toThrow(
      refused("figures.5.whole (figure half): needs a count or a mean, got a share", needs(0), needs(2)),
    );
  });

  it("on a figure that is not there is one fault, not two", async () => {
    await expect(readWith(claiming(ratio("gone", "share"), pace("lost")))).rejects.toThrow(
      refused(
        "claims.0.check.before (claim c0): names figure gone, which is not there",
        "claims.1.check.figure (claim c1): names figure lost, which is not there",
      ),
    );
  });
});

describe("a report", () => {
  it("says of each mean what it is a mean of", async () => {
    const bare = [figure("bare", { what: "mean" }), figure("count", {}), figure("naked", { what: "mean" })];
    await expect(readWith({ figures: bare })).rejects.toThrow(
      refused(
        'figures.0 (figure bare): is a mean and needs per: "week" or "month"',
        'figures.2 (figure naked): is a mean and needs per: "week" or "month"',
      ),
    );
  });

  it("has two explanations to weigh, or does not weigh", async () => {
    expect((await readWith({})).hypotheses).toHaveLength(2);
    for (const few of [hypotheses.slice(1), []]) {
      await expect(readWith({ hypotheses: few })).rejects.toThrow(refused("weighing: needs 2 hypotheses"));
    }
  });

  it("need not weigh: then one explanation is enough, or none", async () => {
    expect(await readWith({ weighing: undefined, hypotheses: hypotheses.slice(1) })).not.toHaveProperty("weighing");
    expect((await readWith({ weighing: undefined, hypotheses: [] })).hypotheses).toEqual([]);
  });

  it.each(["\u001b[31mRed", "two\nlines", "bell\u0007", "\u009b2J", ""])(
    "has no control characters, which a terminal would obey, nor an empty text: %j",
    async (title) => {
      const marked = [{ ...figures[2], label: title }];
      await expect(readWith({ title, figures: marked })).rejects.toThrow(
        refused(
          "title: needs a text without control characters",
          "figures.0.label (figure count): needs a text without control characters",
        ),
      );
    },
  );

  it("keeps accents, dashes and other scripts", async () => {
    expect((await readWith({ title: "Ségou – сухой сезон" })).title).toBe("Ségou – сухой сезон");
  });

  it("is refused with every fault at once: names, means, ratios, paces and shares", async () => {
    const change = {
      ...claiming(ratio("share", "loose"), pace("weekly"), share("loose"), pace("gone")),
      figures: [...figures, figure("bare", { what: "mean" })],
      windows: { ...windows, spring: { ...windows.spring, until: "2020-01-01" } },
    };
    await expect(readWith(change)).rejects.toThrow(
      refused(
        "windows.spring: ends before it begins",
        'figures.5 (figure bare): is a mean and needs per: "week" or "month"',
        "claims.0.check (claim c0): needs means of one unit, or counts, got share and share",
        "claims.1.check.figure (claim c1): needs a count, got a mean a week",
        "claims.2.check.figure (claim c2): needs a share with a count or a mean as its whole",
        "claims.3.check.figure (claim c3): names figure gone, which is not there",
      ),
    );
  });
});
