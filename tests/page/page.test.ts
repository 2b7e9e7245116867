import { beforeAll, describe, expect, it } from "vitest";
import { type Run, runCase } from "../../src/cli/runCase.js";
import { pageOf } from "../../src/cli/writeRun.js";
import { escaped } from "../../src/core/escaped.js";
import { draw, type PageContents, page, type Report } from "../../src/index.js";
import { temporary } from "../cli/madeUp.js";
import { madeUpCase } from "../reports/cases.js";

const folder = temporary();
const bad = `<script>alert("1")</script><img src=x onerror='alert(2)'>&`;

async function contents(change?: (report: Report) => Report): Promise<PageContents & Pick<Run, "rows" | "verdicts">> {
  const run = await runCase(await madeUpCase(folder, change && { change }), () => {});
  const charts = [];
  for (const chart of run.charts) charts.push({ ...chart, ...(await draw(chart.spec)) });
  return { ...pageOf(run, charts), version: "0.0.0", rows: run.rows, verdicts: run.verdicts };
}

let made: PageContents & Pick<Run, "rows" | "verdicts">;
let html: string;
let text: string;
beforeAll(async () => {
  made = await contents();
  html = page(made);
  text = html.replace(/<style>[\s\S]*?<\/style>|<[^>]+>/g, " ");
});

/** Every tag of a page with its attributes. */
function tags(of: string): string[] {
  return [...of.matchAll(/<[a-z!][^>]*>/gi)].map(([tag]) => tag);
}

