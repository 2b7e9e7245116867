import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { count, DataError, manifestOf, read, type Snapshot, type Source, select } from "../../src/index.js";
import { rejectColumns } from "../../src/store/accounts.js";
import { query } from "../../src/store/engine.js";
import { snapshotFolder } from "../../src/store/snapshots.js";
import { tableRows } from "../../src/store/tableRows.js";
import { stamped, stampedText, storedStamped } from "../store/stamped.js";
import { book, fault, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const options = { name: "stamped", asOf: "2024-01-01", codebook: book, store: join(folder.path, "store") };

async function linesOf(snapshot: Snapshot, file: "rejects.csv" | "repairs.csv"): Promise<string[][]> {
  const rows = await tableRows(join(snapshotFolder(snapshot), file), 1000);
  return rows.map(({ cells }) => [...cells]);
}

/** The rows that count, as `id deaths`, and what the manifest says became of all. */
async function kept(snapshot: Snapshot): Promise<{ rows: string[]; tally: number[] }> {
  const [rows] = await query(snapshot, [], [(all) => `SELECT id, deaths FROM ${all} ORDER BY id, deaths`]);
  const { read: all, kept, refused, revisions, carried, deleted, events } = await manifestOf(snapshot);
  expect(kept + refused).toBe(all);
  return {
    rows: rows.map(({ id, deaths }) => `${id} ${deaths}`),
    tally: [all, kept, refused, revisions, carried, deleted, events],
  };
}

describe("repairs", () => {
  it("stand beside the rows with row, line, rule, cells and the record as it stood", async () => {
    const rows = ["a 2023-02-01 none Hill 2023-03-01T10:00", "b 2023-02-02 3 Hill 2023-03-01T10:00"];
    const snapshot = await storedStamped(folder, [...rows, "c 2023-02-01 none Hill 2023-03-01T10:00"]);
    const rule = "deaths written as none are 0";
    expect(await linesOf(snapshot, "repairs.csv")).toEqual([
      ["1", "2", rule, '{"deaths":"none"}', "a,2023-02-01,none,Hill,2023-03-01T10:00"],
      ["3", "4", rule, '{"deaths":"none"}', "c,2023-02-01,none,Hill,2023-03-01T10:00"],
    ]);
    expect((await manifestOf(snapshot)).repaired).toBe(2);
    expect((await kept(snapshot)).rows).toEqual(["a 0", "b 3", "c 0"]);
  });

  it("are only of rows that were kept", async () => {
    const snapshot = await storedStamped(folder, [
      "a 2023-02-01 none Hill 2023-03-01T10:00",
      "b x none Hill 2023-03-01T10:00",
      "a 2023-02-01 none Hill 2023-03-01T10:00",
    ]);
    expect((await linesOf(snapshot, "repairs.csv")).map(([row]) => row)).toEqual(["1"]);
    expect(await manifestOf(snapshot)).toMatchObject({ read: 3, kept: 1, refused: 2, repaired: 1 });
  });
});

describe("rows that share an id", () => {
  it("are refused where they are the same form, with another reason where their content differs", async () => {
    const snapshot = await storedStamped(folder, [
      "a 2023-02-01 1 Hill 2023-03-01T10:00",
      "b 2023-02-01 1 Hill 2023-03-01T10:00",
      "a 2023-02-01 1 Hill 2023-03-01T10:00",
      "a 2023-02-01 9 Hill 2023-03-01T10:00",
    ]);
    expect((await linesOf(snapshot, "rejects.csv")).map((cells) => cells.slice(0, 5))).toEqual([
      ["3", "4", "id", "a", "stands already in row 1"],
      ["4", "5", "id", "a", "stands already in row 1 with other content"],
    ]);
    expect(await kept(snapshot)).toEqual({ rows: ["a 1", "b 1"], tally: [4, 2, 2, 0, 0, 0, 2] });
  });

  it("are forms of one event where they were changed at different moments: the newest counts, wherever it stands", async () => {
    const forms = [
      "a 2023-02-01 1 Hill 2023-03-01T10:00",
      "a 2023-02-01 2 Hill 2023-03-01T11:00",
      "a 2023-02-01 3 Hill 2023-04-01T10:00",
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const snapshot = await storedStamped(
        folder,
        order.map((i) => forms[i]),
      );
      expect(await kept(snapshot)).toEqual({ rows: ["a 3"], tally: [3, 3, 0, 2, 0, 0, 1] });
      expect(await linesOf(snapshot, "rejects.csv")).toEqual([]);
      const [series] = await count(snapshot, { every: "year" });
      expect(series.values).toEqual([1]);
    }
  });

  it("do not mind a row that was refused: only kept rows count", async () => {
    const snapshot = await storedStamped(folder, [
      "a 2023-02-01 x Hill 2023-03-01T10:00",
      "a 2023-02-01 1 Hill 2023-03-01T10:00",
      "a 2023-02-01 y Hill 2023-05-01T10:00",
    ]);
    expect(await kept(snapshot)).toEqual({ rows: ["a 1"], tally: [3, 1, 2, 0, 0, 0, 1] });
  });

  it("are told apart by their place in a file of which a copy was made", async () => {
    const rows = [
      "a 2023-02-01 1 Hill 2023-03-01T10:00",
      "broken",
      "a 2023-02-01 2 Hill 2023-03-02T10:00",
      "a,2023-02-01",
    ];
    const snapshot = await storedStamped(folder, [...rows, "b 2023-02-01 7 Hill 2023-03-02T10:00", rows[0]]);
    expect(await kept(snapshot)).toEqual({ rows: ["a 2", "b 7"], tally: [6, 3, 3, 1, 0, 0, 2] });
    expect((await linesOf(snapshot, "rejects.csv")).map((cells) => [cells[0], cells[1], cells[4], cells[5]])).toEqual([
      ["2", "3", "the row ends after 1 of 5 columns", "broken"],
      ["4", "5", "the row ends after 2 of 5 columns", "a,2023-02-01"],
      ["6", "7", "stands already in row 1", rows[0].replaceAll(" ", ",")],
    ]);
  });
});

describe("faults", () => {
  it("are those of the first part that finds one; an empty text that is needed comes first", async () => {
    const snapshot = await storedStamped(folder, [
      "a 2023-02-01 1 Hill 2023-03-01T10:00",
      "b x y Hill z",
      "c 2023-02-01 y Hill z",
      "d 2023-02-01 1 Hill z",
      " x y Hill z",
      "e 2024-01-01 1 Hill 2023-03-01T10:00",
      "f 2023-02-01 1 Hill 2024-01-02T00:00",
      "g 2023-12-31 1 Hill 2024-01-01T00:00",
    ]);
    const rejects = await linesOf(snapshot, "rejects.csv");
    expect(rejects.map((cells) => [cells[0], ...cells.slice(2, 5)])).toEqual([
      ["2", "day", "x", "is not a day"],
      ["3", "deaths", "y", "is no number"],
      ["4", "stamp", "z", "is no moment"],
      ["5", "id", "", "is empty"],
      ["6", "day", "2024-01-01", "is not before the as-of day 2024-01-01"],
      ["7", "stamp", "2024-01-02T00:00", "is after the as-of day 2024-01-01"],
    ]);
    expect(rejectColumns).toEqual(["row", "line", "column", "value", "reason", "raw"]);
  });

  it("take an id of spaces, tabs and line ends for empty", async () => {
    const text = `id,day,deaths,place,stamp\n${[" ", '"\n"', "\t", '""', "x"].map((id) => `${id},2023-02-01,1,Hill,2023-03-01T10:00`).join("\n")}\n`;
    const snapshot = await read(folder.write("blank.csv", text), stamped(), options);
    expect(await kept(snapshot)).toMatchObject({ rows: ["x 1"] });
    expect((await linesOf(snapshot, "rejects.csv")).map((cells) => cells[4])).toEqual(Array(4).fill("is empty"));
  });

  it("never lose a row whose cells begin with a byte order mark", async () => {
    const row = (id: string, place: string) => `${id},2023-02-01,1,${place},2023-03-01T10:00\n`;
    const text = `id,day,deaths,place,stamp\n${row("a", "\uFEFFHill")}${row("b", "Hill")}${row("\uFEFFa", "Hill")}`;
    const snapshot = await read(folder.write("mark.csv", text), stamped(), options);
    expect((await kept(snapshot)).tally).toEqual([3, 3, 0, 0, 0, 0, 3]);
  });
});

describe("a part that settles how it reads", () => {
  const days = (note?: string): Source => ({
    ...stamped(),
    needs: ["id", "day"],
    parts: () => [
      { copy: "id", field: "id", needed: true },
      {
        from: ["day"],
        fields: ["day"],
        read: () => ({ column: "day", value: "", reason: "was not settled" }),
        settled: (all) => {
          const firsts = all.map(([day]) => Number(day.slice(0, 2)));
          if (firsts.every((n) => n <= 12)) throw new DataError("settle: no day above 12");
          const part = {
            from: ["day"],
            fields: ["day"] as const,
            read: ([day]: readonly string[]) => ({
              event: { day: `${day.slice(6)}-${day.slice(3, 5)}-${day.slice(0, 2)}` },
            }),
          };
          return { part, ...(note !== undefined && { note: `${note} ${firsts.length}` }) };
        },
      },
    ],
  });

  it("has seen every different cell before, and leaves its note in the manifest", async () => {
    const file = folder.write("s.csv", "id,day\na,03/04/2023\nb,13/04/2023\nc,03/04/2023\n");
    const snapshot = await read(file, days("day first, of"), options);
    expect((await manifestOf(snapshot)).notes).toEqual(["day first, of 2"]);
    const [series] = await count(select(snapshot, { since: "2023-04-01", until: "2023-05-01" }), { every: "month" });
    expect(series.values).toEqual([3]);
    expect((await manifestOf(await read(file, days(), { ...options, name: "silent" }))).notes).toEqual([]);
  });

  it("may say that the file does not decide it", async () => {
    const file = folder.write("s.csv", "id,day\na,03/04/2023\n");
    await expect(read(file, days(), options)).rejects.toThrow(fault("DataError", "settle: no day above 12"));
  });
});

describe("an update", () => {
  const first = [
    "a 2023-02-01 1 Hill 2023-03-01T10:00",
    "b 2023-02-02 2 Hill 2023-03-01T10:00",
    "c 2023-02-03 3 Hill 2023-03-01T10:00",
  ];
  const original = () => storedStamped(folder, first);
  const later = { name: "updated", asOf: "2024-03-01" };

  it("puts newer forms in the place of older, keeps what is unchanged, and adds what is new", async () => {
    const onto = await original();
    expect(await kept(onto)).toEqual({ rows: ["a 1", "b 2", "c 3"], tally: [3, 3, 0, 0, 0, 0, 3] });
    const rows = ["a 2023-02-01 10 Hill 2024-02-01T10:00", first[1], "d 2024-01-05 4 Hill 2024-02-01T10:00"];
    const updated = await storedStamped(folder, rows, { ...later, onto });
    expect(await kept(updated)).toEqual({ rows: ["a 10", "b 2", "c 3", "d 4"], tally: [3, 3, 0, 1, 2, 0, 4] });
    const [series] = await count(updated, { every: "year", measure: "deaths" });
    expect(series.values).toEqual([15]);
    expect(await kept(onto)).toMatchObject({ rows: ["a 1", "b 2", "c 3"] });
  });

  it("takes an older form that comes later for a revision", async () => {
    const rows = ["a 2023-02-01 99 Hill 2023-02-15T10:00"];
    const updated = await storedStamped(folder, rows, { ...later, onto: await original() });
    expect(await kept(updated)).toEqual({ rows: ["a 1", "b 2", "c 3"], tally: [1, 1, 0, 1, 3, 0, 3] });
  });

  it("leaves out what was deleted, also beside an update of it, and does not mind an id it does not know", async () => {
    const deleted = [
      { id: "a", day: "2024-02-10" },
      { id: "b", day: "2024-02-10" },
      { id: "nobody", day: "2024-02-10" },
    ];
    const rows = ["b 2023-02-02 20 Hill 2024-02-01T10:00", "d 2024-01-05 4 Hill 2024-02-01T10:00"];
    const updated = await storedStamped(folder, rows, { ...later, onto: await original(), deleted });
    expect(await kept(updated)).toEqual({ rows: ["c 3", "d 4"], tally: [2, 2, 0, 1, 3, 2, 2] });
  });

  it("brings back what was deleted before and came again; in between it stays deleted", async () => {
    const deleted = [{ id: "a", day: "2024-01-10" }];
    const one = await storedStamped(folder, [first[1]], { ...later, onto: await original(), deleted });
    expect((await kept(one)).rows).toEqual(["b 2", "c 3"]);
    const back = ["a 2023-02-01 5 Hill 2024-02-01T10:00"];
    const two = await storedStamped(folder, back, { ...later, name: "back", onto: one });
    expect((await kept(two)).rows).toEqual(["a 5", "b 2", "c 3"]);
    const both = await storedStamped(folder, back, { ...later, name: "both", onto: await original(), deleted });
    for (const snapshot of [two, both]) {
      const on = async (knownBy: string) => (await kept({ ...snapshot, knownBy })).rows;
      expect(await on("2024-01-09")).toEqual(["a 1", "b 2", "c 3"]);
      expect(await on("2024-01-10")).toEqual(["b 2", "c 3"]);
      expect(await on("2024-01-31")).toEqual(["b 2", "c 3"]);
      expect(await on("2024-02-01")).toEqual(["a 5", "b 2", "c 3"]);
    }
  });

  it("ends each form with the first deletion that came after it", async () => {
    const deleted = ["2024-02-20", "2024-01-10", "2024-02-25"].map((day) => ({ id: "a", day }));
    const back = ["a 2023-02-01 5 Hill 2024-02-01T10:00"];
    const snapshot = await storedStamped(folder, back, { ...later, onto: await original(), deleted });
    const on = async (knownBy: string) => (await kept({ ...snapshot, knownBy })).rows.at(0);
    expect(await on("2024-01-09")).toBe("a 1");
    expect(await on("2024-01-10")).toBe("b 2");
    expect(await on("2024-02-19")).toBe("a 5");
    expect(await on("2024-02-20")).toBe("b 2");
    expect(await kept(snapshot)).toEqual({ rows: ["b 2", "c 3"], tally: [1, 1, 0, 1, 3, 1, 2] });
  });

  it("of an update keeps every form, and counts the newest", async () => {
    const one = await storedStamped(folder, ["a 2023-02-01 10 Hill 2024-02-01T10:00"], {
      ...later,
      onto: await original(),
    });
    const two = await storedStamped(folder, ["a 2023-02-01 11 Hill 2024-03-01T10:00"], {
      ...later,
      asOf: "2024-04-01",
      onto: one,
    });
    expect(await kept(two)).toEqual({ rows: ["a 11", "b 2", "c 3"], tally: [1, 1, 0, 2, 4, 0, 3] });
  });

  it("has another hash than the file alone, than onto another, and than with other deletions; the same again the same", async () => {
    const onto = await original();
    const other = await storedStamped(folder, first.slice(1));
    const rows = ["d 2024-01-05 4 Hill 2024-02-01T10:00"];
    const hashOf = async (more: Partial<Parameters<typeof read>[2]>) =>
      (await storedStamped(folder, rows, { ...later, ...more })).hash;
    const deleted = [{ id: "a", day: "2024-02-10" }];
    const hashes = [
      await hashOf({}),
      await hashOf({ onto }),
      await hashOf({ onto: other }),
      await hashOf({ onto, deleted }),
    ];
    expect(new Set(hashes).size).toBe(4);
    expect(await hashOf({ onto, deleted })).toBe(hashes[3]);
  });

  it("cannot be older than what it updates", async () => {
    const onto = await storedStamped(folder, first, later);
    await expect(storedStamped(folder, first, { asOf: "2024-01-01", onto })).rejects.toThrow(
      fault("InputError", "read: stamped as of 2024-01-01 cannot update what is as of 2024-03-01"),
    );
  });
});

describe("the hash", () => {
  const rows = ["a 2023-02-01 1 Hill 2023-03-01T10:00", "b 2023-02-02 none Hill 2023-03-01T10:00"];

  it("is that of the text, however it is packed", async () => {
    const text = stampedText(rows);
    const plain = await read(folder.write("p.csv", text), stamped(), options);
    const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
    for (const content of [gzipSync(text), gzipSync(text, { level: 1 }), utf16, gzipSync(utf16)]) {
      const packed = await read(folder.write("p.gz", content), stamped(), {
        ...options,
        store: join(folder.path, "p"),
      });
      expect(packed.hash).toBe(plain.hash);
    }
  });

  it("changes with how a cell is read, also where the text is the same", async () => {
    const other: Source = {
      ...stamped(),
      parts: (columns) =>
        stamped()
          .parts(columns)
          .map((part) =>
            "read" in part && part.fields.includes("deaths")
              ? { ...part, read: ([n]: readonly string[]) => ({ event: { deaths: n === "none" ? 1 : Number(n) } }) }
              : part,
          ),
    };
    const file = folder.write("h.csv", stampedText(rows));
    const one = await read(file, stamped(), options);
    const two = await read(file, other, options);
    expect(two.hash).not.toBe(one.hash);
    expect((await read(file, stamped(), options)).hash).toBe(one.hash);
  });

  it("of the same file twice means the same bytes, rejects and repairs among them", async () => {
    const texts = [...rows, "c x 1 Hill 2023-03-01T10:00"];
    const folders: string[] = [];
    for (const name of ["one", "two"])
      folders.push(snapshotFolder(await storedStamped(folder, texts, { store: join(folder.path, name) })));
    for (const file of ["events.parquet", "manifest.json", "rejects.csv", "repairs.csv"]) {
      const [first, second] = folders.map((home) => readFileSync(join(home, file)));
      expect(first.equals(second), file).toBe(true);
    }
  });
});
