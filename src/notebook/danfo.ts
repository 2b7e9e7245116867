import { InputError } from "../core/errors.js";

/** What we use of danfojs-node: it is handed in, never imported. */
export interface Danfo<Frame> {
  readonly DataFrame: { new (rows: object[]): Frame; readonly prototype: object };
  readonly toJSON: (frame: Frame) => unknown;
}

type Cell = string | number | boolean;

/**
 * Rows as a danfo.js frame, for people who like frames. Its arithmetic is in 32-bit floats: whole numbers above 16,777,216 are
 * refused, since they would change. A frame takes the values of a row by their place, so each row is put in the order of the
 * first one; one with fewer columns or others is refused. danfo's own types do not fit what it does: name the frame `any`.
 *
 * @throws InputError when there is no row, rows differ in their columns, a column has a name that frames use themselves, or
 * a number would lose digits
 * @example
 * toDanfo(require("danfojs-node"), [{ zone: "segou", value: 3 }]).shape // [1, 2]
 */
export function toDanfo<Frame>(danfo: Danfo<Frame>, rows: readonly Readonly<Record<string, Cell>>[]): Frame {
  if (rows.length === 0) throw new InputError("toDanfo: needs a row");
  const columns = Object.keys(rows[0]);
  const taken = columns.find((column) => Reflect.has(danfo.DataFrame.prototype, column));
  if (taken !== undefined) throw new InputError(`toDanfo: a frame has a ${taken} of its own, rename the column`);
  for (const [at, row] of rows.entries()) {
    const own = Object.keys(row);
    if (own.length !== columns.length || columns.some((column) => !Object.hasOwn(row, column))) {
      throw new InputError(`toDanfo: row ${at + 1} needs the columns ${columns.join(", ")}, got ${own.join(", ")}`);
    }
    for (const [column, value] of Object.entries(row)) {
      if (Number.isInteger(value) && Math.abs(Number(value)) > 16_777_216) {
        throw new InputError(`toDanfo: ${column} is ${value}, too large for a frame of 32-bit floats`);
      }
    }
  }
  return new danfo.DataFrame(rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]]))));
}

/** A danfo.js frame as rows. */
export function fromDanfo<Frame>(danfo: Danfo<Frame>, frame: Frame): Record<string, Cell>[] {
  const rows = danfo.toJSON(frame);
  if (!Array.isArray(rows)) throw new InputError("fromDanfo: needs a frame of rows");
  return rows.map((row) => ({ ...row }));
}
