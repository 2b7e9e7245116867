import { styleText } from "node:util";
import { decimals, percent } from "../core/print.js";
import type { Verdict } from "../core/verdict.js";
import type { Run } from "./runCase.js";

type Tone = "bold" | "dim" | "green" | "red" | "yellow" | "cyan";

const tones: Readonly<Record<Verdict["verdict"], Tone>> = {
  holds: "green",
  agrees: "green",
  fails: "red",
  differs: "red",
  uncertain: "yellow",
  "cannot be compared": "dim",
  "not scoreable": "dim",
  open: "cyan",
  "too early": "cyan",
  annulled: "dim",
  ambiguous: "yellow",
};

/** What a run found, in fewer than forty lines for a terminal. */
export function summary(run: Run, { folder, colour }: { folder: string; colour: boolean }): string {
  const { report, data, verdicts, answer } = run;
  const paint = (tone: Tone, text: string): string =>
    colour ? styleText(tone, text, { validateStream: false }) : text;
  const shown = verdicts.filter(isShown);
  const widest = Math.max(...shown.map((one) => one.label.length));
  const row = (one: Verdict): string => {
    const word = paint(tones[one.verdict], one.verdict.padEnd(9));
    return `  ${word} ${one.label.padEnd(widest)} ${numberOf(one).padEnd(24)} ${nOf(one).padEnd(17)} ${sourceOf(one)}`;
  };
  const rows = (by: Verdict["by"]): string[] => shown.filter((one) => one.by === by).map(row);
  const cannot = verdicts.filter((one) => one.verdict === "cannot be compared" && one.n === 0);
  const unscoreable = verdicts.filter((one) => one.verdict === "not scoreable");
  const untested = report.claims.filter((claim) => claim.check === undefined && claim.unscoreable === undefined);
  const means = verdicts.filter((one) => one.id.startsWith("means/") && one.verdict === "fails");
  return [
    paint("bold", report.title),
    paint("dim", `${report.publisher}, closed ${report.cutoff}`),
    report.question,
    "",
    ...data.map(({ evidence, manifest, rejects }) => {
      const { read, kept, refused, events, asOf, hash, file } = manifest;
      const lost = refused > 0 ? ` (why: ${rejects})` : "";
      const tally = `${decimals(read, 0)} rows read, ${decimals(kept, 0)} kept, ${decimals(refused, 0)} refused${lost}; ${decimals(events, 0)} events`;
      return `  ${evidence.name} as of ${asOf}, ${file.name}: ${tally}  ${paint("dim", hash.slice(0, 8))}`;
    }),
    "",
    paint("bold", "The report's own numbers"),
    ...rows("audit"),
    ...means.map((one) => paint("dim", `            ${one.reading}`)),
    ...readings(shown).map((line) => paint("dim", `            ${line}`)),
    paint("bold", "Beside the data: later over earlier rate, 95% intervals that allow for the spread seen"),
    ...rows("reproduce"),
    ...(rows("weigh").length === 0
      ? []
      : [
          paint("bold", "Which explanation forecast it: probability, least and most over what was tried"),
          ...rows("weigh"),
        ]),
    "",
    ...(answer === "" ? [] : [paint("bold", answer)]),
    ...(proxies(verdicts).length === 0 ? [] : [`* a proxy: ${proxies(verdicts).join("; ")}`]),
    `Comparisons that cannot be made: ${cannot.length}; claims that cannot be scored: ${unscoreable.length}, not tested yet: ${untested.length}. Reasons in summary.md`,
    `Written to ${paint("cyan", folder)}: index.html, summary.md, verdicts.json, charts`,
    "",
  ].join("\n");
}

/** A verdict's number with its interval, in the unit it has. */
export function numberOf({ estimate, interval, scale }: Verdict): string {
  if (estimate === undefined || interval === undefined) return "";
  if (scale === "probability") return `${percent(estimate)}, ${percent(interval[0])} to ${percent(interval[1] ?? 1)}`;
  const digits = scale === "ratio" ? 4 : 2;
  return `${decimals(estimate, digits)} [${decimals(interval[0], digits)}, ${decimals(interval[1], digits)}]`;
}

/** The proxies that verdicts rest on, each once. */
export function proxies(verdicts: readonly Verdict[]): string[] {
  return [...new Set(verdicts.flatMap((one) => (one.proxy === undefined ? [] : `${one.data.name}: ${one.proxy}`)))];
}

function isShown({ verdict, scale, by }: Verdict): boolean {
  if (verdict === "cannot be compared" || verdict === "not scoreable") return false;
  return by !== "reproduce" || scale === "ratio";
}

/** What the claims become under the other numbers of months that fit their means and the calendar. */
function readings(verdicts: readonly Verdict[]): string[] {
  const possible = verdicts.flatMap(({ under = [] }) => under.filter((one) => one.possible));
  return [...new Set(possible.map((one) => one.label))].map((label) => {
    const each = possible
      .filter((one) => one.label === label)
      .map(({ estimate, fits }) => `${estimate.toFixed(2)}${fits ? "" : " (the word does not fit)"}`);
    return `over ${label}, the claims become ${each.join(", ")}`;
  });
}

function nOf({ id, n, counts }: Verdict): string {
  const parts = counts === undefined ? "" : ` (${counts.join(" → ")})`;
  return n > 0 ? `${id.startsWith("means/") ? "means" : "n"} ${decimals(n, 0)}${parts}` : "";
}

function sourceOf({ data, proxy }: Verdict): string {
  return `${data.asOf === undefined ? "as printed" : data.name}${proxy === undefined ? "" : "*"}`;
}
