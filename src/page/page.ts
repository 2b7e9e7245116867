import type { ClaimTotals } from "../core/claimRow.js";
import { escaped } from "../core/escaped.js";
import { decimals } from "../core/print.js";
import type { Evidence, Report } from "../core/report.js";
import type { Manifest } from "../core/snapshot.js";
import { type ClaimGroup, claimTables, type LikelihoodText } from "./claimTables.js";
import { type PageChart, type PageSection, sections } from "./sections.js";
import { style } from "./style.js";

/** What a page shows. Charts arrive drawn, as SVG. */
export interface PageContents {
  readonly report: Report;
  readonly data: readonly { readonly evidence: Evidence; readonly manifest: Manifest }[];
  /** Every claim, gathered by what became of it, and how many there are of each sort. */
  readonly claims: readonly ClaimGroup[];
  readonly totals: ClaimTotals;
  readonly likelihoods: readonly LikelihoodText[];
  /** What the weighing came to, in a sentence; empty where nothing was weighed. */
  readonly answer: string;
  readonly sections: readonly PageSection[];
  readonly charts: readonly PageChart[];
  readonly version: string;
}

/** A run as one HTML file that needs nothing beside it and runs no script. */
export function page(contents: PageContents): string {
  const { report, data, claims, totals, likelihoods, answer, charts, version } = contents;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escaped(report.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<p class="over">hindcast: a report put to the test</p>
<h1>${escaped(report.question)}</h1>
<p>${escaped(report.title)}. ${escaped(report.publisher)}, closed ${escaped(report.cutoff)}.</p>
<p class="lead">${escaped(answer)}</p>
<details><summary>How to read the verdicts</summary><p>A claim <em>holds</em> or <em>fails</em> where the whole interval says so, and is <em>uncertain</em> where it does not or another reading
of the report's numbers would change it. A figure <em>agrees</em> where it lies in the interval and no change does not, and <em>differs</em>
where it lies outside. A question is <em>open</em> while its time is not over, and <em>ambiguous</em> where ways to count it disagree. By a proxy, each word is about the proxy.
Power is the chance that the test would have come out clear, had what is named been so; a base rate is how often earlier years answered yes.</p></details>
</header>
<nav>${contentsOf(contents)}</nav>
${claimTables(claims, totals, likelihoods)}
${sections(contents.sections, charts)}
<section id="data"><h2>Data</h2>
${data.map(source).join("\n")}
</section>
<footer><p>${escaped(report.numbering)} Intervals in brackets are 95%; what stands beside a probability is the least and most over what was tried. Made by hindcast ${escaped(version)}; the same report and data give the same page.</p></footer>
</main>
</body>
</html>
`;
}

function contentsOf({ sections: own }: PageContents): string {
  const links = [
    ["claims", "Every claim"],
    ...own.map(({ title }, i) => [`section-${i + 1}`, title]),
    ["data", "Data"],
  ];
  return `<ul>${links.map(([id, title]) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join("")}</ul>`;
}

function source({ evidence, manifest }: PageContents["data"][number]): string {
  const { asOf, covers, read, kept, refused, events, hash, file } = manifest;
  return `<article><h3>${escaped(evidence.title)}</h3>
<p>${escaped(evidence.name)}, as of ${escaped(asOf)}, covering ${escaped(covers.since)} to ${escaped(covers.until)} (end not included):
${decimals(read, 0)} rows read, ${decimals(kept, 0)} kept, ${decimals(refused, 0)} refused; ${decimals(events, 0)} events. ${escaped(evidence.caveat)}.</p>
<p>${escaped(evidence.citation)}. ${escaped(evidence.licence)}.</p>
<p><small>snapshot ${escaped(hash)}<br>file ${escaped(file.name)}, ${escaped(file.sha256)}</small></p></article>`;
}
