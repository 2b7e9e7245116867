import { type DatePattern, datePattern } from "./datePattern.js";

/** How dates are written, with the texts that are not written so; or why that cannot be told. */
export type DateGuess =
  | { readonly format: string; readonly century?: number; readonly misfits: readonly string[]; readonly proof: string }
  | { readonly undecided: string };

interface Fitted {
  readonly format: string;
  readonly order: string;
  readonly fits: ReadonlySet<string>;
}

const military = ["DDHHmm'Z'MMMYY", "DDHHmm'Z' MMM YY", "DDHHmm'Z'MMMYYYY", "DDHHmm'Z' MMM YYYY", "DDHHmm*MMMYY"];
const orders: Readonly<Record<string, readonly string[]>> = {
  "year first": ["YYYY-MM-DD", "YYYY/MM/DD", "YYYY.MM.DD", "YYYYMMDD"],
  "day first": [
    ...["DD/MM/YYYY", "D/M/YYYY", "DD-MM-YYYY", "D-M-YYYY", "DD.MM.YYYY", "D.M.YYYY"],
    ...["DD/MM/YY", "D/M/YY", "DD-MM-YY", "DD.MM.YY", "D.M.YY"],
  ],
  "month first": ["MM/DD/YYYY", "M/D/YYYY", "MM-DD-YYYY", "M-D-YYYY", "MM/DD/YY", "M/D/YY", "MM-DD-YY"],
  "two-digit year first": ["YY-MM-DD", "YY/MM/DD", "YY.MM.DD"],
  "month in words": [
    ...["DD MMM YYYY", "D MMM YYYY", "DD-MMM-YYYY", "D-MMM-YYYY", "DDMMMYYYY", "DD MMMM YYYY", "D MMMM YYYY"],
    ...["MMM D, YYYY", "MMMM D, YYYY", "MMM DD YYYY", "DD-MMM-YY", "D-MMM-YY", "DD MMM YY", "DDMMMYY"],
  ],
  military,
  "month only": ["YYYY-MM", "MM/YYYY", "MMM YYYY", "MMMM YYYY", "MMM-YY"],
  "year only": ["YYYY"],
};
const times = ["", " HH:mm", " HH:mm:ss", "THH:mm", "THH:mm:ss", "THH:mm:ssZ", "THH:mm:ss*", " H:mm*", "T*", " *"];

/** The one way in which texts are dates: where day and month could be either way round, nothing is guessed. */
export function guessDates(cells: readonly string[]): DateGuess {
  const texts = [...new Set(cells)].filter((text) => text.trim() !== "");
  if (texts.length === 0) return { undecided: "has no dates" };
  const fitted = Object.keys(orders)
    .flatMap((order) => bestOf(order, texts) ?? [])
    .sort((a, b) => b.fits.size - a.fits.size);
  const best = fitted.at(0);
  if (best === undefined || best.fits.size < 0.9 * texts.length) {
    const mix = fitted.slice(0, 2).map(({ format, fits }) => `${fits.size} as ${format}`);
    const some = mix.length === 0 ? "none reads" : `${mix.join(" and ")} read`;
    return {
      undecided: `of its ${texts.length} different texts ${some} as a date, such as not ${quoted(oddOne(texts, best))}`,
    };
  }
  const rivals = fitted.filter((one) => one !== best && [...one.fits].some((text) => best.fits.has(text)));
  const only = texts.find((text) => best.fits.has(text) && !rivals.some(({ fits }) => fits.has(text)));
  if (only === undefined) {
    const example = texts.find((text) => best.fits.has(text)) ?? "";
    const ways = [best, ...rivals].map(({ format }) => format).join(" or ");
    return {
      undecided: `all ${best.fits.size} different dates read as ${ways} alike, such as ${example}; say which with "format"`,
    };
  }
  for (const { format, fits } of rivals) {
    const against = texts.find((text) => fits.has(text) && !best.fits.has(text));
    if (against === undefined) continue;
    return { undecided: `${quoted(only)} reads only as ${best.format} and ${quoted(against)} only as ${format}` };
  }
  const misfits = texts.filter((text) => !best.fits.has(text));
  const proof = rivals.length === 0 ? `such as ${only}` : `${only} can be read in no other way`;
  if (!/(?<!Y)YY(?!Y)/.test(best.format)) return { format: best.format, misfits, proof };
  return withCentury(best, misfits, proof);
}

/** The pattern of an order that most of the texts fit, the strictest of them; undefined where hardly any fits. */
function bestOf(order: string, texts: readonly string[]): Fitted | undefined {
  let best: Fitted | undefined;
  const first = texts.slice(0, 20);
  const endings = order === "military" || order.endsWith("only") ? [""] : times;
  for (const format of orders[order].flatMap((base) => endings.map((time) => base + time))) {
    const pattern = patternOf(format);
    const isFit = (text: string): boolean => pattern.read(text) !== "";
    if (!first.some(isFit)) continue;
    const fits = new Set(texts.filter((text) => isFit(text) && isLikely(pattern.read(text))));
    if (fits.size > (best?.fits.size ?? 0)) best = { format, order, fits };
  }
  return best;
}

function patternOf(format: string): DatePattern {
  return datePattern(format, /(?<!Y)YY(?!Y)/.test(format) ? { century: 2000 } : {});
}

/** A number of four digits is a year only if somebody would keep a file of it. */
function isLikely(day: string): boolean {
  return day >= "1900" && day < "2100";
}

function withCentury({ format, fits }: Fitted, misfits: readonly string[], proof: string): DateGuess {
  const pattern = patternOf(format);
  const years = [...fits].map((text) => Number(pattern.read(text).slice(2, 4)));
  const [from, to] = [Math.min(...years), Math.max(...years)];
  if (from < 50 && to >= 50) return { undecided: `two-digit years from ${from} to ${to} may lie in two centuries` };
  return { format, century: to < 50 ? 2000 : 1900, misfits, proof };
}

function oddOne(texts: readonly string[], best: Fitted | undefined): string {
  return texts.find((text) => !best?.fits.has(text)) ?? "";
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
