import { numbered } from "../core/print.js";
import type { InputChange } from "../notebook/inputsOf.js";
import type { Certificate, CheckedNotebook } from "./certificate.js";

/** No list in a report is longer; the rest is counted, and in the JSON. */
const longest = 20;

/** A certificate for a reader: verdicts that changed first, then quantities, then the inputs that differ. */
export function certificateText({ notebooks, verdictsChanged }: Certificate): string {
  const count = numbered(verdictsChanged, "verdict");
  const end = `${verdictsChanged === 0 ? "No verdict" : count} changed in ${numbered(notebooks.length, "notebook")}.`;
  return [...notebooks.map(notebookLines), [end]].map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function notebookLines(one: CheckedNotebook): string[] {
  const { notebook, named, compared, verdicts, moved, appeared, vanished, inputs, stale, failure } = one;
  const states = [...appeared, ...vanished].filter(({ kind }) => kind === "verdict").length;
  const beyond = moved.filter(({ withinNoise }) => !withinNoise);
  const found = named
    ? `${numbered(verdicts.length + states, "verdict")} changed, ${moved.length} ${moved.length === 1 ? "quantity" : "quantities"} moved (${moved.length - beyond.length} within noise), of ${compared}`
    : "the committed run names no quantities; run it anew and commit it";
  const unknown = Object.keys(one.committed.inputs).length === 0;
  return [
    `${notebook}: ${found}`,
    ...(unknown ? ["  The committed run says nothing of what it was run with"] : []),
    ...listed("Does not run to its end", failure === undefined ? [] : [failure]),
    ...listed("Stale before it was run", stale.map(inputLine)),
    ...listed("Verdicts changed", [
      ...verdicts.map(({ cell, name, from, to }) => `${cell}, ${name}: ${from} -> ${to}`),
      ...lone("new", appeared),
      ...lone("gone", vanished),
    ]),
    ...listed("Quantities moved", [...beyond, ...moved.filter((other) => other.withinNoise)].map(movedLine)),
    ...listed("Appeared", appeared.filter(({ kind }) => kind !== "verdict").map(loneLine)),
    ...listed("Vanished", vanished.filter(({ kind }) => kind !== "verdict").map(loneLine)),
    ...listed("Inputs that differ", inputs.map(inputLine)),
  ];
}

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > longest ? [`    … and ${lines.length - longest} more`] : [];
  return [`  ${title}`, ...lines.slice(0, longest).map((line) => `    ${line}`), ...more];
}

function movedLine({ cell, name, from, to, by, withinNoise }: CheckedNotebook["moved"][number]): string {
  const far = by === undefined ? "" : ` (${by > 0 ? "+" : ""}${by}${withinNoise ? ", within its noise" : ""})`;
  return `${cell}, ${name}: ${brief(from)} -> ${brief(to)}${far}`;
}

function lone(how: string, all: CheckedNotebook["appeared"]): string[] {
  return all.filter(({ kind }) => kind === "verdict").map((one) => `${loneLine(one)} (${how})`);
}

function loneLine({ cell, name, value }: CheckedNotebook["appeared"][number]): string {
  return `${cell}, ${name}: ${brief(value)}`;
}

function inputLine({ input, from, to }: InputChange): string {
  const short = (text: string): string => (/^[0-9a-f]{64}$/.test(text) ? text.slice(0, 12) : text);
  if (from === undefined) return `${input}: new, ${short(to ?? "")}`;
  return to === undefined ? `${input}: gone, was ${short(from)}` : `${input}: ${short(from)} -> ${short(to)}`;
}

function brief(value: string | number | boolean | null): string {
  const text = String(value).replaceAll("\n", " ");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
