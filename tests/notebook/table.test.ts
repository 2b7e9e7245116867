import { describe, expect, it } from "vitest";
import type { Coefficient, Finding, Running, Verdict } from "../../src/index.js";
import { tableOf } from "../../src/notebook/table.js";
import { hostile, panel, weighed } from "../charts/madeUp.js";

const verdict: Verdict = {
  ...{ id: "raids", by: "reproduce", at: { paragraph: 1 }, label: "Raids", says: "doubled", verdict: "agrees" },
  ...{ data: { name: "wire", asOf: "2020-11-01", hash: "abcdef1234" }, n: 1126, scale: "ratio", estimate: 2.0267 },
  ...{ interval: [1.3999, 2.9566], level: 0.95, reading: "76 after 50", proxy: "raids alone", couldFail: "yes" },
};
const finding: Finding = {
  ...{ test: "dispersion()", key: { zone: "coast" }, n: 1234, estimate: 1.5, interval: [0.5, null], p: 0.00021 },
  ...{ from: "abcdef1234567890", reading: "varies", assumes: ["one rate"] },
};

function cells(text: string): string[][] {
  return text.split("\n").map((line) => line.split(/ {2,}/));
}

describe("a table", () => {
  it("of verdicts has verdict, estimate with interval, n, data with its day, and reading", () => {
    expect(cells(tableOf([verdict]).text)).toEqual([
      ["verdict", "what", "estimate", "n", "data", "reading"],
      ["agrees", "Raids", "2.03 [1.40, 2.96]", "1,126", "wire as of 2020-11-01 (proxy)", "76 after 50"],
    ]);
    const { estimate, interval, ...bare } = { ...verdict, n: 0 };
    expect(tableOf([bare]).text).not.toMatch(/undefined|NaN/);
  });

  it("of adjusted findings has the adjusted p beside p", () => {
    const [head, row] = cells(tableOf([{ ...finding, adjusted: 0.0042 }]).text);
    expect(head).toEqual(["zone", "test", "n", "estimate", "p", "adjusted", "reading", "from"]);
    expect(row[5]).toBe("0.0042");
  });

  it("of looks, coefficients and sentences says what each is", () => {
    const look: Running = {
      ...{ key: { zone: "coast" }, from: "abcdef1234", period: "2024-01-01", n: 1234, exposure: 1, level: 0.95 },
      ...{ estimate: 0.6476, interval: [0.4, null], eValue: 19.2266, p: 0.052 },
    };
    expect(cells(tableOf([look]).text)).toEqual([
      ["zone", "up to", "n", "estimate", "e-value", "p"],
      ["coast", "2024-01-01", "1,234", "0.65 [0.40, no bound]", "19", "0.052"],
    ]);
    const coefficient: Coefficient = {
      ...{ name: "trend", estimate: 0, error: 1, statistic: 0, p: 0.5, ratio: 1, interval: [0.1, 10] },
    };
    expect(cells(tableOf([coefficient]).text)).toEqual([
      ["term", "times the rate", "p"],
      ["trend", "1.0000 [0.1000, 10.0000]", "0.5"],
    ]);
    const power = { test: "eTest()", level: 0.95, before: 7, reading: "seen in 80%", assumes: ["Poisson counts"] };
    expect(cells(tableOf([power]).text)).toEqual([
      ["test", "reading"],
      ["eTest()", "seen in 80%"],
    ]);
    // A reader's own row keeps its columns.
    expect(cells(tableOf([{ model: "season", reading: "fewer" }]).text)[0]).toEqual(["model", "reading"]);
  });

  it("of a probability says percent", () => {
    const one: Verdict = { ...verdict, scale: "probability", estimate: 0.96, interval: [0.001, 0.99] };
    expect(tableOf([one]).text).toContain("96%, under 1% to 99%");
  });

  it("of findings has key, test, n, estimate, p, reading and snapshot", () => {
    expect(cells(tableOf([finding]).text)).toEqual([
      ["zone", "test", "n", "estimate", "p", "reading", "from"],
      ["coast", "dispersion()", "1,234", "1.5000 [0.5000, no bound]", "0.00021", "varies", "abcdef12"],
    ]);
    expect(cells(tableOf([{ ...finding, p: 1e-9 }]).text)[1][4]).toBe("1.0e-9");
  });

  it("of a panel has a row a series, with its total and values", () => {
    const [head, first] = cells(tableOf(panel).text);
    expect(head).toEqual(["zone", "from", "every", "periods", "n", "values", "snapshot"]);
    expect(first).toEqual(["coast", "2019-11-01", "month", "4", "22", "3 12 0 7", "abcdef12"]);
  });

  it("of an indicator has a row a series, with its unit, and a dash where it is not defined", () => {
    const ratio = { indicator: 'change("ratio", "period before")', unit: "times", values: [null, 4, 0, 1.23456] };
    const { key, recipe, start, from } = panel[0];
    expect(cells(tableOf([{ key, recipe, start, from, ...ratio }]).text)).toEqual([
      ["zone", "indicator", "unit", "from", "every", "periods", "values", "snapshot"],
      ["coast", ratio.indicator, "times", "2019-11-01", "month", "4", "– 4 0 1.235", "abcdef12"],
    ]);
  });

  it("of centres has a row a period", () => {
    const centre = { period: "2019-11-01", lat: 14.25, lon: -4, spreadKm: 53.94601, movedKm: null, n: 2 };
    expect(cells(tableOf([centre]).text)[1]).toEqual(["2019-11-01", "14.25", "-4", "53.95", "null", "2"]);
  });

  it("of a weighing has a row an explanation, with range and how often it is recognised", () => {
    const [tide, surge] = weighed.hypotheses;
    const hypotheses = [
      { ...tide, picked: { Tide: 0.9, Surge: 0.1 }, logScore: -6.03 },
      { ...surge, picked: { Tide: 0.13, Surge: 0.87 } },
    ];
    expect(cells(tableOf({ ...weighed, hypotheses }).text)[1]).toEqual([
      ...["Tide", "96%, 54% to 99%", "-6.03", "90% of 10", "36", "wire as of 2020-11-01"],
    ]);
  });

  it("of plain rows keeps whole numbers and texts, shortens others, and fills gaps", () => {
    const { text } = tableOf([{ a: 12345, b: "x" }, { b: null, c: 0.123456 }, { c: [1, 2] }]);
    expect(text.split("\n")).toEqual(["a       b     c", "12,345  x", "        null  0.1235", "              [1,2]"]);
  });

  it("counts the rows it leaves out, below it", () => {
    const rows = Array.from({ length: 33 }, (_, i) => ({ i }));
    const { text, html } = tableOf(rows);
    expect(text.split("\n")).toHaveLength(1 + 30 + 1);
    expect(text).toMatch(/… and 3 more rows$/);
    expect(html.match(/<tr>/g)).toHaveLength(1 + 30);
    expect(html).toMatch(/<p>… and 3 more rows<\/p>$/);
    expect(tableOf(rows.slice(0, 30)).text).not.toContain("more rows");
  });

  it("keeps hostile names and values as texts", () => {
    const { html } = tableOf(hostile.map((text) => ({ [text]: text })));
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;</th>");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;</td>");
    expect(html).toContain("&#39;&quot;}]; signal(&#39;width&#39;)");
  });

  it("of no rows is an empty table, not a fault", () => {
    expect(tableOf([])).toEqual({
      html: "<table>\n<thead><tr></tr></thead>\n<tbody>\n\n</tbody></table>",
      text: "",
      quantities: [],
    });
  });
});
