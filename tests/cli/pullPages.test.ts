import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pullPages } from "../../src/cli/pullPages.js";
import type { ApiPage, ApiPages } from "../../src/sources/apiPages.js";
import { partialPull } from "../../src/store/partialPull.js";
import { trialTransport } from "../sources/apiServer.js";
import { fault } from "../store/trial.js";
import { temporary } from "./madeUp.js";

const folder = temporary();
const rows = (...ids: readonly number[]) => ids.map((id) => ({ id: `e${id}`, at: 100 + id, note: "a},\n{b" }));

/** Pages as a publisher would give them, and the numbers of those asked for. */
function source(pages: readonly (ApiPage | Error)[], question: unknown = "q"): ApiPages & { asked: number[] } {
  const asked: number[] = [];
  const page = async (number: number): Promise<ApiPage> => {
    asked.push(number);
    const found = pages[number - 1] ?? { rows: [] };
    if (found instanceof Error) throw found;
    return found;
  };
  return { what: "things", question, id: "id", stamp: "at", page, asked };
}

async function pull(name: string, pages: ApiPages) {
  const partial = await partialPull(join(folder, name), pages.question, "2024-03-01T00:00:00.000Z");
  return { partial, pulled: await pullPages(pages, partial, trialTransport()) };
}

const changed = (how: string) =>
  fault(
    "DataError",
    `pull: things: the data changed while they were pulled, ${how}; run the same command again to start afresh`,
  );

describe("pullPages", () => {
  it("asks page by page until one is empty, and then whether the first is still the same", async () => {
    const pages = source([{ rows: rows(1, 2) }, { rows: rows(3) }]);
    const { partial, pulled } = await pull("plain", pages);
    expect(pulled).toEqual({ rows: 3, twice: 0, newest: 103 });
    expect(pages.asked).toEqual([1, 2, 3, 1]);
    expect(JSON.parse(`[${await partial.text(1)}]`)).toEqual(rows(1, 2));
    expect(partial.manifest()).toMatchObject({ started: "2024-03-01T00:00:00.000Z", isOver: true });
  });

  it("asks for no page beyond the total", async () => {
    const pages = source([
      { rows: rows(1, 2), total: 3 },
      { rows: rows(3), total: 3 },
    ]);
    expect((await pull("total", pages)).pulled.rows).toBe(3);
    expect(pages.asked).toEqual([1, 2]);
  });

  it("keeps the day with which a tier ends, also where there are no rows", async () => {
    const upTo = "2023-01-01";
    expect(
      (
        await pull(
          "ends",
          source([
            { rows: rows(1), upTo },
            { rows: [], upTo },
          ]),
        )
      ).pulled.upTo,
    ).toBe(upTo);
    expect((await pull("none", source([{ rows: [], upTo }]))).pulled).toEqual({ rows: 0, twice: 0, newest: 0, upTo });
  });

  it("goes on with the page after the last that is kept, and asks nothing when all are", async () => {
    const broken = source([{ rows: rows(1) }, { rows: rows(2) }, new Error("gone")]);
    await expect(pull("resume", broken)).rejects.toThrow("gone");
    const whole = source([{ rows: rows(1) }, { rows: rows(2) }, { rows: rows(3) }]);
    expect((await pull("resume", whole)).pulled.rows).toBe(3);
    expect(whole.asked).toEqual([3, 4, 1]);
    const again = source([]);
    expect((await pull("resume", again)).pulled).toEqual({ rows: 3, twice: 0, newest: 103 });
    expect(again.asked).toEqual([]);
  });

  it("starts afresh for another question, and from the first page that is not as it was kept", async () => {
    await pull("afresh", source([{ rows: rows(1) }, { rows: rows(2) }]));
    const other = source([{ rows: rows(7) }], "another");
    expect((await pull("afresh", other)).pulled.rows).toBe(1);
    expect(other.asked).toEqual([1, 2]);
    await pull("torn", source([{ rows: rows(1) }, { rows: rows(2) }, { rows: rows(3) }]));
    writeFileSync(join(folder, "torn", "page-000002.txt"), "{}");
    const mended = source([{ rows: rows(1) }, { rows: rows(2) }, { rows: rows(3) }]);
    expect((await pull("torn", mended)).pulled.rows).toBe(3);
    expect(mended.asked).toEqual([2, 3, 4, 1]);
    writeFileSync(join(folder, "torn", "manifest.json"), "{");
    const anew = source([{ rows: rows(1) }]);
    await pull("torn", anew);
    expect(anew.asked).toEqual([1, 2]);
    expect(existsSync(join(folder, "torn", "page-000002.txt"))).toBe(false);
  });

  it("keeps no secret, and no row that holds one", async () => {
    const transport = trialTransport();
    transport.secrets.add("a-long-token-indeed");
    const pages = source([{ rows: rows(1) }, { rows: [{ id: "e2", at: 1, note: "a-long-token-indeed" }] }]);
    const partial = await partialPull(join(folder, "echo"), "q", "");
    await expect(pullPages(pages, partial, transport)).rejects.toThrow(
      fault(
        "DataError",
        "pull: things, page 2: its rows echo a credential; nothing of it was kept; a password that is an ordinary word may stand there by chance",
      ),
    );
    expect(existsSync(join(folder, "echo", "page-000002.txt"))).toBe(false);
    expect(readFileSync(join(folder, "echo", "manifest.json"), "utf8")).not.toContain("token");
  });

  it("counts rows that have the id of another with other content, which are the publisher's", async () => {
    const twin = { ...rows(1)[0], note: "other" };
    const { pulled } = await pull(
      "twice",
      source([{ rows: [...rows(1), twin] }, { rows: [...rows(2), { ...twin, note: "third" }] }]),
    );
    expect(pulled).toMatchObject({ rows: 4, twice: 2 });
  });

  it("does not take a second in the future for the newest", async () => {
    const far = Date.UTC(2024, 2, 1, 0, 0, 1) / 1000;
    const soon = Date.UTC(2024, 2, 1) / 1000;
    const page = {
      rows: [
        { id: "a", at: far },
        { id: "b", at: String(soon) },
      ],
    };
    expect((await pull("future", source([page]))).pulled.newest).toBe(soon);
  });
});

