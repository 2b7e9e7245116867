import type { Token } from "stream-json/parser.js";
import { DataError } from "../core/errors.js";
import type { Fault } from "../core/source.js";
import { jsonTokens } from "./jsonTokens.js";

/** The keys under which publishers' APIs put their rows: ACLED and HAPI the first, UCDP the second. */
const rowsKeys = new Set(["data", "Result"]);
/** The keys by which an answer tells how many rows there are. */
const countKeys = ["TotalCount", "total_count", "count"];
/** The most signs that a value within a value may have. */
const longest = 20_000;
const refusalKeys = ["error", "errors", "detail", "message", "messages"];

/**
 * The rows of a JSON file, one at a time, as columns and their text: an API's answer, a bare array, or a row a line.
 * A number keeps its digits and `null` is an empty text. A row that is no plain object of texts and numbers is a fault of
 * that row alone.
 *
 * @throws DataError when it is not JSON, an answer without success, or does not hold the number of rows that it announces
 */
export async function* jsonRecords(file: string): AsyncGenerator<ReadonlyMap<string, string> | Fault> {
  const take = recordTaker(file);
  for await (const tokens of jsonTokens(file)) {
    for (const token of tokens) {
      const record = take(token);
      if (record !== undefined) yield record;
    }
  }
}

/** What takes token after token and gives a row whenever one is whole. */
function recordTaker(file: string): (token: Token) => Map<string, string> | Fault | undefined {
  let outer: "none" | "array" | "object" = "none";
  let isInRows = false;
  let isAnswer = false;
  let isOver = false;
  let answer = new Map<string, string>();
  let row: Map<string, string> | undefined;
  let key = "";
  let nested = "";
  let depth = 0;
  let rows = 0;
  let rowFault: Fault | undefined;
  const fail = (words: string): never => {
    throw new DataError(`read: ${words} (${file})`);
  };
  const put = (text: string): undefined => {
    const into = row ?? answer;
    const reason = into.has(key)
      ? "stands twice in the row"
      : depth === 0 && nested !== ""
        ? "is a list or an object, not a value"
        : text.includes("\0") || !isWellFormed(text)
          ? "holds a sign that no text can hold"
          : "";
    if (row !== undefined && reason !== "")
      rowFault ??= { column: key, value: JSON.stringify(text).slice(0, 200), reason };
    into.set(key, text);
    nested = "";
    return undefined;
  };
  const isInRowsNow = (): boolean => isInRows || outer === "array";
  const value = (token: Token): undefined => {
    if (token.name !== "startObject" && token.name !== "startArray") return put(textOf(token));
    depth = 1;
    nested = opened[token.name];
    return undefined;
  };
  const within = (token: Token): Fault | undefined => {
    nested = extended(nested, token);
    if (nested.length > longest) {
      fail(`${JSON.stringify(key)} of row ${rows + 1} is a long list or object; rows stand under data or Result`);
    }
    if (token.name === "startObject" || token.name === "startArray") depth++;
    if (token.name === "endObject" || token.name === "endArray") depth--;
    if (depth > 0) return undefined;
    if (row !== undefined || !isInRowsNow()) return put(nested);
    const fault = { column: "", value: nested.slice(0, 200), reason: "is not an object of columns" };
    nested = "";
    rows++;
    return fault;
  };
  return (token) => {
    if (depth > 0) return within(token);
    if (token.name === "keyValue") {
      key = token.value;
      return undefined;
    }
    if (row !== undefined) {
      if (token.name !== "endObject") return value(token);
      const whole = rowFault ?? row;
      row = undefined;
      rowFault = undefined;
      rows++;
      return whole;
    }
    if (isInRows || outer === "array") {
      if (token.name === "startObject") row = new Map();
      else if (token.name === "startArray") [depth, nested] = [1, "["];
      else if (token.name !== "endArray") {
        rows++;
        return {
          column: "",
          value: JSON.stringify("value" in token ? token.value : null),
          reason: "is not an object of columns",
        };
      } else if (isInRows) isInRows = false;
      else [outer, isOver] = ["none", true];
      return undefined;
    }
    if (outer === "object") {
      if (token.name === "startArray" && rowsKeys.has(key) && rows === 0) [isInRows, isAnswer] = [true, true];
      else if (token.name !== "endObject") return value(token);
      else {
        const fault = faultOf(answer, isAnswer, rows);
        if (fault !== "") fail(fault);
        [outer, isOver] = ["none", isAnswer];
        if (isAnswer) return undefined;
        rows++;
        return answer;
      }
      return undefined;
    }
    if (isOver) fail("holds more after its rows");
    if (token.name === "startArray" && rows === 0) outer = "array";
    else if (token.name === "startObject") [outer, answer] = ["object", new Map()];
    else fail(`row ${rows + 1} is not an object of columns`);
    return undefined;
  };
}

/** What is wrong with an answer of a publisher, or with an object that should be a row and is a refusal; "" when nothing is. */
function faultOf(answer: ReadonlyMap<string, string>, isAnswer: boolean, rows: number): string {
  const status = answer.get("status");
  const isRefusal = answer.get("success") === "false" || (isAnswer && status !== undefined && status !== "200");
  const says = refusalKeys.flatMap((key) => answer.get(key) ?? []).filter((text) => text !== "" && text !== "[]");
  if (isRefusal || (!isAnswer && rows === 0 && answer.size <= 5 && says.length > 0)) {
    return `the publisher refused${says.length === 0 ? "" : `: ${says.join("; ").slice(0, 300)}`}`;
  }
  if (!isAnswer) return "";
  if (rows === 0) return "the answer holds no rows, as it does for an account without access to events";
  const announced = countKeys.flatMap((key) => answer.get(key) ?? []).find((text) => text !== String(rows));
  if (announced === undefined || !/^\d+$/.test(announced)) return "";
  return `the answer announces ${announced} rows and holds ${rows}; pull every page`;
}

/** Whether no half of a pair of surrogates stands alone, which no file can hold. */
function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

const opened = { startObject: "{", startArray: "[", endObject: "}", endArray: "]" };

/** A JSON text with one more token at its end. */
function extended(text: string, token: Token): string {
  if (token.name === "endObject" || token.name === "endArray") return text + opened[token.name];
  const comma = /[[{:]$/.test(text) ? "" : ",";
  if (token.name === "startObject" || token.name === "startArray") return text + comma + opened[token.name];
  if (token.name === "keyValue") return `${text}${comma}${JSON.stringify(token.value)}:`;
  if (token.name === "stringValue") return text + comma + JSON.stringify(token.value);
  return text + comma + (token.name === "nullValue" ? "null" : textOf(token));
}

function textOf(token: Token): string {
  if (token.name === "nullValue" || !("value" in token)) return "";
  return String(token.value);
}
