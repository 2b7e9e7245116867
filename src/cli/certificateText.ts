import { numbered } from "../core/print.js";
import type { InputChange } from "../notebook/inputsOf.js";
import type { Certificate, CheckedNotebook } from "./certificate.js";
import { isPrint, loneTexts, movedTexts } from "./movedText.js";
import { wrapped } from "./wrapped.js";

/** No list in a report is longer; the rest is counted, and in the JSON. */
const longest = 20;

/**
 * A certificate for a reader: first whether a verdict changed, then each notebook, those of which all came out as committed in
 * a line. Of the others the verdicts come first, then the inputs that differ, then what moved.
 */
export function certificateText({ notebooks, verdictsChanged }: Certificate, width: number): string {
  const lines = [headOf(notebooks, verdictsChanged), "", ...notebooks.flatMap(notebookLines)];
  // What says how a whole notebook fared stays in one line, however wide.
  const laid = (line: string): string => {
    const depth = line.match(/^ */)?.[0] ?? "";
    return depth === "" ? line : wrapped(line, { width, indent: `${depth}  ` });
  };
  return lines.map((line) => `${laid(line)}\n`).join("");
}

/** What `--stale` says: a line a notebook, and why. */
export function staleText(notebooks: readonly CheckedNotebook[]): string {
  return notebooks
    .map(({ notebook, stale, committed }) => {
      if (!isRecorded(committed)) return `${notebook}: says nothing of what it was run with\n`;
      const why = stale.map(({ input }) => (input === "outputs" ? "outputs: not those of the recorded run" : input));
      return `${notebook}: ${why.length === 0 ? "fresh" : `stale: ${why.join(", ")}`}\n`;
    })
    .join("");
}

function headOf(notebooks: readonly CheckedNotebook[], verdictsChanged: number): string {
  const failed = notebooks.filter(({ failure }) => failure !== undefined).length;
  const unknown = notebooks.filter(({ named }) => !named).length;
  const changed = verdictsChanged === 0 ? "No verdict" : numbered(verdictsChanged, "verdict");
  return [
    `${changed} changed in ${numbered(notebooks.length, "notebook")}`,
    ...(failed > 0 ? [`${numbered(failed, "notebook")} ${failed === 1 ? "does" : "do"} not run to the end`] : []),
    ...(unknown > 0 ? [`${numbered(unknown, "notebook")} cannot be compared`] : []),
  ]
    .join("; ")
    .concat(".");
}

function notebookLines(checked: CheckedNotebook): string[] {
  const one = withCounts(checked);
  const { notebook, named, compared, verdicts, moved, failure, committed } = one;
  const all = [...verdicts, ...moved];
  const noise = moved.filter(({ withinNoise }) => withinNoise);
  const found = [
    `${numbered(one.changed, "verdict")} changed`,
    `${all.length} of ${compared} quantities moved${noise.length > 0 ? `, ${noise.length} within noise` : ""}`,
  ];
  const title = failure !== undefined ? "does not run to its end" : named ? found.join("; ") : "cannot be compared";
  return [
    `${notebook}: ${title}`,
    ...(failure === undefined ? [] : [`  ${failure}`]),
    ...(named ? [] : ["  The committed notebook names nothing that it shows; run it anew and commit it"]),
    ...(isRecorded(committed) ? [] : ["  The committed run says nothing of what it was run with"]),
    ...verdictLines(one),
    ...inputLines(one),
    ...movedLines(one),
    ...loneLines(one),
  ];
}

/** Cells by the numbers that a reader sees beside them, not by ids that no front end shows. */
function withCounts(one: CheckedNotebook): CheckedNotebook {
  const { counts, verdicts, moved, appeared, vanished, feeds } = one;
  const seen = (cell: string): string => (Object.hasOwn(counts, cell) ? `[${counts[cell]}]` : cell);
  const at = <Place extends { readonly cell: string }>(all: readonly Place[]): Place[] =>
    all.map((place) => ({ ...place, cell: seen(place.cell) }));
  return {
    ...{ ...one, verdicts: at(verdicts), moved: at(moved), appeared: at(appeared), vanished: at(vanished) },
    feeds: feeds.map((feed) => ({ ...feed, cells: feed.cells.map(seen) })),
  };
}

function isRecorded({ inputs }: CheckedNotebook["committed"]): boolean {
  return Object.keys(inputs).length > 0;
}

