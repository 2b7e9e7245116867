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
  return text.split("\n").map((line) => line.trim().split(/ {2,}/));
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
    expect(head).toEqual(["zone", "from", "every", "periods", "n", "unit", "values", "snapshot"]);
    expect(first).toEqual(["coast", "2019-11-01", "month", "4", "22", "events", "3 12 0 7", "abcdef12"]);
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
    expect(cells(tableOf([centre]).text)[1]).toEqual(["2019-11-01", "14.25", "-4", "53.95", "–", "2"]);
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
    const { text } = tableOf([{ a: 12345, b: "x" }, { b: null, c: 0.123456 }, { a: 9 }]);
    expect(text.split("\n")).toEqual(["     a  b       c", "12,345  x", "        –  0.1235", "     9"]);
  });

  it("of one thing has one row, of a thing with many fields a row each", () => {
    expect(cells(tableOf(verdict).text)[1][0]).toBe("agrees");
    expect(cells(tableOf(finding).text)[1].slice(0, 2)).toEqual(["coast", "dispersion()"]);
    expect(cells(tableOf({ zone: "coast", events: 3 }).text)).toEqual([
      ["zone", "events"],
      ["coast", "3"],
    ]);
    const many = { a: 1, b: 0.5, c: [0.1, 0.25], d: "x", e: true, f: null, g: [], h: 0.00001, level: 0.95 };
    expect(cells(tableOf(many).text)).toEqual([
      ["field", "value"],
      ...[
        ["a", "1"],
        ["b", "0.5000"],
        ["c", "[0.1000, 0.2500]"],
        ["d", "x"],
        ["e", "yes"],
        ["f", "–"],
        ["g", "none"],
        ["h", "0.00001"],
        ["level", "95%"],
      ],
    ]);
    expect(tableOf(many).quantities).toContainEqual({ name: "row level: value", value: 0.95, kind: "number" });
  });

  it("sets numbers to the right and texts to the left, for hosts that keep styles and for those that do not", () => {
    const { html } = tableOf([finding, { ...finding, reading: `varies, ${"as months of violence do, ".repeat(9)}` }]);
    expect(html).toContain(
      '<th align="right" nowrap style="text-align:right;vertical-align:bottom;white-space:nowrap">estimate</th>',
    );
    expect(html).toContain(
      'nowrap style="text-align:right;white-space:nowrap;vertical-align:top">1.5000 [0.5000, no bound]</td>',
    );
    expect(html).toContain('nowrap style="text-align:left;white-space:nowrap;vertical-align:top">coast</td>');
    expect(html).toMatch(
      /<td align="left" valign="top" style="text-align:left;min-width:40ch;max-width:64ch;[^>]*>varies/,
    );
    expect(html).toContain('<th align="left" width="380" nowrap');
    expect(html).toMatch(/^<table style="font-variant-numeric:tabular-nums">/);
  });

  it("leaves out a column without a cell", () => {
    const { estimate, interval, p, from, ...bare } = finding;
    expect(cells(tableOf([bare]).text)[0]).toEqual(["zone", "test", "n", "reading"]);
  });

  it("does not tear days and intervals in a sentence", () => {
    const reading = "From 2023-08-01 on 0.65 [0.52, 0.80] times the rate, and so it stayed for the rest of the year.";
    const { html, text } = tableOf([{ reading }]);
    expect(html).toContain('<span style="white-space:nowrap">2023-08-01</span>');
    expect(html).toContain('<span style="white-space:nowrap">0.65 [0.52, 0.80]</span>');
    expect(text).toContain(reading);
  });

  it("draws a long series in its cell, and names all of its values", () => {
    const long = { ...panel[0], values: Array.from({ length: 48 }, (_, i) => i) };
    const { text, html, quantities } = tableOf([long]);
    expect(cells(text)[1][6]).toBe("▁▁▂▂▂▃▃▃▃▄▄▄▅▅▅▆▆▆▆▇▇▇██ 0 to 47, last 47");
    expect(html).toContain(" 0 to 47, last 47</td>");
    expect(quantities.find(({ name }) => name.endsWith(": values"))?.value).toBe(long.values.join(" "));
  });

  it("counts the rows it leaves out, below it", () => {
    const rows = Array.from({ length: 33 }, (_, i) => ({ i }));
    const { text, html } = tableOf(rows);
    expect(text.split("\n")).toHaveLength(1 + 30 + 1);
    expect(text).toMatch(/… and 3 more rows$/);
    expect(html.match(/<tr>/g)).toHaveLength(1 + 30);
    expect(html).toMatch(/<p><small>… and 3 more rows<\/small><\/p>$/);
    expect(tableOf(rows.slice(0, 31)).text).toMatch(/… and 1 more row$/);
    expect(tableOf(rows.slice(0, 30)).text).not.toContain("more row");
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
      html: '<table style="font-variant-numeric:tabular-nums">\n<thead>\n<tr></tr>\n</thead>\n<tbody>\n</tbody>\n</table>',
      text: "",
      quantities: [],
    });
  });
});
