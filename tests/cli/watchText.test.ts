import { describe, expect, it } from "vitest";
import { watchMarkdown } from "../../src/cli/watchText.js";
import type { Report, WatchedQuestion } from "../../src/index.js";

const hostile = "<img src=x onerror=alert(1)> [a](javascript:alert(1)) *b*";
const span = { since: "2020-05-01", until: "2020-08-01" };
const watched: WatchedQuestion = {
  ...{ id: "odd", claim: "odd", at: { paragraph: 1, sentence: 1 }, label: hostile, asks: hostile, every: "month" },
  ...{ data: { name: "wire" }, asOf: "2020-05-01", proxy: hostile, level: 0.95, window: { ...span, label: hostile } },
  ...{ state: "waiting", n: 0, periods: [], crossed: [], season: [], reading: hostile, couldFail: hostile },
  needed: [{ if: hostile, rate: 1, n: 0, periods: null }],
};

describe("the page of a watched report", () => {
  it("has no tag, link or emphasis out of a report", () => {
    const report: Pick<Report, "title" | "publisher" | "id"> = { id: "odd", title: hostile, publisher: hostile };
    const text = watchMarkdown(report, { report: "odd", entries: [{ written: "2020-05-01", watched: [watched] }] });
    expect(text).toContain("# Watched: &lt;img src=x onerror=alert(1)&gt; [a\\](javascript:alert(1)) \\*b\\*\n");
    expect(text).not.toContain("<img");
    expect(text).not.toContain("[a](");
    expect(text.match(/\*b\*/g)).toBeNull();
  });
});
