import { describe, expect, it } from "vitest";
import { changesChart } from "../../src/cli/runCharts.js";
import type { Verdict } from "../../src/index.js";

const change = (id: string): Verdict => ({
  ...{ id, by: "reproduce", label: "More: all raids", says: "more", verdict: "holds", data: { name: "wire" }, n: 60 },
  ...{ scale: "ratio", estimate: 2, interval: [1.1, 3.5], level: 0.95, reading: "", couldFail: "" },
});

describe("the chart of every change", () => {
  it("keeps two rows apart that were counted in ways of the same name", () => {
    const [chart] = changesChart([change("check"), change("question")]);
    const text = JSON.stringify(chart.spec);
    expect(text).toContain('"More: all raids (check)"');
    expect(text).toContain('"More: all raids (question)"');
  });

  it("is none where nothing changed", () => {
    expect(changesChart([])).toEqual([]);
  });
});
