import { escaped } from "../core/escaped.js";
import { placeOf } from "../core/placeOf.js";
import { decimals, percent, withInterval } from "../core/print.js";
import type { Evidence, Report } from "../core/report.js";
import type { Manifest } from "../core/snapshot.js";
import type { Verdict } from "../core/verdict.js";
import { style } from "./style.js";

/** What a page shows. Charts arrive drawn, as SVG. */
export interface PageContents {
  readonly report: Report;
  readonly data: readonly { readonly evidence: Evidence; readonly manifest: Manifest }[];
  readonly verdicts: readonly Verdict[];
  /** What the weighing came to, in a sentence; empty where nothing was weighed. */
  readonly answer: string;
  readonly charts: readonly { readonly name: string; readonly alt: string; readonly svg: string }[];
  readonly version: string;
}

/** A run as one HTML file that needs nothing beside it and runs no script. */
export function page({ report, data, verdicts, answer, charts, version }: PageContents): string {
  const tested = verdicts.filter((one) => one.verdict !== "not scoreable" && one.verdict !== "cannot be compared");
  const weighed = verdicts.filter((one) => one.by === "weigh");
  const reproduced = verdicts.filter((one) => one.by === "reproduce");
  const rest = reproduced.filter((one) => one.scale !== "ratio");
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
<p>${tested.length} verdicts below, ${verdicts.length - tested.length} comparisons or claims that cannot be judged, with the reason.
A claim <em>holds</em> or <em>fails</em> where the whole interval says so, and is <em>uncertain</em> where it does not or another reading
of the report's numbers would change it. A figure <em>agrees</em> where it lies in the interval and no change does not, and <em>differs</em>
where it lies outside. By a proxy, each word is about the proxy.</p>
</header>
${charts.map(figure).join("\n")}
${table(
  "The report's own numbers",
  verdicts.filter((one) => one.by === "audit"),
)}
${table(
  "Beside the data",
  reproduced.filter((one) => one.scale === "ratio"),
)}
<details class="more"><summary>${rest.length} more: figures in level, and what cannot be compared, with the reason</summary>
${table("Figures and what cannot be compared", rest)}</details>
${weighed.length === 0 ? "" : table("Which explanation forecast it", weighed)}
<section><h2>Data</h2>
${data.map(source).join("\n")}
</section>
<footer><p>${escaped(report.numbering)} Intervals in brackets are 95%; what stands beside a probability is the least and most over what was tried. Made by hindcast ${escaped(version)}; the same report and data give the same page.</p></footer>
</main>
</body>
</html>
`;
}

function figure({ alt, svg }: PageContents["charts"][number]): string {
  const image = Buffer.from(svg).toString("base64");
  return `<figure><img alt="${escaped(alt)}" src="data:image/svg+xml;base64,${image}"></figure>`;
}

function table(title: string, verdicts: readonly Verdict[]): string {
  return `<section><h2>${escaped(title)}</h2>
<div class="wide"><table>
<thead><tr><th>Verdict</th><th>What</th><th>Estimate</th><th>n</th><th>Data</th><th>Reading</th></tr></thead>
<tbody>
${verdicts.map(row).join("\n")}
</tbody></table></div></section>`;
}

function row(one: Verdict): string {
  const { at, data } = one;
  const snapshot =
    data.asOf === undefined
      ? ""
      : `<br><small>as of ${escaped(data.asOf)}, ${escaped(data.hash?.slice(0, 8) ?? "")}</small>`;
  const proxy = one.proxy === undefined ? "" : `<p class="proxy">A proxy: ${escaped(one.proxy)}</p>`;
  return `<tr class="${escaped(one.verdict.replaceAll(" ", "-"))}">
<td><span class="verdict">${escaped(one.verdict)}</span>${one.proxy === undefined || !one.estimate ? "" : "<br><small>by a proxy</small>"}</td>
<td>${escaped(one.label)}<br><small>${escaped(one.says)} (${placeOf(at)})</small></td>
<td class="number">${estimate(one)}</td>
<td class="number">${one.n > 0 ? decimals(one.n, 0) : ""}</td>
<td class="data">${escaped(data.name)}${snapshot}</td>
<td><details><summary>${escaped(one.reading.split("; ")[0])}</summary><p>${escaped(one.reading)}</p>${under(one)}<p>Could it have failed? ${escaped(one.couldFail)}</p></details>${proxy}</td>
</tr>`;
}

function under({ under: readings = [] }: Verdict): string {
  const items = readings.map(
    ({ label, estimate: ratio, interval, fits, possible }) =>
      `<li>${escaped(label)}: ${withInterval(ratio, interval, 4)}${fits ? "" : ", and the word no longer fits"}${possible ? "" : " (not possible)"}</li>`,
  );
  return items.length === 0 ? "" : `<p>Under other numbers of months:</p><ul>${items.join("")}</ul>`;
}

function estimate({ estimate: value, interval, scale }: Verdict): string {
  if (value === undefined || interval === undefined) return "";
  const print = scale === "probability" ? percent : (number: number) => decimals(number, scale === "ratio" ? 4 : 2);
  const high = interval[1] === null ? "no bound" : print(interval[1]);
  if (scale === "probability") return `${print(value)}<br><small>${print(interval[0])} to ${high}</small>`;
  return `${print(value)}<br><small>[${print(interval[0])}, ${high}]</small>`;
}

function source({ evidence, manifest }: PageContents["data"][number]): string {
  const { asOf, covers, read, kept, refused, events, hash, file } = manifest;
  return `<article><h3>${escaped(evidence.title)}</h3>
<p>${escaped(evidence.name)}, as of ${escaped(asOf)}, covering ${escaped(covers.since)} to ${escaped(covers.until)} (end not included):
${decimals(read, 0)} rows read, ${decimals(kept, 0)} kept, ${refused} refused; ${decimals(events, 0)} events. ${escaped(evidence.caveat)}.</p>
<p>${escaped(evidence.citation)}. ${escaped(evidence.licence)}.</p>
<p><small>snapshot ${escaped(hash)}<br>file ${escaped(file.name)}, ${escaped(file.sha256)}</small></p></article>`;
}
