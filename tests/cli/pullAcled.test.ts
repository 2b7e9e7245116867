import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { pullAcled } from "../../src/cli/pullAcled.js";
import { pullUcdp } from "../../src/cli/pullUcdp.js";
import { updateAcled } from "../../src/cli/updateAcled.js";
import { acledClient } from "../../src/sources/acledClient.js";
import { acledSession } from "../../src/sources/acledSession.js";
import { tokenFile } from "../../src/sources/tokens.js";
import { account, apiServer, json, maliEvents, trialTransport, ucdpToken } from "../sources/apiServer.js";
import { fault } from "../store/trial.js";
import { temporary } from "./madeUp.js";

const server = await apiServer();
const { address } = server;
const folder = temporary();
const at = (name: string): string => join(folder, name);
const jsonIn = (name: string) => JSON.parse(readFileSync(at(name), "utf8"));
const mali = { country: ["Mali"] };

function world() {
  const transport = trialTransport();
  const store = tokenFile(at("tokens.json"), { address, username: account.username });
  const session = acledSession({ address, ...account, store }, transport);
  return { transport, client: acledClient({ address, session }, transport) };
}
const pull = async (name: string, asked: Parameters<typeof pullAcled>[1]["asked"] = mali) => {
  const { client, transport } = world();
  return await pullAcled(client, { address, asked, out: at(name) }, transport);
};
const update = async (name: string, of: string) => {
  const { client, transport } = world();
  return await updateAcled(client, { address, update: at(of), out: at(name) }, transport);
};
const asked = (path: string) => server.seen.filter((one) => one.path === path).map(({ params }) => params);

beforeEach(() => {
  Object.assign(server, { events: maliEvents(7), deletions: [], most: 3, upTo: undefined, hasTier: true });
  server.faults.length = 0;
  server.seen.length = 0;
});

describe("pullAcled", () => {
  it("writes what the API returns as one answer, and beside it what was asked", async () => {
    const meta = await pull("a.json", { ...mali, since: "2023-01-01", until: "2024-01-01" });
    expect(jsonIn("a.json")).toEqual({ status: 200, success: true, count: 7, data: server.events });
    const text = readFileSync(at("a.json"));
    expect(text.toString().split("\n")).toHaveLength(10);
    expect(jsonIn("a.json.meta.json")).toEqual(meta);
    const now = "2024-03-01T00:00:00.000Z";
    expect(meta).toMatchObject({
      ...{ format: 1, publisher: "acled", from: address, started: now, ended: now, rows: 7, twice: 0 },
      ...{ newest: 1_700_000_007, asked: { ...mali, since: "2023-01-01", until: "2024-01-01" } },
      file: { name: "a.json", bytes: text.length, sha256: createHash("sha256").update(text).digest("hex") },
    });
    expect(meta.pages.map(({ rows }) => rows)).toEqual([3, 3, 1]);
    expect(readdirSync(folder).sort()).toEqual(["a.json", "a.json.meta.json", "tokens.json"]);
  });

  it("writes the same bytes again", async () => {
    const again = await pull("b.json", { ...mali, since: "2023-01-01", until: "2024-01-01" });
    expect(again.file.sha256).toBe(jsonIn("a.json.meta.json").file.sha256);
  });

  it("does not write over a file that stands", async () => {
    await expect(pull("a.json")).rejects.toThrow(
      fault(
        "InputError",
        `pull: ${at("a.json")} stands already; name another --out, or ask for what changed since with --update ${at("a.json")}`,
      ),
    );
    expect(server.seen).toEqual([]);
  });

  it("goes on after a break with the page that was under way", async () => {
    server.faults.push({
      path: "/api/acled/read",
      page: 3,
      act: (response) => json(response, 400, { message: "odd" }),
    });
    await expect(pull("c.json")).rejects.toThrow(
      fault("DataError", 'pull: ACLED events, page 3: ACLED refused the question, got 400 "odd"'),
    );
    expect(existsSync(at("c.json"))).toBe(false);
    server.seen.length = 0;
    expect((await pull("c.json")).rows).toBe(7);
    expect(asked("/api/acled/read").map(({ page }) => page)).toEqual(["3", "4", "1"]);
    expect(existsSync(at("c.json.partial"))).toBe(false);
  });

  it("goes on where the token ends midway", async () => {
    server.faults.push({
      ...{ path: "/api/acled/read", page: 2 },
      act: (response) => {
        server.expire("access");
        json(response, 401, { message: "expired" });
      },
    });
    expect((await pull("d.json")).rows).toBe(7);
  });

  it("records the day with which the account's tier ends", async () => {
    server.upTo = "2023-01-05";
    expect(await pull("e.json")).toMatchObject({ rows: 4, upTo: "2023-01-05" });
  });

  it("tells a tier without rows from a question without", async () => {
    const none = { country: ["Malii"] };
    await expect(pull("f.json", none)).rejects.toThrow(
      fault("DataError", 'pull: no rows match, though the account sees others, got {"country":["Malii"]}'),
    );
    server.hasTier = false;
    await expect(pull("f.json")).rejects.toThrow(
      fault(
        "InputError",
        "pull: your account's tier returned no rows for this, nor one row without any filter; ask access@acleddata.com to open the API to your account, and accept its terms in your profile",
      ),
    );
    expect(readdirSync(folder).filter((name) => name.startsWith("f.json"))).toEqual([]);
  });
});

