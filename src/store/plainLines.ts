import { isUtf8 } from "node:buffer";
import type { FileHandle } from "node:fs/promises";

const chunk = 1 << 22;
const lineFeed = 10;

/**
 * How many lines a text in UTF-8 without zero bytes has; undefined where it is no such text, or a line is longer than a
 * chunk. Several times faster than a scan, as no byte is looked at one by one.
 */
export async function plainLines(handle: FileHandle): Promise<number | undefined> {
  const bytes = Buffer.allocUnsafe(2 * chunk);
  let held = 0;
  let position = 0;
  let lines = 0;
  for (;;) {
    const { bytesRead } = await handle.read(bytes, held, chunk, position);
    position += bytesRead;
    const all = bytes.subarray(0, held + bytesRead);
    if (bytesRead === 0) return all.length === 0 ? lines : isUtf8(all) && !all.includes(0) ? lines + 1 : undefined;
    const end = all.lastIndexOf(lineFeed) + 1;
    const whole = all.subarray(0, end);
    if (!isUtf8(whole) || whole.includes(0)) return undefined;
    for (let at = whole.indexOf(lineFeed); at !== -1; at = whole.indexOf(lineFeed, at + 1)) lines++;
    held = all.length - end;
    if (held > chunk) return undefined;
    all.copy(bytes, 0, end);
  }
}
