import { describe, expect, it } from "vitest";
import { type Resolution, settle } from "../../src/index.js";
import { answered } from "./questions.js";

const no = { outcome: false, label: "other" };
const proxy = { proxy: "lethal only", label: "lethal" };
const short = (...some: readonly Partial<Resolution>[]): unknown =>
  settle(some.map(answered)).map(({ state, outcome, isByProxy, ways }) => [state, outcome, isByProxy, ways.length]);

describe("settle", () => {
  it("agrees where all ways do, and is ambiguous where they do not", () => {
    expect(short({}, { label: "other" })).toEqual([["resolved", true, false, 2]]);
    expect(short({}, no)).toEqual([["ambiguous", undefined, false, 2]]);
    expect(settle([answered(), answered(no)])[0].reading).toBe("ambiguous: yes by all (wire), no by other (wire)");
  });

  it("lets no proxy outvote or replace what counts the thing itself", () => {
    expect(short({}, { ...proxy, outcome: false }, { ...proxy, outcome: false })).toEqual([
      ["resolved", true, false, 1],
    ]);
    expect(short({ state: "open", outcome: undefined }, proxy)).toEqual([["open", undefined, false, 1]]);
    expect(short({ state: "annulled", outcome: undefined }, proxy)).toEqual([["resolved", true, true, 1]]);
    expect(short(proxy, { ...proxy, label: "b", outcome: false })).toEqual([["ambiguous", undefined, true, 2]]);
    expect(settle([answered(proxy)])[0].reading).toBe("yes, by 1 way of counting, by proxy alone");
  });

  it("goes by those resolved; else it is too early before it is open, and annulled where nothing else is", () => {
    const [open, early, annulled] = (["open", "too early", "annulled"] as const).map((state) => ({
      ...{ state, outcome: undefined, label: state },
    }));
    expect(short({}, open, early)).toEqual([["resolved", true, false, 1]]);
    expect(short(open, early, annulled)).toEqual([["too early", undefined, false, 1]]);
    expect(short(annulled, open)).toEqual([["open", undefined, false, 1]]);
    expect(short(annulled, { ...annulled, ...proxy })).toEqual([["annulled", undefined, false, 2]]);
  });

  it("keeps questions apart, in their order", () => {
    expect(
      settle([answered({ question: "b" }), answered(), answered({ question: "b", ...no })]).map((one) => [
        one.question,
        one.state,
      ]),
    ).toEqual([
      ["b", "ambiguous"],
      ["q", "resolved"],
    ]);
    expect(settle([])).toEqual([]);
  });
});
