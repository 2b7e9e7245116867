import type { Interval } from "../core/finding.js";
import { decimals, numbered, percent, pText, withInterval } from "../core/print.js";

type Row = Readonly<Record<string, string>>;

/** How a column writes its numbers. */
type Writer = (value: number) => string;

/**
 * Rows of a reader's own, in the house's way of writing: in one column numbers have the same decimals, four digits of the
 * largest; a share is a percentage and a p-value has two digits, by the name of the column; two numbers in brackets are an
 * interval; yes and no are words.
 */
export function plainRows(all: readonly object[]): Row[] {
  const writers = new Map<string, Writer>();
  return all.map(unkeyed).map((one, _, all) => {
    const cells = Object.entries(one).map(([name, value]): [string, string] => {
      let writer = writers.get(name);
      if (writer === undefined) {
        writer = writerOf(name, () =>
          all.flatMap((row) => numbersIn(Object.hasOwn(row, name) ? Reflect.get(row, name) : 0)),
        );
        writers.set(name, writer);
      }
      return [name, textOf(value, writer)];
    });
    return Object.fromEntries(cells);
  });
}

/** A key's fields have columns of their own, as in all tables. */
function unkeyed(one: object): object {
  const { key, ...fields } = { key: undefined, ...one } as { readonly key: unknown };
  const isKey =
    typeof key === "object" && key !== null && Object.values(key).every((value) => typeof value === "string");
  return isKey && !Array.isArray(key) ? { ...key, ...fields } : one;
}

/** A reader's own single thing with many fields reads better as a list of them. */
export function fieldRows(one: object): { readonly rows: Row[]; readonly of: object[] } {
  const of = Object.entries(one).map(([field, value]) => ({ field, value: value as unknown }));
  const rows = of.map(({ field, value }) => ({
    field,
    value: textOf(
      value,
      writerOf(field, () => numbersIn(value)),
    ),
  }));
  return { rows, of };
}

function writerOf(name: string, numbers: () => readonly number[]): Writer {
  if (/(^|\W)p$/.test(name)) return (value) => (inUnit(value) ? pText(value).replace("p = ", "") : fourDigits(value));
  if (/^(level|power)$|(^|\W)(share|chance|probability)$/.test(name))
    return (value) => (inUnit(value) ? percent(value) : fourDigits(value));
  if (/(^|\W)(year|line|row|seed)$/.test(name)) return String;
  return alike(numbers());
}

function inUnit(value: number): boolean {
  return value >= 0 && value <= 1;
}

/** The same decimals for all, unless the least of them would lose its digits. */
function alike(numbers: readonly number[]): Writer {
  const broken = numbers.filter((one) => Number.isFinite(one) && !Number.isInteger(one)).map(Math.abs);
  if (broken.length === 0) return fourDigits;
  const largest = Math.max(...numbers.filter(Number.isFinite).map(Math.abs));
  const digits = Math.max(0, 3 - Math.floor(Math.log10(largest)));
  if (digits > 6 || Math.min(...broken) < 10 ** (1 - digits)) return fourDigits;
  return (value) => (Number.isFinite(value) ? decimals(value, digits) : fourDigits(value));
}

function fourDigits(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  return Number.isInteger(value) || Math.abs(value) >= 1e4 ? decimals(value, 0) : String(Number(value.toPrecision(4)));
}

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return isInterval(value) ? value.filter((end) => end !== null) : [];
}

function isInterval(value: unknown): value is Interval {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === "number" &&
    (typeof value[1] === "number" || value[1] === null) &&
    value[0] <= (value[1] ?? Number.POSITIVE_INFINITY)
  );
}

function textOf(value: unknown, write: Writer): string {
  if (value === undefined) return "";
  if (value === null) return "–";
  if (typeof value === "number") return write(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return listText(value, write);
  return typeof value === "object" ? objectText(value) : String(value);
}

function listText(list: readonly unknown[], write: Writer): string {
  if (isInterval(list)) return `[${write(list[0])}, ${list[1] === null ? "no bound" : write(list[1])}]`;
  if (list.length === 0) return "none";
  if (list.every((one) => typeof one === "number" || one === null))
    return list.map((one) => (typeof one === "number" ? fourDigits(one) : "–")).join(" ");
  if (list.every(Array.isArray)) return list.map((one) => listText(one, fourDigits)).join("; ");
  const isOfObjects = list.every((one) => typeof one === "object");
  return isOfObjects ? numbered(list.length, "row") : list.map((one) => textOf(one, fourDigits)).join(", ");
}

/** A stretch of days, data with their day, an estimate with its interval; of anything else each field. */
function objectText(one: object): string {
  const fields = new Map<string, unknown>(Object.entries(one));
  const [since, until, name, asOf] = ["since", "until", "name", "asOf"].map((field) => fields.get(field));
  const [estimate, interval] = [fields.get("estimate"), fields.get("interval")];
  if (typeof since === "string" && typeof until === "string") return `${since} up to ${until}`;
  if (typeof name === "string" && typeof asOf === "string") return `${name} as of ${asOf}`;
  if (typeof estimate === "number" && isInterval(interval)) return withInterval(estimate, interval, 2);
  return [...fields]
    .map(
      ([field, value]) =>
        `${field}: ${textOf(
          value,
          writerOf(field, () => numbersIn(value)),
        )}`,
    )
    .join(", ");
}