describe("pages that lie", () => {
  it.each<[string, readonly ApiPage[], string]>([
    ["the same page once more", [{ rows: rows(1, 2) }, { rows: rows(1, 2) }], "page 2: is page 1 once more"],
    ["a row without its id", [{ rows: [{ at: 1 }] }], "page 1: row 1 has no id"],
    ["a row with an empty id", [{ rows: [...rows(1), { id: "", at: 1 }] }], "page 1: row 2 has no id"],
    ["a row without its second", [{ rows: [{ id: 1 }] }], "page 1: row 1 has no at in seconds"],
    ["a second that is none", [{ rows: [{ id: 1, at: "1.5" }] }], "page 1: row 1 has no at in seconds"],
  ])("are refused: %s", async (name, pages, message) => {
    await expect(pull(name, source(pages))).rejects.toThrow(fault("DataError", `pull: things, ${message}`));
  });

  it("are dropped where they were shifted by a change, so that the next try starts afresh", async () => {
    await expect(pull("shift", source([{ rows: rows(3, 2) }, { rows: rows(2, 1) }]))).rejects.toThrow(
      changed("row 1 of page 2 stands on page 1 too"),
    );
    expect(existsSync(join(folder, "shift"))).toBe(false);
  });

  it("are dropped where they are fewer or more than said", async () => {
    const fewer = source([
      { rows: rows(1), total: 3 },
      { rows: [], total: 3 },
    ]);
    await expect(pull("fewer", fewer)).rejects.toThrow(changed("page 2 is empty after 1 of 3 rows"));
    const more = source([{ rows: rows(1, 2), total: 1 }]);
    await expect(pull("more", more)).rejects.toThrow(changed("there are 2 rows where all are said to be 1"));
    expect([existsSync(join(folder, "fewer")), existsSync(join(folder, "more"))]).toEqual([false, false]);
  });

  it("are dropped where the total or the tier's end changes", async () => {
    const total = source([
      { rows: rows(1), total: 3 },
      { rows: rows(2), total: 4 },
    ]);
    await expect(pull("count", total)).rejects.toThrow(changed("page 2 is of 4 rows up to now, page 1 of 3 up to now"));
    const ends = source([
      { rows: rows(1), upTo: "2023-01-01" },
      { rows: rows(2), upTo: "2023-01-02" },
    ]);
    await expect(pull("count", ends)).rejects.toThrow(
      changed("page 2 is of all rows up to 2023-01-02, page 1 of all up to 2023-01-01"),
    );
  });

  it("are dropped where the first page is another at the end: rows may have slipped from between them", async () => {
    const first: ApiPage[] = [{ rows: rows(4, 3) }, { rows: rows(9, 3) }];
    const pages: ApiPages = {
      ...source([]),
      page: async (number) => (number === 1 ? (first.shift() ?? { rows: [] }) : { rows: number === 2 ? rows(1) : [] }),
    };
    await expect(pull("slip", pages)).rejects.toThrow(changed("page 1 is no longer what it was"));
    expect(existsSync(join(folder, "slip"))).toBe(false);
  });
});
