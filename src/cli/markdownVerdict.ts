import { placeOf } from "../core/placeOf.js";
import { decimals, withInterval } from "../core/print.js";
import type { Verdict } from "../core/verdict.js";
import { numberOf, supportOf } from "../core/verdictText.js";
import { markdownText as plain } from "./markdownText.js";

/** A verdict in full, under a heading of its own. */
export function markdownVerdict(one: Verdict): string[] {
  const { at, data, n } = one;
  const source = data.asOf === undefined ? data.name : `${data.name} as of ${data.asOf} (${data.hash?.slice(0, 8)})`;
  const support = supportOf(one);
  return [
    `#### ${plain(one.label)}: ${one.verdict}`,
    "",
    `> ${plain(one.says)} (${placeOf(at)})`,
    "",
    `- ${plain(one.reading)}`,
    ...(numberOf(one) === ""
      ? []
      : [
          `- ${one.scale}: ${numberOf(one)}${one.level === undefined ? " over what was tried" : `, level ${one.level}`}`,
        ]),
    `- data: ${plain(source)}, n = ${decimals(n, 0)}`,
    ...(support === "" ? [] : [`- power or base rate: ${plain(support)}`]),
    ...(one.under ?? []).map(
      ({ label, estimate, interval, fits, possible }) =>
        `- read as ${plain(label)}: ${withInterval(estimate, interval, 4)}, the word ${fits ? "fits" : "does not fit"}${possible ? "" : "; not possible by the calendar"}`,
    ),
    ...(one.proxy === undefined ? [] : [`- a proxy: ${plain(one.proxy)}`]),
    ...(one.how === undefined ? [] : [`- how: ${plain(one.how)}`]),
    `- could it have failed? ${plain(one.couldFail)}`,
    ...(one.matters === undefined ? [] : [`- matters (${one.matters.weight}): ${plain(one.matters.why)}`]),
    "",
  ];
}
