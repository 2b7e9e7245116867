import { crc32, inflateRawSync } from "node:zlib";
import { DataError } from "../core/errors.js";

/**
 * The files of a zip archive whose names `wanted` picks, each checked against its size and checksum.
 *
 * @throws DataError when it is no whole archive, a file in it is damaged, locked or stored in a rare way, or together they
 * would unpack to more than `limit` bytes
 */
export function unzipped(
  zip: Buffer,
  { file, limit, wanted }: { file: string; limit: number; wanted: (name: string) => boolean },
): Record<string, Uint8Array> {
  const fail = (words: string): never => {
    throw new DataError(`read: ${words} (${file})`);
  };
  const torn = (): never => fail("the file is torn: it ends before its list of contents");
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0 || end + 22 > zip.length) return torn();
  const files: Record<string, Uint8Array> = Object.create(null);
  let total = 0;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return torn();
    const [packed, size] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + 46, nameEnd);
    const local = zip.readUInt32LE(at + 42);
    if (wanted(name)) {
      if ((zip.readUInt16LE(at + 8) & 1) === 1) fail(`${name} is locked with a password`);
      total += size;
      if (total > limit) fail(`unpacks to more than ${limit / 1e6} MB; save the sheet as CSV`);
      if (local + 30 > zip.length) return torn();
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const method = zip.readUInt16LE(at + 10);
      if (method !== 0 && method !== 8) fail(`${name} is packed by a method that is not known, ${method}`);
      const bytes = unpacked(zip.subarray(start, start + packed), method, size);
      if (bytes === undefined || bytes.length !== size || crc32(bytes) !== zip.readUInt32LE(at + 16)) {
        return fail(`${name} is damaged`);
      }
      files[name] = bytes;
    }
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function unpacked(bytes: Buffer, method: number, size: number): Buffer | undefined {
  if (method === 0) return bytes;
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}
