import { join } from "node:path";
import { type Case, openCase } from "../../src/cli/openCase.js";
import { acled, type Figure, type Measured, type Report, read, readCodebook, type Snapshot } from "../../src/index.js";
import { type Counts, madeUp } from "../cli/madeUp.js";

let made = 0;

/** The made-up case, opened; with another report or other counts where given. */
export async function madeUpCase(
  folder: string,
  some: { change?: (report: Report) => Report; counts?: Counts } = {},
): Promise<Case> {
  const own = join(folder, `case-${made++}`);
  return await openCase(madeUp(own, some), { store: join(own, "store"), note: () => {} });
}

/** The report that is shipped, opened. */
export async function shippedCase(folder: string): Promise<Case> {
  return await openCase("ctp-2023-12-13", { store: join(folder, "store"), note: () => {} });
}

const on = "gazette";
const window = (since: string, until: string) => ({ since, until, label: `${since} to ${until}` });
const figure = (id: string, printed: string, name: string, some: Partial<Figure> = {}): Figure => ({
  ...{ id, at: { paragraph: 1 }, notes: [], label: id, printed, what: "mean", per: "week", window: name },
  measured: [{ on, label: "all", where: { zone: "inland" } }],
  ...some,
});
const inland: Measured = { on, label: "all", where: { zone: "inland" } };

/** A made-up report of another country that counts by the week, on a made-up export with days. */
export async function weeklyCase(folder: string): Promise<{ report: Report; snapshot: Snapshot }> {
  const codebook = await readCodebook("data/codebooks/erewhon.json");
  const snapshot = await read("data/made-up/erewhon-2024-03-15.csv", acled(), {
    ...{ name: on, asOf: "2024-03-15", codebook, store: join(folder, "weekly-store") },
  });
  const report: Report = {
    ...{ id: "erewhon-2023", title: "Letter from the marshes", publisher: "The Gazette", published: "2023-11-28" },
    ...{ cutoff: "2023-11-27", every: "week", question: "?", numbering: "-", codebook: "erewhon.json" },
    windows: {
      june: window("2023-06-05", "2023-07-03"),
      autumn: window("2023-10-30", "2023-11-27"),
      winter: window("2023-12-04", "2024-01-01"),
      july: window("2023-07-01", "2023-08-01"),
    },
    evidence: [],
    figures: [
      figure("june", "5", "june"),
      figure("autumn", "4", "autumn"),
      figure("july", "20", "july", { per: "month" }),
      figure("battles", "30", "june", {
        what: "share",
        measured: [{ ...inland, measure: { share: { kind: "Battles" } } }],
      }),
    ],
    claims: [
      {
        ...{ id: "fewer", kind: "observation", at: { paragraph: 1 }, notes: [], label: "Fewer", says: "fewer raids" },
        check: { type: "ratio", before: "june", after: "autumn", word: "decreased" },
      },
      {
        ...{ id: "many", kind: "observation", at: { paragraph: 2 }, notes: [], label: "Many", says: "ten or more" },
        check: { type: "count", window: "june", atLeast: 10, measured: [inland] },
      },
      {
        ...{ id: "more", kind: "forecast", at: { paragraph: 3 }, notes: [], label: "More", says: "more to come" },
        check: { type: "increase", asks: "more in winter", before: "autumn", after: "winter", measured: [inland] },
      },
    ],
    ...{ questions: [], plans: [], readings: [], referenceClasses: [], hypotheses: [], covariates: {}, citations: [] },
  };
  return { report, snapshot };
}
