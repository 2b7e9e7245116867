import { numberIn } from "./numberIn.js";

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

/**
 * What a row is called, by what tells it apart or else by its place. A hash names nothing, for it is another one as soon as
 * anything changes; nor does a seed: a number that is drawn anew is still the same number.
 */
export function rowTitle(kind: string, place: number, row: Row, fields: Fields, ids: readonly string[]): string {
  const told = [...ids.map((column) => row[column]), ...periodOf(fields, row)].filter(isLasting);
  const title = `${kind} ${told.length > 0 ? told.join(", ") : place}`;
  return title.replace(/\bseed: \d+/g, "seed");
}

/** Of nouns of the same sort, one a period, each is told by its own even where that stands in a sentence alone. */
function periodOf(fields: Fields, row: Row): string[] {
  const period = fields.get("period");
  return typeof period === "string" && !Object.values(row).includes(period) ? [period] : [];
}

function isLasting(text: string): boolean {
  return text !== "" && !/^[0-9a-f]{8,}$/.test(text);
}

/** The columns that tell a row apart; of none the first, if it holds words. */
export function tellingColumns(row: Row, fields: Fields, concluding: ReadonlySet<string>): string[] {
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
