import { InputError } from "../core/errors.js";

/** What we use of danfojs-node: it is handed in, never imported. */
export interface Danfo<Frame> {
  readonly DataFrame: new (rows: object[]) => Frame;
  readonly toJSON: (frame: Frame) => unknown;
}

type Cell = string | number | boolean;

/**
 * Rows as a danfo.js frame, for people who like frames. Its arithmetic is in 32-bit floats: whole numbers above 16,777,216 are
 * refused, since they would change.
 *
 * @throws InputError when there is no row, or a number would lose digits
 * @example
 * toDanfo(require("danfojs-node"), [{ zone: "segou", value: 3 }]).shape // [1, 2]
 */
export function toDanfo<Frame>(danfo: Danfo<Frame>, rows: readonly Readonly<Record<string, Cell>>[]): Frame {
  if (rows.length === 0) throw new InputError("toDanfo: needs a row");
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) {
      if (Number.isInteger(value) && Math.abs(Number(value)) > 16_777_216) {
        throw new InputError(`toDanfo: ${column} is ${value}, too large for a frame of 32-bit floats`);
      }
    }
  }
  return new danfo.DataFrame(rows.map((row) => ({ ...row })));
}

/** A danfo.js frame as rows. */
export function fromDanfo<Frame>(danfo: Danfo<Frame>, frame: Frame): Record<string, Cell>[] {
  const rows = danfo.toJSON(frame);
  if (!Array.isArray(rows)) throw new InputError("fromDanfo: needs a frame of rows");
  return rows.map((row) => ({ ...row }));
}
