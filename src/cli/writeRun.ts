import { join } from "node:path";
import { draw } from "../notebook/draw.js";
import { page } from "../page/page.js";
import { writeWhole } from "../store/files.js";
import { markdown } from "./markdown.js";
import type { Run } from "./runCase.js";
import { version } from "./version.js";

/** Writes a run to a folder: page, summary, verdicts, and each chart as SVG, PNG and its specification. */
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
  await writeWhole(join(folder, "index.html"), page({ ...run, charts: drawn, version }));
}

/** A run's verdicts, evidence and weighing as JSON; also what `--json` prints. */
export function verdictsJson({ report, data, verdicts, weighed }: Run): string {
  const { id, title, publisher, published, cutoff, question } = report;
  const contents = {
    hindcast: version,
    report: { id, title, publisher, published, cutoff, question },
    data: data.map(({ evidence: { name, citation, licence, caveat }, manifest }) => {
      const { asOf, covers, hash, file, read, kept, refused, events } = manifest;
      return { name, asOf, covers, hash, file, read, kept, refused, events, citation, licence, caveat };
    }),
    verdicts,
    weighed,
  };
  return `${JSON.stringify(contents, null, 1)}\n`;
}