function verdictLines({ verdicts, appeared, vanished, failure }: CheckedNotebook): string[] {
  const gone = failure === undefined ? vanished.filter(isVerdict) : [];
  const come = failure === undefined ? appeared.filter(isVerdict) : [];
  return listed("Verdicts changed", [
    ...movedTexts(verdicts),
    ...loneTexts(come).map((line) => `${line} (new)`),
    ...loneTexts(gone).map((line) => `${line} (gone)`),
  ]);
}

/** What differed between the runs; of data, where it comes in. Of what was not seen to cause a thing nothing is said. */
function inputLines({ inputs, feeds, stale, moved, verdicts, committed }: CheckedNotebook): string[] {
  // A seed that was set is one thing, though it is named twice.
  const isSeedSet = inputs.some(({ input }) => input === "set seed");
  const lines = inputs
    .filter(({ input }) => !(isSeedSet && input === "seeds"))
    .map((change) => {
      const feed = feeds.find(({ path }) => change.input === `data ${path}`);
      return `${inputLine(change)}${feed === undefined ? "" : feedText(feed)}`;
    });
  const edited = stale.some(({ input }) => input === "outputs")
    ? ["outputs: the committed ones are not those of the recorded run"]
    : [];
  const all = [...lines, ...edited];
  if (all.length === 0 && moved.length + verdicts.length > 0 && isRecorded(committed))
    return ["  No input differs: what moved is drawn without a seed, or read from elsewhere"];
  return listed(all.length === 1 ? "Only this differs" : "What differs", all);
}

function feedText({ cells, before }: CheckedNotebook["feeds"][number]): string {
  const where = `; named in ${cells.join(", ")}, from where on all may rest on it`;
  return before === 0 ? where : `${where}; the ${before} that moved before cannot`;
}

function movedLines({ moved }: CheckedNotebook): string[] {
  const numbers = moved.filter(({ by, withinNoise }) => by !== undefined && !withinNoise);
  const prints = moved.filter(({ from, to }) => isPrint(from) && isPrint(to));
  const charts = prints.filter(({ name }) => name.startsWith("chart: data")).length;
  // A sentence with the numbers of its row says nothing that they do not.
  const rows = new Set(moved.filter(({ by }) => by !== undefined).map(rowOf));
  const readings = moved.filter((one) => one.name.endsWith(": reading") && rows.has(rowOf(one)));
  const texts = moved.filter((one) => one.by === undefined && !prints.includes(one) && !readings.includes(one));
  const others = [
    ...(readings.length > 0 ? [`${numbered(readings.length, "reading")} with these numbers`] : []),
    ...(charts > 0 ? [`${numbered(charts, "chart")} of other values`] : []),
    ...(prints.length > charts
      ? [`${prints.length - charts} other ${prints.length - charts === 1 ? "hash" : "hashes"} of data`]
      : []),
  ];
  return [
    ...listed("Numbers moved", movedTexts(numbers)),
    ...listed(
      "Numbers moved within the noise of their draws",
      movedTexts(moved.filter(({ withinNoise }) => withinNoise)),
    ),
    ...listed("Texts changed", movedTexts(texts)),
    ...(others.length === 0 ? [] : [`  Also ${others.join(", ")}`]),
  ];
}

function rowOf({ cell, output, name }: CheckedNotebook["moved"][number]): string {
  return JSON.stringify([cell, output, name.slice(0, name.lastIndexOf(": "))]);
}

function loneLines({ appeared, vanished, failure }: CheckedNotebook): string[] {
  if (failure !== undefined) {
    const count = vanished.length;
    return count === 0
      ? []
      : [`  It did not come to ${count === 1 ? "1 quantity" : `${count} quantities`} of the committed run`];
  }
  return [
    ...listed("Appeared", loneTexts(appeared.filter((one) => !isVerdict(one)))),
    ...listed("Vanished", loneTexts(vanished.filter((one) => !isVerdict(one)))),
  ];
}

function isVerdict({ kind }: { readonly kind: string }): boolean {
  return kind === "verdict";
}

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > longest ? [`    … and ${lines.length - longest} more rows`] : [];
  return [`  ${title}:`, ...lines.slice(0, longest).map((line) => `    ${line}`), ...more];
}

function inputLine({ input, from, to }: InputChange): string {
  const short = (text = ""): string => (/^[0-9a-f]{64}$/.test(text) ? text.slice(0, 12) : text);
  const name = input.replace(/^(data|set) /, "");
  if (input.startsWith("set "))
    return to === undefined ? `${name}: was set to ${from}` : `${name}: set to ${to} for this run`;
  if (from === undefined) return `${name}: new, ${short(to)}`;
  return to === undefined ? `${name}: gone, was ${short(from)}` : `${name}: ${short(from)} -> ${short(to)}`;
}
