/** A year of months, or less, is written out. */
const most = 12;

/** No drawing is wider. */
const widest = 24;

const blocks = "▁▂▃▄▅▆▇█";

/**
 * The values of a series as a cell shows them: up to twelve as they are; more as bars from 0 (or from the least, should that
 * be below 0) to the greatest, and in numbers their range and the last. No more than 24 bars: of a long series each is the mean
 * of several periods. What is not such a list stays as it is.
 *
 * @example
 * seriesText("3 12 0 7") // "3 12 0 7"
 * @example
 * seriesText("1 2 3 4 5 6 7 8 7 6 5 4 3") // "▂▃▄▅▅▆▇█▇▆▅▅▄ 1 to 8, last 3"
 */
export function seriesText(cell: string): string {
  const texts = cell.split(" ");
  if (texts.length <= most || !texts.every((text) => /^(?:-?\d[\d.,]*(?:e[-+]?\d+)?|–)$/.test(text))) return cell;
  const values = texts.map((text) => (text === "–" ? undefined : Number(text.replaceAll(",", ""))));
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return cell;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const textOf = (value: number): string => texts[values.indexOf(value)];
  return `${bars(values, Math.min(0, low), high)} ${textOf(low)} to ${textOf(high)}, last ${texts[texts.length - 1]}`;
}

function bars(values: readonly (number | undefined)[], low: number, high: number): string {
  const each = Math.ceil(values.length / widest);
  const heights = Array.from({ length: Math.ceil(values.length / each) }, (_, i) => {
    const some = values.slice(i * each, (i + 1) * each).filter((value) => value !== undefined);
    return some.length === 0 ? undefined : some.reduce((sum, value) => sum + value, 0) / some.length;
  });
  const step = (value: number): number => (high > low ? Math.round(((value - low) / (high - low)) * 7) : 0);
  return heights.map((value) => (value === undefined ? "·" : blocks[step(value)])).join("");
}
