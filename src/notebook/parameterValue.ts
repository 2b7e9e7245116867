import { isDay } from "../core/day.js";
import type { Literal } from "./literalDeclarations.js";
import type { ParameterType } from "./parametersOf.js";

/**
 * The value that a text stands for where a parameter of this type is wanted, or nothing where it stands for none.
 * A list is JSON, or its items with commas between them; an empty text is an empty list.
 *
 * @example
 * parameterValue("2023,2024", "list of numbers") // [2023, 2024]
 */
export function parameterValue(text: string, type: ParameterType): Literal | undefined {
  const item = /^list of (\w+)s$/.exec(type)?.[1];
  if (item === undefined) return singleValue(text, type);
  const values = itemsIn(text)?.map((one) => {
    if (typeof one === "string") return isWritten(text) && !isText(item) ? undefined : singleValue(one, item);
    return typeof one === item ? singleValue(String(one), item) : undefined;
  });
  const found = values?.filter((one) => one !== undefined);
  return found?.length === values?.length ? found : undefined;
}

function singleValue(text: string, type: string): string | number | boolean | undefined {
  if (type === "string") return text;
  if (type === "day") return isDay(text) ? text : undefined;
  if (type === "boolean") return text === "true" || text === "false" ? text === "true" : undefined;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return undefined;
  return Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** In JSON a number stands without quotes; between commas nothing is quoted. */
function itemsIn(text: string): unknown[] | undefined {
  if (!isWritten(text)) return text.trim() === "" ? [] : text.split(",").map((one) => one.trim());
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isWritten(text: string): boolean {
  return text.trimStart().startsWith("[");
}

function isText(item: string): boolean {
  return item === "string" || item === "day";
}
