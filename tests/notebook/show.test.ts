import { describe, expect, it } from "vitest";
import { type FrontEnd, forest, InputError, showWith } from "../../src/index.js";
import { quantitiesType } from "../../src/notebook/quantity.js";
import { ratios, weighed, words } from "../charts/madeUp.js";

/** A front end that keeps what it is sent, as tslab's would send it on. */
function front(): { frontEnd: FrontEnd; sent: Record<string, unknown>[]; updates: boolean[] } {
  const sent: Record<string, unknown>[] = [];
  const updates: boolean[] = [];
  const frontEnd: FrontEnd = {
    lastWriteDisplayData: ({ data }, update) => {
      sent.push(data);
      updates.push(update);
    },
  };
  return { frontEnd, sent, updates };
}

describe("show", () => {
  it("sends a chart in five forms at once, the last of them what it says by name", async () => {
    const { frontEnd, sent, updates } = front();
    const spec = forest(ratios, words);
    await showWith(frontEnd)(spec);
    expect(updates).toEqual([false]);
    expect(Object.keys(sent[0])).toEqual([
      "application/vnd.vegalite.v5+json",
      "image/svg+xml",
      "image/png",
      "text/plain",
      quantitiesType,
    ]);
    expect(sent[0]["application/vnd.vegalite.v5+json"]).toEqual(spec);
    expect(sent[0]["image/svg+xml"]).toMatch(/^<svg /);
    expect(Buffer.from(String(sent[0]["image/png"]), "base64").toString("latin1", 1, 4)).toBe("PNG");
    expect(sent[0]["text/plain"]).toBe("Raids doubled\nn = 61 events; wire as of 2020-11-01 (abcdef12)");
  });

  it("sends rows, and a weighing, as a table and as text", async () => {
    const { frontEnd, sent } = front();
    const show = showWith(frontEnd);
    await show([{ zone: "coast", events: 3 }]);
    await show(weighed);
    expect(sent.map((one) => Object.keys(one))).toEqual([
      ["text/html", "text/plain", quantitiesType],
      ["text/html", "text/plain", quantitiesType],
    ]);
    expect(sent[0]["text/plain"]).toBe("zone   events\ncoast       3");
    expect(sent[1]["text/plain"]).toContain("Tide");
  });

  it("throws on what is neither chart nor rows, and outside a cell", async () => {
    const { frontEnd } = front();
    const fault = (got: string): InputError => new InputError(`show: needs a chart, or rows for a table, got ${got}`);
    const show = (what: unknown): Promise<void> => showWith(frontEnd)(what as object);
    await expect(show("coast")).rejects.toThrow(fault('"coast"'));
    await expect(show(undefined)).rejects.toThrow(fault("undefined"));
    await expect(show(null)).rejects.toThrow(fault("null"));
    await expect(show({})).rejects.toThrow(fault("{}"));
    await expect(show([1, 2])).rejects.toThrow(fault("rows that are no objects"));
    await expect(show(new Map([[1, 2]]))).rejects.toThrow(fault("a Map"));
    await expect(show(Promise.resolve([{ a: 1 }]))).rejects.toThrow(fault("a promise; await it first"));
    await expect(showWith({ lastWriteDisplayData: null })([{ zone: "coast" }])).rejects.toThrow(
      new InputError("show: needs a running notebook cell"),
    );
  });

  it("finds the cell when it shows, not when it is made", async () => {
    const { frontEnd, sent } = front();
    const late: FrontEnd = { lastWriteDisplayData: null };
    const show = showWith(late);
    late.lastWriteDisplayData = frontEnd.lastWriteDisplayData;
    await show([{ a: 1 }]);
    expect(sent).toHaveLength(1);
  });
});
