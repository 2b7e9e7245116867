import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Resolution, type ResolutionHistory, recorded } from "../../src/index.js";
import { fault } from "../store/trial.js";
import { answered } from "./questions.js";

const empty: ResolutionHistory = { report: "r", entries: [] };
const day = { written: "2024-04-01" };
const changes: Partial<Resolution>[] = [
  { state: "too early", outcome: undefined },
  { outcome: false },
  { observed: 4 },
  { data: { name: "wire", asOf: "2024-03-16", hash: "cd" } },
];

describe("recorded", () => {
  it("adds what is new with the day, and the same only once", () => {
    const once = recorded(empty, [answered()], day);
    expect(once).toEqual({ report: "r", entries: [{ ...answered(), ...day }] });
    expect(recorded(once, [answered({ asOf: "2024-05-01", reading: "said otherwise" })], day)).toEqual(once);
    for (const change of changes)
      expect(recorded(once, [answered(change)], { written: "2024-05-01" }).entries).toEqual([
        ...once.entries,
        { ...answered(change), written: "2024-05-01" },
      ]);
  });

  it("keeps ways and data sets apart", () => {
    const some = [
      answered(),
      answered({ label: "b" }),
      answered({ data: { name: "b", hash: "ab" } }),
      answered({ question: "b" }),
    ];
    const all = recorded(empty, some, day);
    expect(all.entries).toHaveLength(4);
    expect(recorded(all, [...some].reverse(), day)).toEqual(all);
  });

  it("never drops or changes an entry, whatever comes in whatever order", () => {
    const one = fc.constantFrom<Partial<Resolution>>({}, ...changes, { label: "b" }).map(answered);
    fc.assert(
      fc.property(fc.array(fc.array(one, { maxLength: 4 }), { maxLength: 6 }), (rounds) => {
        let history = Object.freeze(empty);
        for (const round of rounds) {
          const next = recorded(history, Object.freeze(round), day);
          expect(next.entries.slice(0, history.entries.length)).toEqual(history.entries);
          const last = new Map(round.map((each) => [each.label, each]));
          for (const [label, each] of last) {
            const kept = next.entries.filter((entry) => entry.label === label).at(-1);
            expect([kept?.state, kept?.outcome, kept?.observed, kept?.data]).toEqual([
              each.state,
              each.outcome,
              each.observed,
              each.data,
            ]);
          }
          history = next;
        }
      }),
    );
  });

  it("survives JSON: a history read back takes the same for the same", () => {
    const open = answered({ state: "open", outcome: undefined, observed: undefined });
    const back: ResolutionHistory = JSON.parse(JSON.stringify(recorded(empty, [open], day)));
    expect(recorded(back, [open], day)).toEqual(back);
  });

  it("refuses what is no day", () => {
    expect(() => recorded(empty, [], { written: "today" })).toThrow(
      fault("InputError", 'recorded: written needs a day as YYYY-MM-DD, got "today"'),
    );
  });
});
