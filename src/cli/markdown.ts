import { decimals, withInterval } from "../core/print.js";
import type { Verdict } from "../core/verdict.js";
import type { Run } from "./runCase.js";
import { numberOf } from "./summary.js";

/** What a run found, in full, as Markdown: every verdict with its data, n, interval, proxy and power. */
export function markdown({ report, data, verdicts, charts }: Run): string {
  const section = (title: string, by: Verdict["by"]): string[] => {
    const own = verdicts.filter((one) => one.by === by);
    return [`## ${title}`, "", ...own.flatMap((one) => entry(one))];
  };
  return [
    `# ${report.title}`,
    "",
    `${report.publisher}, closed ${report.cutoff}. ${report.question} ${report.numbering}`,
    "",
    "## Data",
    "",
    ...data.map(({ evidence, manifest }) => {
      const { read, kept, refused, events, asOf, hash, covers, file } = manifest;
      return `- **${evidence.name}**: ${evidence.title}, as of ${asOf}, covering ${covers.since} to ${covers.until} (end not included). ${decimals(read, 0)} rows read, ${decimals(kept, 0)} kept, ${refused} refused, ${decimals(events, 0)} events. ${evidence.caveat}. ${evidence.citation}. ${evidence.licence}. Snapshot \`${hash}\`, file ${file.name} \`${file.sha256}\`.`;
    }),
    "",
    ...charts.map(({ name, alt }) => `![${alt}](charts/${name}.svg)\n`),
    ...section("The report's own numbers", "audit"),
    ...section("Beside the data", "reproduce"),
    ...section("Which explanation forecast it", "weigh"),
    "## Not tested yet",
    "",
    ...report.claims
      .filter((claim) => claim.check === undefined && claim.unscoreable === undefined)
      .map(({ says, at }) => `- ${says} (paragraph ${at.paragraph}${at.sentence ? `, sentence ${at.sentence}` : ""})`),
    "",
  ].join("\n");
}

function entry(one: Verdict): string[] {
  const { at, data, n } = one;
  const place = `paragraph ${at.paragraph}${at.sentence ? `, sentence ${at.sentence}` : ""}`;
  const source = data.asOf === undefined ? data.name : `${data.name} as of ${data.asOf} (${data.hash?.slice(0, 8)})`;
  return [
    `### ${one.label}: ${one.verdict}`,
    "",
    `> ${one.says} (${place})`,
    "",
    `- ${one.reading}`,
    ...(numberOf(one) === "" ? [] : [`- ${one.scale}: ${numberOf(one)}, level ${one.level ?? "range over priors"}`]),
    `- data: ${source}, n = ${decimals(n, 0)}`,
    ...(one.under ?? []).map(
      ({ label, estimate, interval, fits }) =>
        `- read as ${label}: ${withInterval(estimate, interval, 4)}, the word ${fits ? "fits" : "does not fit"}`,
    ),
    ...(one.proxy === undefined ? [] : [`- a proxy: ${one.proxy}`]),
    `- could it have failed? ${one.couldFail}`,
    "",
  ];
}
