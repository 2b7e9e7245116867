import { wordOf } from "./fieldWords.js";
import type { Proposed, Undecided } from "./proposeMapping.js";
import { filled, isMostly } from "./proposeNumbers.js";
import type { Sample } from "./sampleOf.js";

/** Latitude and longitude, as far as the sample tells. */
export function findPlaces(sample: Sample): (Proposed | Undecided)[] {
  const [lat, lon] = [sample.named("lat").at(0), sample.named("lon").at(0)];
  if (lat !== undefined && lon !== undefined) {
    const pairs = sample.cells(lat).map((cell, i) => [cell, sample.cells(lon)[i]]);
    return inTwo(sample, [lat, lon], pairs);
  }
  for (const column of sample.named("position")) {
    const found = inOne(sample, column);
    if (found !== undefined) return [found];
  }
  return [];
}

function inTwo(
  sample: Sample,
  [lat, lon]: readonly [string, string],
  pairs: readonly string[][],
): (Proposed | Undecided)[] {
  const full = pairs.filter((pair) => pair.some((cell) => cell.trim() !== ""));
  const sign = decimalSign(full.flat());
  const isFit = ([y, x]: readonly string[]): boolean => isWithin(y, 90, sign) && isWithin(x, 180, sign);
  const fits = full.filter(isFit).length;
  if (fits < 0.9 * full.length || full.length === 0) {
    const [y, x] = full.find((pair) => !isFit(pair)) ?? ["", ""];
    return [
      {
        field: "lat",
        why: `${lat} and ${lon} hold ${JSON.stringify(y)} and ${JSON.stringify(x)}, not degrees; grids such as UTM and MGRS are not read`,
      },
    ];
  }
  sample.take(lat, lon);
  const empty = pairs.length - full.length;
  const odd = full.length - fits;
  const why = [
    `named like degrees; ${fits} of ${pairs.length} pairs lie within 90 and 180`,
    ...(sign === "," ? ["with a decimal comma"] : []),
    ...(odd === 0 ? [] : [`${odd} do not and are refused`]),
    ...(empty === 0 ? [] : [`${empty} are empty and say nothing`]),
  ].join("; ");
  return (["lat", "lon"] as const).map((field, i) => {
    const column = [lat, lon][i];
    const says = empty === 0 ? column : { column, empty: "absent" };
    return { field, columns: [column], confidence: odd === 0 ? "high" : "fair", why, says };
  });
}

/** Two numbers in one cell; which of them is the latitude must show in one that cannot be. */
function inOne(sample: Sample, column: string): Proposed | Undecided | undefined {
  const cells = filled(sample.cells(column));
  const separator = [";", ",", " "].find((sign) => isMostly(cells, (cell) => numbersIn(cell, sign).length === 2));
  if (separator === undefined) return undefined;
  const pairs = cells.map((cell) => numbersIn(cell, separator)).filter((pair) => pair.length === 2);
  const [first, second] = [0, 1].map((i) => pairs.every((pair) => Math.abs(pair[i]) <= 90));
  const says = `{ "column": ${JSON.stringify(column)}, "separator": ${JSON.stringify(separator)}, "first": "lat" }`;
  const isNamed = /^lat/.test(wordOf(column));
  if (first === second && !isNamed) {
    return {
      field: "position",
      why: `${column} holds pairs of numbers, but not which is the latitude; ${says}, or "lon"`,
    };
  }
  sample.take(column);
  const empty = sample.rows - cells.length;
  const side = isNamed || first ? "lat" : "lon";
  const proof = isNamed ? "named latitude first" : `only the ${first ? "first" : "second"} number is always within 90`;
  const why = `pairs of numbers; ${proof}${empty === 0 ? "" : `; ${empty} are empty and say nothing`}`;
  const rest = empty === 0 ? {} : { empty: "absent" };
  return {
    field: "position",
    columns: [column],
    confidence: "fair",
    why,
    says: { column, separator, first: side, ...rest },
  };
}

function numbersIn(cell: string, separator: string): number[] {
  const parts = cell.split(separator).map((part) => part.trim());
  return parts.every((part) => /^-?\d+(\.\d+)?$/.test(part)) ? parts.map(Number) : [];
}

function isWithin(cell: string, limit: number, sign: "." | ","): boolean {
  const shape = sign === "." ? /^-?\d+(\.\d+)?$/ : /^-?\d+(,\d+)?$/;
  return shape.test(cell) && Math.abs(Number(cell.replace(",", "."))) <= limit;
}

/** The sign before the decimals in most of some cells. */
export function decimalSign(cells: readonly string[]): "." | "," {
  const count = (sign: string): number => cells.filter((cell) => cell.includes(sign)).length;
  return count(",") > count(".") ? "," : ".";
}
