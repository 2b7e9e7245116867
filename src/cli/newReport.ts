import { existsSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { Command } from "commander";
import type { Codebook } from "../core/codebook.js";
import { InputError } from "../core/errors.js";
import { printable } from "../core/printable.js";
import { type Sentence, sentencesOf } from "../reports/sentences.js";
import { readCodebook } from "../sources/readCodebook.js";
import { writeWhole } from "../store/files.js";
import { textIn } from "./lintReport.js";
import { shipped } from "./openCase.js";
import { scaffold, scaffoldEvents } from "./scaffold.js";
import { dayOf } from "./sourceOptions.js";

interface Options {
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly cutoff?: string;
  readonly every: string;
  readonly codebook?: string;
  readonly text?: string;
}

/** A day that nobody can take for a report's. */
const noDay = "2000-01-01";

/** `hindcast new-report`: the files with which somebody begins to encode a report. */
export function newReportCommand(): Command {
  return new Command("new-report")
    .description("Begin to encode a report: writes a report.json with examples to replace, and the files it names.")
    .argument("<folder>", "where to write it; its name becomes the report's id")
    .option("--title <title>", "the report's title")
    .option("--publisher <name>", "who published it")
    .option("--published <day>", "the day it was published; by default the cutoff")
    .option("--cutoff <day>", "the first day whose events it could not know; by default the day it was published")
    .option("--every <period>", "week or month: the period in which it is counted", "month")
    .option("--codebook <json>", "a codebook that you have; by default one to fill in is written")
    .option("--text <file>", "the report's text, a paragraph a line: lists its sentences and begins its forecasts")
    .addHelpText(
      "after",
      `
Examples:
  hindcast new-report my-report --title "Weekly letter" --publisher "The Society" --cutoff 2024-01-10
  hindcast new-report my-report --cutoff 2024-01-10 --every week --text letter.txt`,
    )
    .action(async (folder: string, options: Options) => {
      const files = await filesFor(folder, options);
      const there = [...files.keys()].map((name) => join(folder, name)).find((file) => existsSync(file));
      if (there !== undefined) throw new InputError(`new-report: the file stands already, got ${there}`);
      for (const [name, content] of files) await writeWhole(join(folder, name), content);
      process.stdout.write(nextSteps(folder, [...files.keys()], options));
    });
}

async function filesFor(folder: string, options: Options): Promise<Map<string, string>> {
  const { title, publisher, every, codebook, text } = options;
  if (every !== "week" && every !== "month")
    throw new InputError(`new-report: --every needs week or month, got ${JSON.stringify(every)}`);
  const cutoff = dayOf(options.cutoff ?? options.published ?? noDay, "new-report: --cutoff");
  const published = dayOf(options.published ?? cutoff, "new-report: --published");
  const book = codebook === undefined ? emptyBook : await readCodebook(codebook);
  const sentences = text === undefined ? [] : sentencesOf(await textIn(text));
  if (text !== undefined && sentences.length === 0) throw new InputError(`new-report: the text is empty, got ${text}`);
  const id = idOf(folder);
  const report = scaffold(
    {
      ...{ id, published, cutoff, every, zone: book.zones[0].name },
      ...(title !== undefined && { title }),
      ...(publisher !== undefined && { publisher }),
      codebook: codebook === undefined ? "codebook.json" : pathFrom(folder, codebook),
    },
    sentences,
  );
  const $schema = pathFrom(folder, join(shipped, "report.schema.json"));
  const columns = { id: "id", day: "day", kind: "kind", admin1: "admin1", admin2: "admin2" };
  return new Map([
    ["report.json", json({ $schema, ...report })],
    ...(codebook === undefined ? ([["codebook.json", json({ ...book, name: id })]] as const) : []),
    ["example-events.csv", scaffoldEvents(cutoff, every, book)],
    ["example-mapping.json", json({ name: "example", columns })],
    ...(text === undefined ? [] : ([["sentences.tsv", sentenceTable(sentences)]] as const)),
  ]);
}

const emptyBook: Codebook = {
  ...{ name: "example", note: "EXAMPLE: zones and actors of the report", country: "EXAMPLE country" },
  zones: [{ name: "example-zone", label: "EXAMPLE zone", places: [{ admin1: ["EXAMPLE province"] }] }],
  ...{ regions: {}, actors: { "example-group": ["EXAMPLE actor"] }, kinds: {} },
};

function json(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

function pathFrom(folder: string, file: string): string {
  return relative(resolve(folder), resolve(file)).split(sep).join("/");
}

function idOf(folder: string): string {
  const id = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return id === "" ? "report" : id;
}

function sentenceTable(sentences: readonly Sentence[]): string {
  const rows = sentences.map(({ paragraph, sentence, sha256, text }) =>
    [String(paragraph), String(sentence), sha256, printable(text)].join("\t"),
  );
  return `${["paragraph\tsentence\tsha256\ttext", ...rows].join("\n")}\n`;
}

function nextSteps(folder: string, names: readonly string[], { cutoff, published, codebook, text }: Options): string {
  const steps = [
    ...(cutoff === undefined && published === undefined
      ? [`set published and cutoff in report.json: nobody gave them, so they are ${noDay}`]
      : []),
    ...(text === undefined
      ? []
      : ["go through its claims beside sentences.tsv: those with a word of probability are begun"]),
    ...(codebook === undefined ? ["name the zones and actors in codebook.json"] : []),
    "replace everything that is marked EXAMPLE, the events and their mapping too",
    `hindcast lint-report ${typed(folder)}${text === undefined ? "" : ` --text ${typed(text)}`}`,
    `hindcast run ${typed(folder)}`,
  ];
  const lines = [
    "Written",
    ...names.map((name) => `  ${join(folder, name)}`),
    "",
    "Next",
    ...steps.map((step) => `  ${step}`),
  ];
  return `${lines.map(printable).join("\n")}\n`;
}

/** A path as it is typed at a prompt. */
function typed(path: string): string {
  return /\s/.test(path) ? JSON.stringify(path) : path;
}
