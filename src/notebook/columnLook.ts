/** How a column stands: numbers to the right, texts to the left; and whether its cells may be broken into lines. */
export interface ColumnLook {
  readonly side: "left" | "right";
  readonly wraps: boolean;
  /** The width of its longest cell, in signs. */
  readonly width: number;
}

/** Texts up to this long stay on a line. */
const longestLine = 27;

/**
 * How a column of a table is set, by its cells: to the right where each that is not empty is a number, a share or an interval;
 * only a column of texts with a long one among them wraps.
 *
 * @example
 * columnLook(["1.51 [1.21, 1.90]", "", "2"]).side // "right"
 */
export function columnLook(cells: readonly string[]): ColumnLook {
  const filled = cells.filter((cell) => cell !== "");
  const width = Math.max(0, ...filled.map((cell) => cell.length));
  const isNumeric = filled.some((cell) => /\d/.test(cell)) && filled.every(isNumber);
  return { side: isNumeric ? "right" : "left", wraps: !isNumeric && width > longestLine && !isBars(filled), width };
}

const number = String.raw`[-−+]?(?:\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?%?|∞|under 1%|over 99%|no bound)`;
const interval = String.raw`\[${number}(?:, | to )${number}\]`;
const estimate = new RegExp(
  `^(?:${interval}|(?:p )?[<>] ?${number}|${number}(?: ${interval}|, ${number} to ${number}|(?: of|/) ${number})?)$`,
);

/** A dash, and words for no number, stand where a number would. */
function isNumber(cell: string): boolean {
  return estimate.test(cell) || ["–", "none", "no count"].includes(cell);
}

/** A small drawing of a series would be torn apart. */
function isBars(cells: readonly string[]): boolean {
  return cells.some((cell) => /^[▁▂▃▄▅▆▇█·]{8}/.test(cell));
}
