import { placeOf } from "../core/placeOf.js";
import { dataText, decimals, withInterval } from "../core/print.js";
import type { Verdict } from "../core/verdict.js";
import type { Run } from "./runCase.js";
import { numberOf } from "./summary.js";

/** What a run found, in full, as Markdown: every verdict with its data, n, interval, proxy and power. */
export function markdown({ report, data, verdicts, charts, answer }: Run): string {
  const section = (title: string, by: Verdict["by"]): string[] => {
    const own = verdicts.filter((one) => one.by === by);
    return [`## ${title}`, "", ...own.flatMap((one) => entry(one))];
  };
  const untested = report.claims.filter((claim) => claim.check === undefined && claim.unscoreable === undefined);
  return [
    `# ${report.title}`,
    "",
    `${report.publisher}, closed ${report.cutoff}. ${report.question} ${report.numbering}`,
    "",
    ...(answer === "" ? [] : [`**${answer}**`, ""]),
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
    ...(verdicts.some((one) => one.by === "weigh") ? section("Which explanation forecast it", "weigh") : []),
    ...(untested.length === 0 ? [] : ["## Not tested yet", ""]),
    ...untested.map(({ says, at }) => `- ${says} (${placeOf(at)})`),
    "",
  ].join("\n");
}

function entry(one: Verdict): string[] {
  const { at, data, n } = one;
  const source = dataText(data);
  return [
    `### ${one.label}: ${one.verdict}`,
    "",
    `> ${one.says} (${placeOf(at)})`,
    "",
    `- ${one.reading}`,
    ...(numberOf(one) === ""
      ? []
      : [
          `- ${one.scale}: ${numberOf(one)}${one.level === undefined ? " over what was tried" : `, level ${one.level}`}`,
        ]),
    `- data: ${source}, n = ${decimals(n, 0)}`,
    ...(one.under ?? []).map(
      ({ label, estimate, interval, fits, possible }) =>
        `- read as ${label}: ${withInterval(estimate, interval, 4)}, the word ${fits ? "fits" : "does not fit"}${possible ? "" : "; not possible by the calendar"}`,
    ),
    ...(one.proxy === undefined ? [] : [`- a proxy: ${one.proxy}`]),
    `- could it have failed? ${one.couldFail}`,
    "",
  ];
}
