import type { ClaimRow, Verdict } from "../../src/index.js";

const verdict: Verdict = {
  ...{ id: "a/wire", by: "reproduce", claim: "a", label: "A: raids", says: "more", verdict: "holds", scale: "ratio" },
  ...{ data: { name: "wire", asOf: "2020-11-01", hash: "0123456789abcdef" }, n: 1799, estimate: 1.29 },
  ...{ interval: [1.15, null], level: 0.95, reading: "so; and so", couldFail: "yes", proxy: "all raids" },
  ...{ power: { chance: 0.8, of: "a rise by half" }, usual: { yes: 9, years: 10 } },
};
const row: ClaimRow = {
  ...{ claim: "a", kind: "forecast", at: { paragraph: 5, sentence: 1 }, label: "More raids", says: 'more, "soon"' },
  ...{ status: "tested", by: "us", others: [], likelihood: { word: "likely" }, data: verdict },
};

/** One claim of each sort. */
export const oneOfEach: readonly ClaimRow[] = [
  row,
  { ...row, claim: "b", label: "Print", status: "print alone", by: "report", print: { ...verdict, by: "audit" } },
  { ...row, claim: "c", label: "Waits", status: "waiting", data: { ...verdict, verdict: "too early" } },
  { ...row, claim: "d", label: "No data", status: "no data here", data: { ...verdict, verdict: "annulled" } },
  {
    ...{
      claim: "e",
      kind: "background",
      at: { paragraph: 2 },
      label: "A motive",
      says: "why",
      status: "not scoreable",
    },
    ...{ by: "report", others: [], lacks: ["deadline", "data"], reading: "a motive", wouldTake: "orders" },
  },
  {
    ...{ claim: "f", kind: "observation", at: { paragraph: 1 }, label: "Again", says: "more", status: "said again" },
    ...{ by: "report", others: [], repeats: "a" },
  },
];
