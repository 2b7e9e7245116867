import { styleText } from "node:util";
import { decimals } from "../core/print.js";
import type { Verdict } from "../core/verdict.js";
import { numberOf } from "../core/verdictText.js";
import { aside } from "./aside.js";
import { claimLines } from "./claimLines.js";
import type { Run } from "./runCase.js";
import { wrapped } from "./wrapped.js";

type Tone = "bold" | "dim" | "green" | "red" | "yellow" | "cyan";

/** Colours a text, where there is colour. */
export type Paint = (tone: Tone, text: string) => string;

/** The colour of each verdict. */
export const tones: Readonly<Record<Verdict["verdict"], Tone>> = {
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

/** The width of the summary: a row of a claim with all its columns. */
export const width = 128;

/** What a run found, for a terminal: every claim in a line, then what weighs on them. */
export function summary(run: Run, { folder, colour }: { folder: string; colour: boolean }): string {
  const { report, data, verdicts, rows, answer } = run;
  const paint: Paint = (tone, text) => (colour ? styleText(tone, text, { validateStream: false }) : text);
  const weighty = verdicts.filter(isWeighty);
  const unread = verdicts.filter((one) => /^sources\/(figure|claim)-/.test(one.id) && one.matters?.weight === "high");
  const weighed = verdicts.filter((one) => one.by === "weigh");
  const said = proxies(verdicts);
  return [
    paint("bold", report.title),
    paint("dim", `${report.publisher}, closed ${report.cutoff}`),
    ...lines(report.question, ""),
    "",
    ...data.map(({ evidence, manifest, rejects }) => {
      const { read, kept, refused, events, asOf, hash, file } = manifest;
      const lost = refused > 0 ? ` (why: ${rejects})` : "";
      const tally = `${decimals(read, 0)} rows read, ${decimals(kept, 0)} kept, ${decimals(refused, 0)} refused${lost}; ${decimals(events, 0)} events`;
      return `  ${evidence.name} as of ${asOf}, ${file.name}: ${tally}  ${paint("dim", hash.slice(0, 8))}`;
    }),
    "",
    ...claimLines(rows, paint),
    "",
    ...(weighty.length === 0 ? [] : [paint("bold", "What a reader of its numbers and sources should know first")]),
    ...weighty.flatMap((one) => lines(`${one.label}: ${one.reading.split("; ").slice(0, 2).join("; ")}`, "  ")),
    ...(unread.length === 0
      ? []
      : lines(
          `${unread.length} figures and claims rest on what no reader can re-run; which, and why, in summary.md`,
          "  ",
        )),
    ...(weighed.length === 0
      ? []
      : [paint("bold", "Which explanation forecast it: probability, least and most over what was tried")]),
    ...weighed.map((one) => {
      const word = paint(tones[one.verdict], one.verdict.padEnd(9));
      return `  ${word} ${one.label.padEnd(34)} ${numberOf(one).padEnd(24)} ${`n ${decimals(one.n, 0)}`.padEnd(30)} ${one.data.name}${one.proxy === undefined ? "" : "*"}`;
    }),
    ...brief(run).flatMap(({ title, says }) => [paint("bold", title), ...says.flatMap((one) => lines(one, "  "))]),
    "",
    ...(answer === "" ? [] : lines(answer, "").map((line) => paint("bold", line))),
    ...(said.length === 0 ? [] : lines(`* a proxy: ${said.join("; ")}`, "")),
    ...(rows.some((one) => one.by === "us")
      ? ["† the report sets no deadline or threshold; the question is ours"]
      : []),
    `Written to ${paint("cyan", folder)}: index.html, summary.md, verdicts.json, claims.csv, charts`,
    "",
  ].join("\n");
}

/** The same in few words: of each plan and each set of readings what leads, of comparable episodes the base rates. */
function brief(run: Run): { title: string; says: readonly string[] }[] {
  const { plans, multiverses, referenceRates } = run;
  return aside({
    ...run,
    plans: plans.map(({ readings, separations, ...one }) => ({
      ...{ ...one, separations },
      readings: [readings[0].split("; ")[0], ...readings.slice(readings.length - separations.length)],
    })),
    multiverses: multiverses.map((one) => ({ ...one, sentences: one.sentences.filter((_, i) => i === 0 || i === 3) })),
    referenceRates: referenceRates.map((one) => ({ ...one, reading: one.reading.split("; ").slice(0, 2).join("; ") })),
  });
}

/** Whether a reader should know it before anything else: it changes what to believe, and is not a figure's or claim's own row. */
export function isWeighty({ by, id, claim, verdict, matters, n }: Verdict): boolean {
  if (by !== "audit" || matters?.weight !== "high" || n === 0 || verdict === "not scoreable") return false;
  return !/^sources\/(figure|claim)-/.test(id) && id !== claim;
}

/** The proxies that verdicts with a number rest on, each once. */
export function proxies(verdicts: readonly Verdict[]): string[] {
  return [
    ...new Set(
      verdicts.flatMap((one) =>
        one.proxy === undefined || one.estimate === undefined ? [] : `${one.data.name}: ${one.proxy}`,
      ),
    ),
  ];
}

function lines(text: string, indent: string): string[] {
  return wrapped(`${indent}${text}`, { width, indent: `${indent}  ` }).split("\n");
}
