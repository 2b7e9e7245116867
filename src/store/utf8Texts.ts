import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { DataError, InputError } from "../core/errors.js";

/**
 * The text of a file in UTF-8, piece by piece, without the mark some programs write before it.
 *
 * @throws InputError when there is no such file; DataError when it is empty or not in UTF-8
 */
export async function* utf8Texts(file: string): AsyncGenerator<string> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) throw new InputError(`read: no such file, got ${file}`);
  if (!found.isFile()) throw new InputError(`read: needs a file, got a folder (${file})`);
  if (found.size === 0) throw new DataError(`read: the file is empty (${file})`);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decoded = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new DataError(`read: not in UTF-8; save it as UTF-8 first (${file})`);
    }
  };
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) yield decoded(chunk);
  yield decoded();
}
