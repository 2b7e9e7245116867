import verifyFile from "stream-json/file/verifier.js";
import { jsonParser, type Token } from "stream-json/parser.js";
import { DataError } from "../core/errors.js";
import { utf8Texts } from "./utf8Texts.js";

/**
 * The tokens of a JSON file, or of one JSON value after another, some at a time. Numbers keep their digits.
 *
 * @throws DataError that names the line and the column where it stops being JSON; InputError when there is no such file
 */
export async function* jsonTokens(file: string): AsyncGenerator<readonly Token[]> {
  const parse = jsonParser({ packValues: true, streamValues: false, jsonStreaming: true });
  const tokensOf = async (text: Parameters<typeof parse>[0], how: string): Promise<readonly Token[]> => {
    try {
      const found: unknown = parse(text);
      return typeof found === "object" && found !== null && "values" in found ? (found.values as Token[]) : [];
    } catch {
      throw new DataError(await stopOf(file, how));
    }
  };
  let isFirst = true;
  for await (const text of utf8Texts(file)) {
    if (isFirst && /^\s*</.test(text)) throw new DataError(`read: a web page and not JSON (${file})`);
    isFirst = false;
    yield await tokensOf(text, "stops being JSON");
  }
  yield await tokensOf(endOfText as Parameters<typeof parse>[0], "breaks off");
}

/** stream-json's mark of the end of its input. */
const endOfText: unknown = Symbol.for("object-stream.none");

/** Where the file stops being JSON, in words; found by a second reading, since the first does not count lines. */
async function stopOf(file: string, how: string): Promise<string> {
  try {
    await verifyFile(file, { jsonStreaming: true });
  } catch (error) {
    const { line, pos } = error as { line?: number; pos?: number };
    return `read: ${how} at line ${line}, column ${pos} (${file})`;
  }
  return `read: ${how} (${file})`;
}