describe("updateAcled", () => {
  const second = 1_700_000_007;

  it("hands over the rows changed, the ids deleted with their days, and the mark for the next update", async () => {
    const [newest, , old] = server.events;
    server.events = [
      ...maliEvents(2, 7),
      newest,
      { ...old, fatalities: 3, timestamp: second + 9 },
      ...server.events.slice(3),
    ];
    server.deletions = [
      { event_id_cnty: "MLI1002", deleted_timestamp: String(Date.UTC(2024, 1, 28, 23, 59) / 1000) },
      { event_id_cnty: "BFA77", deleted_timestamp: second + 1 },
      { event_id_cnty: "MLI1", deleted_timestamp: second - 100 },
      { event_id_cnty: "MLI1005", deleted_timestamp: second + 8 },
      { event_id_cnty: "MLI1009", deleted_timestamp: second + 2 },
      { event_id_cnty: "BFA77", deleted_timestamp: second + 86_400 },
    ];
    const meta = await update("u.json", "a.json");
    expect(asked("/api/acled/read")[0]).toEqual({
      ...{ _format: "json", country: "Mali", event_date: "2023-01-01|2023-12-31", event_date_where: "BETWEEN" },
      ...{ timestamp: String(second - 1), timestamp_where: ">", limit: "5000", page: "1" },
    });
    expect(asked("/api/deleted/read")[0]).toMatchObject({ deleted_timestamp: String(second - 1) });
    expect(jsonIn("u.json").data.map((row: { event_id_cnty: string }) => row.event_id_cnty)).toEqual([
      ...["MLI1009", "MLI1008", "MLI1007", "MLI1005"],
    ]);
    expect(jsonIn("u.json.deleted.json")).toEqual([
      { id: "BFA77", day: "2023-11-15" },
      { id: "MLI1002", day: "2024-02-28" },
      { id: "MLI1009", day: "2023-11-14" },
    ]);
    expect(meta).toMatchObject({
      ...{ rows: 4, newest: second + 9 },
      update: {
        of: { name: "a.json" },
        after: second - 1,
        deletions: { name: "u.json.deleted.json", ids: 3 },
        restored: 1,
      },
    });
    expect(readdirSync(folder).filter((name) => name.includes("partial"))).toEqual([]);
  });

  it("goes on from an update, also where nothing has changed", async () => {
    server.events = [];
    server.hasTier = true;
    server.events = maliEvents(1, -100);
    const meta = await update("v.json", "u.json");
    expect(meta).toMatchObject({ rows: 0, newest: second + 9, update: { after: second + 8 } });
    expect(jsonIn("v.json")).toEqual({ status: 200, success: true, count: 0, data: [] });
    expect(jsonIn("v.json.deleted.json")).toEqual([]);
  });

  it("goes on after a break between the rows and the deletions", async () => {
    server.faults.push({ path: "/api/deleted/read", act: (response) => json(response, 400, {}) });
    await expect(update("w.json", "a.json")).rejects.toThrow(
      fault("DataError", "pull: ACLED deletions, page 1: ACLED refused the question, got 400 no words"),
    );
    expect(existsSync(at("w.json"))).toBe(false);
    server.seen.length = 0;
    await update("w.json", "a.json");
    expect(asked("/api/acled/read")).toEqual([]);
  });

  it("does not put deletions kept from before beside rows pulled anew", async () => {
    Object.assign(server, {
      most: 1,
      deletions: ["A1", "A2"].map((id) => ({ event_id_cnty: id, deleted_timestamp: second })),
    });
    server.faults.push({ path: "/api/deleted/read", page: 2, act: (response) => json(response, 400, {}) });
    await expect(update("late.json", "a.json")).rejects.toThrow(/^pull: ACLED deletions, page 2: /);
    rmSync(at("late.json.partial"), { recursive: true });
    server.events = maliEvents(8);
    server.seen.length = 0;
    expect((await update("late.json", "a.json")).update?.deletions.ids).toBe(2);
    expect(asked("/api/deleted/read").map(({ page }) => page)).toEqual(["1", "2", "3", "1"]);
  });

  it("does not take an account that has lost its tier for one without news", async () => {
    server.hasTier = false;
    await expect(update("x.json", "a.json")).rejects.toThrow(
      /^pull: your account's tier returned no rows for this, nor one/,
    );
    expect(existsSync(at("x.json.partial"))).toBe(false);
  });

  it("is refused where the tier ends with a day, then or now: rows would come to light unasked", async () => {
    const message = (upTo: string, where: string): string =>
      `pull: --update needs an account that is given all events, got one whose tier ends with ${upTo} (${where}); pull anew without --update`;
    await expect(update("y.json", "e.json")).rejects.toThrow(
      fault("InputError", message("2023-01-05", at("e.json.meta.json"))),
    );
    server.upTo = "2023-01-06";
    await expect(update("y.json", "a.json")).rejects.toThrow(fault("InputError", message("2023-01-06", address)));
    expect(existsSync(at("y.json.partial"))).toBe(false);
  });

  it("needs an earlier pull of ACLED", async () => {
    await expect(update("z.json", "none.json")).rejects.toThrow(
      fault("InputError", `pull: no such file, got ${at("none.json.meta.json")}`),
    );
    writeFileSync(at("odd.json.meta.json"), "{}");
    await expect(update("z.json", "odd.json")).rejects.toThrow(/^pull: format: Invalid input/);
    const { transport } = world();
    server.events = [{ id: 1 }];
    await pullUcdp({ address, token: ucdpToken, asked: { release: "25.1" }, out: at("ged.json") }, transport);
    await expect(update("z.json", "ged.json")).rejects.toThrow(
      fault("InputError", `pull: --update needs an earlier pull of acled, got one of ucdp (${at("ged.json")})`),
    );
  });
});

