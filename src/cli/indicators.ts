import { styleText } from "node:util";
import { Command } from "commander";
import { InputError } from "../core/errors.js";
import { type CatalogueEntry, catalogue } from "../indicators/catalogue.js";

const columns = 80;
const gutter = 10;
/** A space at which no line ends. */
const unbroken = "\u00a0";

type Paint = (tone: "bold" | "dim" | "cyan" | "yellow", text: string) => string;

/** Where a command writes: standard output, unless a test hands in another. */
export type Out = Pick<NodeJS.WriteStream, "write" | "isTTY">;

/** `hindcast indicators`: lists the indicators that have names, or shows one in full. */
export function indicatorsCommand(out: Out = process.stdout): Command {
  return new Command("indicators")
    .description("List the indicators that have names, or show one: its criteria, how it is counted, an example.")
    .argument("[name]", "an indicator, such as engagement")
    .option("--json", "print the entries as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  hindcast indicators\n  hindcast indicators siege\n  hindcast indicators --json",
    )
    .action((name: string | undefined, { json }: { json?: boolean }) => {
      const entries = catalogue();
      const entry = entries.find((one) => one.name === name);
      if (name !== undefined && entry === undefined) {
        const names = entries.map((one) => one.name).join(", ");
        throw new InputError(`indicators: no indicator ${JSON.stringify(name)}; there are ${names}`);
      }
      const colour = out.isTTY === true && process.env["NO_COLOR"] === undefined;
      const paint: Paint = (tone, text) => (colour ? styleText(tone, text, { validateStream: false }) : text);
      if (json) out.write(`${JSON.stringify(entry ?? entries, null, 2)}\n`);
      else out.write(entry === undefined ? listed(entries, paint) : inFull(entry, paint));
    });
}

function listed(entries: readonly CatalogueEntry[], paint: Paint): string {
  const wide = Math.max(...entries.map(({ name }) => name.length));
  const marked = ({ label, proxy }: CatalogueEntry): string => (proxy === undefined ? label : `${label} *`);
  const widest = Math.max(...entries.map((one) => marked(one).length));
  const row = (one: CatalogueEntry): string =>
    `  ${paint("cyan", one.name.padEnd(wide))} ${marked(one).padEnd(widest)} ${paint("dim", one.unit)}`;
  const groups = [...new Set(entries.map(({ group }) => group))];
  return [
    ...groups.flatMap((group) => [
      paint("bold", `${group[0].toUpperCase()}${group.slice(1)}`),
      ...entries.filter((one) => one.group === group).map(row),
      "",
    ]),
    "* a proxy for what no publisher codes",
    "hindcast indicators <name> shows one in full; --json gives the criteria as data.",
    "",
  ].join("\n");
}

function inFull(one: CatalogueEntry, paint: Paint): string {
  const field = (name: string, lines: readonly string[]): string[] =>
    lines.map((line, i) => `${paint("dim", (i === 0 ? name : "").padEnd(gutter))}${line}`);
  const { where, measure, below, proxy, caveat } = one;
  const groups = [...new Set(JSON.stringify([where, measure, below ?? {}]).match(/@\w+/g) ?? [])];
  return [
    `${paint("bold", one.label)}  ${paint("cyan", one.name)}`,
    "",
    ...field("unit", [one.unit]),
    ...field("higher", wrapped(one.higher)),
    "",
    ...field("where", wrapped(literal(where))),
    ...field("measure", wrapped(literal(measure))),
    ...(below === undefined ? [] : field("below", wrapped(literal(below)))),
    ...field("steps", one.steps),
    "",
    ...field("example", wrapped(one.example)),
    ...(proxy === undefined
      ? []
      : field(
          "proxy",
          wrapped(proxy).map((line) => paint("yellow", line)),
        )),
    ...(caveat === undefined ? [] : field("caveat", wrapped(caveat))),
    ...field("sources", one.sources.flatMap(wrapped)),
    ...(groups.length === 0 ? [] : ["", ...wrapped(`Your codebook lists the names behind ${groups.join(" and ")}.`)]),
    "",
  ].join("\n");
}

/** Data as one would type it in a notebook: `{ kind: "@violence" }`. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value).replaceAll(" ", unbroken);
  return `{ ${Object.entries(value)
    .map(([name, one]) => `${name}:${unbroken}${literal(one)}`)
    .join(", ")} }`;
}

function wrapped(text: string): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines[lines.length - 1];
    if (line !== "" && line.length + 1 + word.length > columns - gutter) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.map((line) => line.replaceAll(unbroken, " "));
}