describe("the page of a run", () => {
  it("shows every claim in one row, gathered by what became of it, under the totals", () => {
    const claims = /<section id="claims">([\s\S]*?)<\/section>/.exec(html)?.[1] ?? "";
    expect(claims).toContain(
      "<b>5</b> claims: <b>4</b> scoreable, <b>1</b> not scoreable as written, <b>0</b> said again.",
    );
    expect(html.indexOf('<section id="claims">')).toBeLessThan(html.indexOf("<figure>"));
    for (const { label, says } of made.rows) {
      expect(claims.split(`${escaped(label)}<br><small>${escaped(says)} (paragraph`), label).toHaveLength(2);
    }
    expect([...claims.matchAll(/<h3 id="[^"]+">([^<]+)</g)].map(([, title]) => title)).toEqual([
      "Held against data (2)",
      "On the report&#39;s print alone: the data given cannot say (2)",
      "Not scoreable as written: what it lacks (1)",
    ]);
    expect(claims).toContain('<td class="would">a day</td>');
    expect(claims.match(/ rowspan="2"/g)).toHaveLength(1);
  });

  it("says what a claim's word of probability stands for", async () => {
    const worded = await contents((report) => ({
      ...report,
      claims: report.claims.map((one) => (one.id === "king" ? { ...one, likelihood: { word: "likely" } } : one)),
    }));
    expect(page(worded)).toContain("&quot;likely&quot;: 55% to 80% in ICD 203");
  });

  it("shows every verdict with its data, n, estimate, interval and whether it could have failed", () => {
    const scored = made.verdicts.filter((one) => one.verdict !== "not scoreable");
    expect(scored.length).toBeGreaterThan(10);
    const rows = [...html.matchAll(/<tr class="([^" ]+)[^"]*">([\s\S]*?)<\/tr>/g)];
    for (const one of scored) {
      const row = rows.find(
        ([, kind, cells]) =>
          kind === one.verdict.replaceAll(" ", "-") &&
          cells.includes(`<details><summary>${escaped(one.reading.split("; ")[0])}</summary>`) &&
          cells.includes(`<p>${escaped(one.reading)}</p>`) &&
          cells.includes(`<p>Could it have failed? ${escaped(one.couldFail)}</p>`),
      );
      expect(row, one.id).toBeDefined();
      const [, , cells] = row ?? [];
      expect(cells).toContain(escaped(one.data.name));
      if (one.n > 0) expect(cells).toContain(`<td class="number" data-of="n">${one.n}</td>`);
      if (one.data.asOf !== undefined) expect(cells).toContain(`as of ${one.data.asOf}, ${one.data.hash?.slice(0, 8)}`);
      if (one.proxy !== undefined) expect(cells).toContain(`A proxy: ${escaped(one.proxy)}`);
      if (one.estimate !== undefined)
        expect(cells).toMatch(/data-of="Estimate">[\d.%]+ <br><small>(\[[^\]]+\]|.+ to .+)<\/small>/);
    }
  });

  it("sets every chart under a heading, and leads there from its contents", () => {
    const names = made.sections.flatMap((one) => one.charts);
    expect([...names].sort()).toEqual(made.charts.map((one) => one.name).sort());
    const links = [...html.matchAll(/<a href="#([^"]+)">/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(made.sections.length);
    for (const id of links) expect(html.split(` id="${id}"`), id).toHaveLength(2);
  });

  it("says of each data set where it is from, its rows, its hash and what became of them", () => {
    for (const { evidence, manifest } of made.data) {
      for (const part of [evidence.citation, evidence.licence, evidence.caveat, manifest.hash, manifest.file.sha256]) {
        expect(text, part).toContain(part);
      }
    }
    expect(text).toContain("60 rows read, 60 kept, 0 refused; 391 events");
  });

  it("leads with the question, the best explanation, its range and its n", () => {
    expect(html).toContain("<h1>Raids doubled on the coast. Was it the tide, and did they last?</h1>");
    const lead = /<p class="lead">([\s\S]*?)<\/p>/.exec(html)?.[1] ?? "";
    expect(lead).toBe(escaped(made.answer));
    expect(made.answer).toMatch(/^The data cannot tell the explanations apart: Tide \(\d+%, /);
    expect(made.answer).toContain("events, wire as of");
  });

  it("shows each chart, with its finding for those who cannot see it", () => {
    const images = [...html.matchAll(/<img alt="([^"]*)" src="data:image\/svg\+xml;base64,([^"]+)">/g)];
    expect(images.map(([, alt]) => alt)).toEqual(made.charts.map((chart) => escaped(chart.alt)));
    expect(images.map(([, , code]) => Buffer.from(code, "base64").toString())).toEqual(
      made.charts.map((one) => one.svg),
    );
  });

  it("loads nothing from outside, runs nothing, and forbids both", () => {
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`,
    );
    const found = tags(html);
    expect(found.filter((tag) => /^<(script|link|iframe|object|embed|base|form)\b/i.test(tag))).toEqual([]);
    expect(found.filter((tag) => /\son\w+=/i.test(tag))).toEqual([]);
    expect(
      found.filter((tag) => /\s(src|href|srcset|action)=(?!"(?:data:image\/svg\+xml;base64,|#[a-z0-9-]+"))/i.test(tag)),
    ).toEqual([]);
    expect(html.replace(/base64,[^"]+/g, "")).not.toMatch(/https?:|url\(|@import/);
  });

  it("is one well-formed page: each tag that opens closes", () => {
    const open: string[] = [];
    for (const [, slash, name] of html
      .replace(/<style>[\s\S]*?<\/style>/, "")
      .matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (["meta", "img", "br"].includes(name)) continue;
      if (slash === "") open.push(name);
      else expect(open.pop(), html.slice(0, 0)).toBe(name);
    }
    expect(open).toEqual([]);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it("is the same bytes twice", async () => {
    expect(page(made)).toBe(html);
    expect(page(await contents())).toBe(html);
  });
});

describe("the page of a hostile report", () => {
  it("keeps title, question, labels, readings, proxies and sources as texts", async () => {
    const hostile = await contents((report) => ({
      ...report,
      ...{ title: `${bad}t`, question: `${bad}q`, publisher: `${bad}p`, numbering: `${bad}n` },
      evidence: report.evidence.map((one) => ({
        ...one,
        ...{ title: `${bad}e`, citation: `${bad}c`, licence: `${bad}l`, caveat: `${bad}v` },
      })),
      figures: report.figures.map((one) => ({
        ...one,
        label: `${bad}f`,
        measured: one.measured.map((way) => ({ ...way, label: `${bad}m`, ...(way.proxy && { proxy: `${bad}x` }) })),
      })),
      claims: report.claims.map((one) => ({ ...one, label: `${bad}k`, says: `${bad}s` })),
      hypotheses: report.hypotheses.map((one) => ({ ...one, label: `${bad}${one.id}`, says: `${bad}h` })),
      ...(report.weighing && { weighing: { ...report.weighing, proxy: `${bad}w` } }),
    }));
    const out = page(hostile);
    for (const end of ["t", "q", "p", "n", "e", "c", "l", "v", "f", "m", "x", "k", "s", "h", "w", "tide"]) {
      expect(out, end).toContain(escaped(`${bad}${end}`));
    }
    expect(out).not.toContain("<script");
    expect(tags(out).filter((tag) => /onerror/i.test(tag) && !/&lt;img/.test(tag))).toEqual([]);
    expect(new Set(tags(out).map((tag) => /^<!?\w+/.exec(tag)?.[0]))).toEqual(
      new Set(tags(html).map((tag) => /^<!?\w+/.exec(tag)?.[0])),
    );
    expect(hostile.charts.map((chart) => chart.svg).join("")).not.toContain("<script");
  });
});
