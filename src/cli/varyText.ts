import type { Words } from "../charts/zoneMonths.js";
import type { Multiverse, Tally } from "../core/multiverse.js";
import { dataText, decimals, percent } from "../core/print.js";
import { sharesText } from "../reports/varySentences.js";
import { wrapped } from "./wrapped.js";

/** What is said above the drawing of a claim's readings. */
export function varyWords(found: Multiverse): Words {
  const { readings, tally, flips, level, data, proxies, asks } = found;
  const able = readings.length - tally["cannot be compared"];
  const counts = readings.flatMap(({ verdict, n }) => (verdict === "cannot be compared" ? [] : n));
  const [first] = flips;
  const most = first === undefined || first.pairs === 0 ? "" : `; the ${first.dimension} chosen flips it most often`;
  const subtitle = [
    `${asks} Ratio of rates with ${percent(level)} intervals, under each defensible choice; no test and no probability: the readings share their data`,
    ...proxies.map((one) => `A proxy: ${one}`),
    `n from ${decimals(Math.min(...counts), 0)} to ${decimals(Math.max(...counts), 0)} a reading; ${data.map(dataText).join("; ")}`,
  ];
  return { title: `Of ${decimals(able, 0)} readings ${sharesText(tally)}${most}`, subtitle };
}

/** What the readings of a claim came to, as a person reads it in a terminal. */
export function varyText(found: Multiverse, { width }: { readonly width: number }): string {
  const { asks, sentences, dimensions, flips, data, proxies, assumes } = found;
  const widest = Math.max(...dimensions.flatMap(({ choices }) => choices.map(({ label }) => label.length)));
  const lines = [
    `${asks} (${found.id})`,
    ...sentences.map((one) => `- ${one}.`),
    "",
    `  ${"".padEnd(widest)}   n  hold  fail  uncertain`.replace("   n", "      n"),
    ...dimensions.flatMap(({ name, choices }) => [
      `${name}${flipText(flips.find(({ dimension }) => dimension === name))}`,
      ...choices.map(({ label, tally }) => `  ${label.padEnd(widest)}${tallyText(tally)}`),
    ]),
    "",
    "Assumed, each by the ways to allow for spread that need it:",
    ...assumes.map((one) => `- ${one}`),
    ...proxies.map((one) => `A proxy: ${one}`),
    `Source: ${data.map(dataText).join("; ")}`,
  ];
  return `${lines.map((line) => wrapped(line, { width: line.startsWith("  ") ? Math.max(width, line.length) : width, indent: "  " })).join("\n")}\n`;
}

function tallyText({ holds, fails, uncertain, "cannot be compared": cannot }: Tally): string {
  const able = holds + fails + uncertain;
  const share = (count: number): string => (able === 0 ? "-" : percent(count / able)).padStart(6);
  const left = cannot === 0 ? "" : `   ${decimals(cannot, 0)} cannot be compared`;
  return `${decimals(able, 0).padStart(7)}${share(holds)}${share(fails)}${share(uncertain).padStart(11)}${left}`;
}

function flipText(flip: Multiverse["flips"][number] | undefined): string {
  if (flip === undefined || flip.pairs === 0) return "";
  return `: changes the verdict of ${decimals(flip.differ, 0)} of ${decimals(flip.pairs, 0)} pairs alike in all else (${percent(flip.share)})`;
}
