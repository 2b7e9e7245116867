import { join } from "node:path";
import { draw } from "../notebook/draw.js";
import { type PageContents, page } from "../page/page.js";
import type { PageChart } from "../page/sections.js";
import { claimTotals } from "../reports/claimTable.js";
import { writeWhole } from "../store/files.js";
import { claimGroups } from "./claimGroups.js";
import { claimsCsv } from "./claimsCsv.js";
import { likelihoodTexts } from "./likelihoodTexts.js";
import { lined } from "./lined.js";
import { markdown } from "./markdown.js";
import type { Run } from "./runCase.js";
import { sectionsOf } from "./sections.js";
import { version } from "./version.js";

/** Writes a run to a folder: page, summary, claims, verdicts, and each chart as SVG, PNG and its specification. */
export async function writeRun(run: Run, folder: string): Promise<void> {
  const drawn = [];
  for (const chart of run.charts) drawn.push({ ...chart, ...(await draw(chart.spec)) });
  for (const { name, spec, svg, png } of drawn) {
    await writeWhole(join(folder, "charts", `${name}.svg`), svg);
    await writeWhole(join(folder, "charts", `${name}.png`), png);
    await writeWhole(join(folder, "charts", `${name}.vl.json`), `${JSON.stringify(spec, null, 1)}\n`);
  }
  await writeWhole(join(folder, "summary.md"), markdown(run));
  await writeWhole(join(folder, "verdicts.json"), verdictsJson(run));
  await writeWhole(join(folder, "claims.csv"), claimsCsv(run.rows));
  await writeWhole(join(folder, "index.html"), page(pageOf(run, drawn)));
}

/** What the page of a run shows, its charts drawn. */
export function pageOf(run: Run, charts: readonly PageChart[]): PageContents {
  const { report, data, rows, answer } = run;
  const told = { claims: claimGroups(rows), totals: claimTotals(rows), likelihoods: likelihoodTexts(rows) };
  return { report, data, ...told, answer, sections: sectionsOf(run), charts, version };
}

/** All that a run found as JSON: every claim and verdict, and what stands beside them; also what `--json` prints. */
export function verdictsJson(run: Run): string {
  const { report, data, rows, verdicts, resolutions, scores, plans, multiverses, referenceRates, watched } = run;
  const { id, title, publisher, published, cutoff, question } = report;
  const contents = {
    hindcast: version,
    report: { id, title, publisher, published, cutoff, question },
    data: data.map(({ evidence: { name, citation, licence, caveat }, manifest }) => {
      const { asOf, covers, hash, file, read, kept, refused, events } = manifest;
      return { name, asOf, covers, hash, file, read, kept, refused, events, citation, licence, caveat };
    }),
    totals: claimTotals(rows),
    claims: rows,
    ...{ verdicts, weighed: run.weighed, resolutions, scores, plans, multiverses, referenceRates, watched },
  };
  return `${lined(contents)}\n`;
}
