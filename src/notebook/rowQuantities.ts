import { conclusionOf } from "./conclusionOf.js";
import { drawnNoise } from "./drawnNoise.js";
import { numberIn } from "./numberIn.js";
import { fingerprintOf, type Quantity, steady } from "./quantity.js";
import { rowTitle, tellingColumns } from "./rowTitle.js";

type Row = Readonly<Record<string, string>>;
type Fields = ReadonlyMap<string, unknown>;

/** Columns that state a conclusion. */
const concluding = new Set(["verdict", "status", "state", "answer", "found", "alarm", "outcome", "decision"])
  .add("possible")
  .add("called held")
  .add("its word fits")
  .add("the calendar allows it");

/** Fields in which a shown object keeps, unrounded, what a column shows under another name. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  "times the rate": ["ratio", "estimate"],
  gap: ["gap", "estimate"],
  "better than the others by": ["peer"],
  "over all tasks": ["adjusted"],
  "mean score": ["score"],
  miscalibration: ["mcb"],
  discrimination: ["dsc"],
  uncertainty: ["unc"],
  "p if calibrated": ["p"],
  held: ["covered"],
  "by their own word": ["expected"],
  "log score": ["logScore"],
  "to the baseline's": ["scaled"],
  "base rate": ["estimate"],
  "as a forecast": ["forecast"],
  value: ["value", "observed"],
  "e-value": ["eValue"],
  "flip risk": ["flipRisk"],
  "told apart in": ["accuracy"],
  came: ["observed"],
  "so far": ["observed"],
  "share in": ["share"],
  "once complete": ["estimate"],
  changes: ["share"],
  chance: ["p"],
  snapshot: ["hash"],
};

/** Columns in which draws leave noise, where the object says how much. */
const noisy = new Set(["mean", "value", "gap", "better than the others by", "low", "high", "gap low", "gap high"]);

const longestText = 400;

/**
 * What a row of a table says, cell by cell, unrounded where the object it was made from is at hand. The columns that tell
 * the row apart are in the names; a column that says how noisy another is goes with the other.
 */
export function rowQuantities(kind: string, place: number, row: Row, source: object = {}): Quantity[] {
  const fields = fieldsIn(source);
  const ids = tellingColumns(row, fields, concluding);
  const title = rowTitle(kind, place, row, fields, ids);
  const cells = Object.entries(row).filter(([column]) => !ids.includes(column) && column !== "noise");
  const shown = cells
    .filter(([column, text]) => text !== "" && !(column === "found" && fields.has("verdict")))
    .flatMap(([column, text]) => cellQuantities(column, text, fields));
  const names = new Set(shown.map(({ name }) => name));
  return [...shown, ...beside(fields).filter(({ name }) => !names.has(name))].map((one) => ({
    ...one,
    name: `${title}: ${one.name}`,
  }));
}

/** A claim's verdict stands one level down, in what the data, or else the print, came to. */
function fieldsIn(source: object): Fields {
  const own = new Map<string, unknown>(Object.entries(source));
  if (!(own.has("claim") && own.has("status") && own.has("others"))) return own;
  const judged = own.get("status") === "print alone" ? own.get("print") : (own.get("data") ?? own.get("print"));
  if (own.get("status") === "no data here" || typeof judged !== "object" || judged === null) return own;
  return new Map([...Object.entries(judged), ...own]);
}

function cellQuantities(column: string, text: string, fields: Fields): Quantity[] {
  if (isConcluding(column, fields)) return conclusions(column, fields.get(column), text);
  for (const field of fieldsOf[column] ?? [column]) {
    const raw = fields.get(field);
    if (typeof raw === "number") return [{ name: column, ...withNoise(column, raw, fields), kind: "number" }];
    if (field === "hash" && typeof raw === "string") return [{ name: column, value: raw, kind: "text" }];
  }
  const parsed = numberIn(text);
  return [parsed === undefined ? inWords(column, text) : { name: column, value: parsed, kind: "number" }];
}

function inWords(name: string, text: string): Quantity {
  return { name, value: text.length > longestText ? fingerprintOf(text) : text, kind: "text" };
}

/** A column headed by a question holds its answer; so does a yes or no under words. */
function isConcluding(column: string, fields: Fields): boolean {
  if (concluding.has(column) || column.endsWith("?")) return true;
  return typeof fields.get(column) === "boolean" && column.includes(" ");
}

/** Of an answer that goes on after a colon with its numbers only what comes before it is the conclusion. */
function conclusions(name: string, raw: unknown, text: string): Quantity[] {
  if (typeof raw === "boolean") return [{ name, value: raw, kind: "verdict" }];
  const said = typeof raw === "string" ? raw : text;
  const [, answer] = /^([^:]+): .*\d/s.exec(said) ?? [];
  if (answer === undefined) return [{ name, value: said, kind: "verdict" }];
  return [{ name, value: answer, kind: "verdict" }, inWords(`${name} in full`, said)];
}

function withNoise(column: string, raw: number, fields: Fields): Pick<Quantity, "value" | "noise"> {
  const value = steady(raw);
  const drawn = drawnNoise(column, fields);
  if (drawn !== undefined) return { value, noise: Number(drawn.toPrecision(12)) };
  const noise = fields.get("noise");
  if (typeof noise !== "number" || !(noise > 0)) return { value };
  const reference = fields.get("reference");
  if (column === "skill" && typeof reference === "number" && reference !== 0)
    return { value, noise: Number((noise / Math.abs(reference)).toPrecision(12)) };
  return noisy.has(column) ? { value, noise: Number(noise.toPrecision(12)) } : { value };
}

/** What stands in a cell with something else, or is the point of the object and in no cell. */
function beside(fields: Fields): Quantity[] {
  const verdicts = ["verdict", "alarm"].flatMap((name): Quantity[] => {
    const value = fields.get(name);
    return typeof value === "string" || typeof value === "boolean" ? [{ name, value, kind: "verdict" }] : [];
  });
  const concluded = verdicts.length > 0 ? undefined : conclusionOf(fields);
  return [
    ...verdicts,
    ...(concluded === undefined ? [] : [{ name: "conclusion", value: concluded, kind: "verdict" } as const]),
    ...ends("", fields.get("interval"), fields),
    ...ends("gap ", fields.get("gapInterval"), fields),
    ...fileOf(fields),
  ];
}

function ends(prefix: string, interval: unknown, fields: Fields): Quantity[] {
  if (!Array.isArray(interval) || interval.length !== 2) return [];
  return interval.flatMap((end: unknown, i): Quantity[] => {
    const column = `${prefix}${i === 0 ? "low" : "high"}`;
    return typeof end === "number" ? [{ name: column, ...withNoise(column, end, fields), kind: "number" }] : [];
  });
}

/** The file that a snapshot was read from. */
function fileOf(fields: Fields): Quantity[] {
  const file = fields.get("file");
  if (typeof file !== "object" || file === null || !fields.has("parquet")) return [];
  return ["name", "sha256"].flatMap((part): Quantity[] => {
    const value: unknown = Reflect.get(file, part);
    return typeof value === "string" ? [{ name: `file ${part}`, value, kind: "text" }] : [];
  });
}
