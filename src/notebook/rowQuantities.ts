import { conclusionOf } from "./conclusionOf.js";
import { fingerprintOf, type Quantity, steady } from "./quantity.js";

type Row = Readonly<Record<string, string>>;
type Fields = ReadonlyMap<string, unknown>;

/** Columns that tell rows apart; a key's own columns do as well. */
const telling = new Set(
  [
    "zone model against of metric test step origin target asks claim what explanation effect choice question",
    "indicator episodes term dataset id by issued week month day quarter period year note row entry asked assumes",
    "explanations rule reason place actor control loss line rounding ¶",
  ].flatMap((names) => names.split(" ")),
)
  .add("as of")
  .add("counted as")
  .add("variance over mean")
  .add("errors up to")
  .add("up to")
  .add("over on");

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
  const ids = tellingColumns(row, fields);
  const told = [...ids.map((column) => row[column]), ...periodOf(fields, row)].filter(isLasting);
  const title = `${kind} ${told.length > 0 ? told.join(", ") : place}`;
  const cells = Object.entries(row).filter(([column]) => !ids.includes(column) && column !== "noise");
  const shown = cells
    .filter(([column, text]) => text !== "" && !(column === "found" && fields.has("verdict")))
    .map(([column, text]) => cellQuantity(column, text, fields));
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

/** Of nouns of the same sort, one a period, each is told by its own even where that stands in a sentence alone. */
function periodOf(fields: Fields, row: Row): string[] {
  const period = fields.get("period");
  return typeof period === "string" && !Object.values(row).includes(period) ? [period] : [];
}

/** A hash names nothing: it is another one as soon as anything changes. */
function isLasting(text: string): boolean {
  return text !== "" && !/^[0-9a-f]{8,}$/.test(text);
}

function tellingColumns(row: Row, fields: Fields): string[] {
  const key = fields.get("key");
  const keyed = typeof key === "object" && key !== null ? Object.keys(key) : [];
  const columns = Object.keys(row);
  const isTelling = (column: string): boolean =>
    telling.has(column) ||
    keyed.includes(column) ||
    (column === "interval" && fields.has("promised")) ||
    (column === "from" && fields.has("recipe"));
  const found = columns.filter((column) => isTelling(column) && !concluding.has(column));
  if (found.length > 0) return found;
  const [first] = columns;
  return first !== undefined && numberIn(row[first]) === undefined ? [first] : [];
}

function cellQuantity(column: string, text: string, fields: Fields): Quantity {
  if (isConcluding(column, fields))
    return { name: column, value: conclusion(fields.get(column), text), kind: "verdict" };
  for (const field of fieldsOf[column] ?? [column]) {
    const raw = fields.get(field);
    if (typeof raw === "number") return { name: column, ...withNoise(column, raw, fields), kind: "number" };
    if (field === "hash" && typeof raw === "string") return { name: column, value: raw, kind: "text" };
  }
  const parsed = numberIn(text);
  if (parsed !== undefined) return { name: column, value: parsed, kind: "number" };
  return { name: column, value: text.length > longestText ? fingerprintOf(text) : text, kind: "text" };
}

/** A column headed by a question holds its answer; so does a yes or no under words. */
function isConcluding(column: string, fields: Fields): boolean {
  if (concluding.has(column) || column.endsWith("?")) return true;
  return typeof fields.get(column) === "boolean" && column.includes(" ");
}

function conclusion(raw: unknown, text: string): string | boolean {
  return typeof raw === "string" || typeof raw === "boolean" ? raw : text;
}

function withNoise(column: string, raw: number, fields: Fields): Pick<Quantity, "value" | "noise"> {
  const noise = fields.get("noise");
  const value = steady(raw);
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

/** The number that a text is, if it is nothing else; a percentage as a share. */
function numberIn(text: string): number | undefined {
  if (!/^[-−]?\d[\d,]*(\.\d+)?(e[-+]?\d+)?%?$/.test(text)) return undefined;
  const value = Number(text.replaceAll(",", "").replace("−", "-").replace("%", ""));
  return text.endsWith("%") ? Number((value / 100).toPrecision(12)) : value;
}
