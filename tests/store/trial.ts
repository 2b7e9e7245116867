import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, expect } from "vitest";
import type { Part } from "../../src/core/source.js";
import type { ReadOptions } from "../../src/events/read.js";
import {
  type Codebook,
  type ConflictEvent,
  type InputError,
  type Manifest,
  read,
  type Snapshot,
  type Source,
  type Span,
} from "../../src/index.js";
import { csvTable } from "../../src/store/csvTable.js";
import { appendField, eventColumns } from "../../src/store/eventColumns.js";

/** A folder for one test file's files, removed when its tests are done. */
export function trialFolder(): {
  readonly path: string;
  write: (name: string, content: string | Uint8Array) => string;
} {
  const path = mkdtempSync(join(tmpdir(), "hindcast-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
  };
}

/** An error of ours, by its class and its whole message. */
export function fault(name: "InputError" | "DataError", message: string): InputError {
  return expect.objectContaining({ name, message });
}

/** Three zones, of which two are a region, and a group of two actors. */
export const book: Codebook = {
  name: "trial",
  note: "",
  country: "Erewhon",
  zones: [
    { name: "river", label: "River", places: [{ admin1: ["Wét Land"], admin2: ["North", "South"] }] },
    { name: "hill", label: "Hill", places: [{ admin1: ["Hill", "Dry Land"] }] },
    { name: "waste", label: "Waste", places: [{ admin1: [""] }] },
  ],
  regions: { inhabited: { label: "River and hill", zones: ["river", "hill"] } },
  actors: { army: ["Army", "Guard"] },
};

/** An event that a trial makes up: its day, and whatever else it is about. */
export type Made = Partial<ConflictEvent> & Pick<ConflictEvent, "day">;

/** A whole event from what a trial says of it; ids are e1, e2 … */
export function made({ day, ...rest }: Made, i: number): ConflictEvent {
  return {
    id: `e${i + 1}`,
    source: "diary",
    day,
    precision: "day",
    kind: "battle",
    side1: ["Army"],
    side2: ["Rebels"],
    civilians: false,
    deaths: 0,
    country: "Erewhon",
    events: 1,
    known: day,
    ...rest,
  };
}

/**
 * A made-up publisher whose rows are events as JSON; it speaks for the stretch it is told of, and for more fields where it is
 * told to. An event that names no zone has that of its place.
 */
export function diary(covers: Span, more: Part["fields"] = []): Source {
  const texts = [
    ...(["id", "source", "day", "precision", "kind", "side1", "side2", "civilians", "deaths", "country"] as const),
    ...(["admin1", "admin2", "place", "events", "known", "subkind"] as const),
  ];
  return {
    name: "diary",
    needs: ["event"],
    parts: () => [
      {
        from: ["event"],
        fields: [...texts, ...more],
        read: ([cell]) => ({ event: JSON.parse(cell) }),
      },
    ],
    covers: () => covers,
  };
}

/** Made-up events read into a store. */
export async function stored(
  folder: ReturnType<typeof trialFolder>,
  events: readonly Made[],
  {
    covers = { since: "2023-01-01", until: "2024-01-01" },
    asOf = "2024-01-01",
    name = "diary",
    codebook = book,
    store = join(folder.path, "store"),
    more = [],
    ...update
  }: Partial<Pick<ReadOptions, "name" | "asOf" | "codebook" | "store" | "onto" | "deleted">> & {
    covers?: Span;
    more?: Part["fields"];
  } = {},
): Promise<Snapshot> {
  const file = folder.write("diary.csv", diaryText(events));
  return await read(file, diary(covers, more), { name, asOf, codebook, store, ...update });
}

/** Made-up events as the diary's publisher writes them. */
export function diaryText(events: readonly Made[]): string {
  return csvTable(
    ["event"],
    events.map((event, i) => ({ event: JSON.stringify(made(event, i)) })),
  );
}

/** Puts events into a table `events` of the engine, as a snapshot stores them. */
export async function eventsIn(connection: DuckDBConnection, events: readonly ConflictEvent[]): Promise<void> {
  await connection.run(
    `CREATE TABLE events (${eventColumns.map(({ field, type }) => `"${field}" ${type}`).join(", ")})`,
  );
  const appender = await connection.createAppender("events");
  for (const event of events) {
    for (const { field } of eventColumns) appendField(appender, field, event[field]);
    appender.endRow();
  }
  appender.closeSync();
}

/** What a manifest says of a file of one row. */
export const manifest: Manifest = {
  ...{ name: "trial", source: "diary", asOf: "2024-01-01", covers: { since: "2023-01-01", until: "2024-01-01" } },
  ...{ hash: "0123456789abcdef".repeat(4), codebook: book, file: { name: "f.csv", bytes: 1, sha256: "x" } },
  ...{ read: 1, kept: 1, refused: 0, repaired: 0, revisions: 0, carried: 0, deleted: 0, events: 1 },
  ...{ notes: [], says: ["day", "zone", "side1"], zones: {}, spellings: { army: ["Army", "GUARD"] } },
  ...{ parquet: { bytes: 1, sha256: "x" }, rejects: { bytes: 1, sha256: "x" }, repairs: { bytes: 1, sha256: "x" } },
};