describe("pullUcdp", () => {
  const ged = async (name: string) =>
    await pullUcdp({ address, token: ucdpToken, asked: { release: "25.1" }, out: at(name) }, trialTransport());

  it("writes what the API returns as one answer", async () => {
    server.events = Array.from({ length: 7 }, (_, i) => ({ id: i + 1, best: i, date_start: "2023-01-02T00:00:00" }));
    const meta = await ged("g.json");
    expect(jsonIn("g.json")).toEqual({ TotalCount: 7, Result: server.events });
    expect(meta).toMatchObject({ publisher: "ucdp", rows: 7, asked: { release: "25.1" } });
    expect(meta.newest).toBeUndefined();
    expect(asked("/api/gedevents/25.1").map(({ page }) => page)).toEqual(["0", "1", "2"]);
  });

  it("refuses a release whose count changes midway, and no rows", async () => {
    server.events = Array.from({ length: 7 }, (_, i) => ({ id: i + 1 }));
    server.faults.push({
      ...{ path: "/api/gedevents/25.1", page: 1 },
      act: (response) => json(response, 200, { TotalCount: 8, Result: [{ id: 4 }] }),
    });
    await expect(ged("h.json")).rejects.toThrow(
      fault(
        "DataError",
        "pull: UCDP events: the data changed while they were pulled, page 2 is of 8 rows up to now, page 1 of 7 up to now; run the same command again to start afresh",
      ),
    );
    server.events = [];
    await expect(ged("h.json")).rejects.toThrow(fault("DataError", 'pull: no rows match, got {"release":"25.1"}'));
    expect(readdirSync(folder).filter((name) => name.startsWith("h.json"))).toEqual([]);
  });
});
