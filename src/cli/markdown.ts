import { decimals } from "../core/print.js";
import { markdownClaims } from "./markdownClaims.js";
import { markdownText as plain } from "./markdownText.js";
import { markdownVerdict } from "./markdownVerdict.js";
import type { Run } from "./runCase.js";
import { sectionsOf } from "./sections.js";

/** What a run found, in full, as Markdown: every claim, then every verdict with its data, n, interval, proxy and power. */
export function markdown(run: Run): string {
  const { report, data, charts, answer } = run;
  return [
    `# ${plain(report.title)}`,
    "",
    plain(`${report.publisher}, closed ${report.cutoff}. ${report.question} ${report.numbering}`),
    "",
    ...(answer === "" ? [] : [`**${plain(answer)}**`, ""]),
    ...markdownClaims(run),
    ...sectionsOf(run).flatMap(({ title, says, charts: names, verdicts, folded }) => [
      `## ${plain(title)}`,
      "",
      ...says.map((one) => `- ${plain(one)}`),
      ...(says.length === 0 ? [] : [""]),
      ...charts
        .filter(({ name }) => names.includes(name))
        .flatMap(({ name, alt }) => [`![${plain(alt).replace(/[[\]]/g, "\\$&")}](charts/${name}.svg)`, ""]),
      ...verdicts.flatMap(markdownVerdict),
      ...folded.flatMap((one) => [`### ${plain(one.title)}`, "", ...one.verdicts.flatMap(markdownVerdict)]),
    ]),
    "## Data",
    "",
    ...data.map(({ evidence, manifest }) => {
      const { read, kept, refused, events, asOf, hash, covers, file } = manifest;
      return `- **${plain(evidence.name)}**: ${plain(evidence.title)}, as of ${asOf}, covering ${covers.since} to ${covers.until} (end not included). ${decimals(read, 0)} rows read, ${decimals(kept, 0)} kept, ${decimals(refused, 0)} refused, ${decimals(events, 0)} events. ${plain(evidence.caveat)}. ${plain(evidence.citation)}. ${plain(evidence.licence)}. Snapshot \`${hash}\`, file ${plain(file.name)} \`${file.sha256}\`.`;
    }),
    "",
  ].join("\n");
}
