import type { FileHandle } from "node:fs/promises";

const chunk = 1 << 22;
const lineFeed = 10;

/** How many lines a file has by its line feeds, many times faster than a scan, as no byte is looked at one by one. */
export async function plainLines(handle: FileHandle): Promise<number> {
  const bytes = Buffer.allocUnsafe(chunk);
  let lines = 0;
  let last = lineFeed;
  for (let position = 0; ; ) {
    const { bytesRead } = await handle.read(bytes, 0, chunk, position);
    if (bytesRead === 0) return last === lineFeed ? lines : lines + 1;
    const read = bytes.subarray(0, bytesRead);
    for (let at = read.indexOf(lineFeed); at !== -1; at = read.indexOf(lineFeed, at + 1)) lines++;
    position += bytesRead;
    last = read[bytesRead - 1];
  }
}
