import { existsSync } from "node:fs";
import { basename, extname } from "node:path";
import { Command } from "commander";
import type { Codebook } from "../core/codebook.js";
import { DataError, InputError } from "../core/errors.js";
import { columnName } from "../core/source.js";
import { mapped } from "../sources/mapped.js";
import { proposeMapping } from "../sources/proposeMapping.js";
import { readCodebook } from "../sources/readCodebook.js";
import { writeWhole } from "../store/files.js";
import { type TableRow, tableSample } from "../store/tableRows.js";
import { isComplete, mapText } from "./mapText.js";
import { preview } from "./preview.js";
import { progress } from "./progress.js";

interface Options {
  readonly out?: string;
  readonly name?: string;
  readonly codebook?: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

/** The codebook of a preview for which none was named. */
const none: Codebook = { name: "", note: "", country: "", zones: [], regions: {}, actors: {} };

/** `hindcast map`: proposes how the columns of any table are read. */
export function mapCommand(): Command {
  return new Command("map")
    .description("Propose how a table of your own is read: which column is the day, the kind, the place, and why.")
    .argument("<file>", "a CSV file of events, one a row")
    .option("--out <json>", "where to write the mapping, to be read over and edited")
    .option("--force", "replace the file that stands there")
    .option("--name <name>", "what the events are to say their source is (by default the file's name)")
    .option("--codebook <json>", "a codebook, for the country of rows that name none")
    .option("--json", "print proposal and preview as JSON")
    .addHelpText(
      "after",
      `
Example:
  hindcast map incidents.csv --out mapping.json

A mapping says of each field which column fills it; edit what was proposed:
  {
    "name": "incidents",
    "country": "Mali",
    "columns": {
      "id": "report_no",
      "day": { "column": "dtg", "format": "DDHHmm'Z'MMMYY", "century": 2000 },
      "kind": { "column": "category", "values": { "Direct Fire": "Battles" }, "others": "keep" },
      "side1": { "column": "actor", "split": ";" },
      "deaths": { "columns": ["civilian_kia", "enemy_kia"], "empty": 0 },
      "admin1": "province"
    }
  }`,
    )
    .action(async (file: string, { out, name, codebook, json, force }: Options) => {
      if (out !== undefined && !force && existsSync(out)) {
        throw new InputError(`map: the file stands already, got ${out}; replace it with --force`);
      }
      const book = codebook === undefined ? none : await readCodebook(codebook);
      const { note, end } = progress(process.stderr);
      note(`reading ${file}`);
      const { titles: columns, rows, records: read } = await tableSample(file, 1000).finally(end);
      checkNames(columns, file);
      if (rows.length === 0) throw new DataError(`map: has a header and no rows (${file})`);
      const proposal = proposeMapping(columns, cellsOf(rows), { name: name ?? nameOf(file) });
      const shown = isComplete(proposal) ? preview(mapped(proposal.mapping), columns, rows, book) : undefined;
      if (out !== undefined) await writeWhole(out, `${JSON.stringify(proposal.mapping, null, 2)}\n`);
      const text = json
        ? `${JSON.stringify({ file: basename(file), read, sampled: rows.length, ...proposal, preview: shown }, null, 1)}\n`
        : mapText({ file, read, sampled: rows.length, proposal, preview: shown, out });
      process.stdout.write(text);
    });
}

function cellsOf(rows: readonly TableRow[]): (readonly string[])[] {
  return rows.map((row) => row.cells);
}

function checkNames(columns: readonly string[], file: string): void {
  const names = columns.map(columnName);
  const twice = names.find((column, i) => column !== "" && names.indexOf(column) !== i);
  if (twice !== undefined) throw new DataError(`map: column ${JSON.stringify(twice)} stands twice (${file})`);
}

function nameOf(file: string): string {
  const name = columnName(basename(file, extname(file)))
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return name === "" ? "incidents" : name;
}
