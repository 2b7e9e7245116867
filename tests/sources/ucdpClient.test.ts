import { beforeEach, describe, expect, it } from "vitest";
import type { ApiPage } from "../../src/sources/apiPages.js";
import { type UcdpAsked, ucdpClient } from "../../src/sources/ucdpClient.js";
import { fault } from "../store/trial.js";
import { apiServer, json, trialTransport, ucdpToken } from "./apiServer.js";

const server = await apiServer();
const path = "/api/gedevents/25.1";
const client = (asked: Partial<UcdpAsked> = {}, token = ucdpToken) =>
  ucdpClient({ address: server.address, token, asked: { release: "25.1", ...asked } }, trialTransport());
const page = async (body: unknown, status = 200, number = 2): Promise<ApiPage> => {
  server.faults.push({ path, act: (response) => json(response, status, body) });
  return await client().page(number);
};

beforeEach(() => {
  Object.assign(server, { events: Array.from({ length: 5 }, (_, i) => ({ id: i + 1, best: i })), most: 2 });
  server.faults.length = 0;
  server.seen.length = 0;
});

describe("ucdpClient", () => {
  it("asks for pages from 0 on, with the token in its header", async () => {
    expect(await client().page(1)).toEqual({ rows: server.events.slice(0, 2), total: 5 });
    expect(await client().page(3)).toEqual({ rows: server.events.slice(4), total: 5 });
    expect(server.seen.map(({ params }) => params)).toEqual([
      { pagesize: "1000", page: "0" },
      { pagesize: "1000", page: "2" },
    ]);
    expect(server.seen[0].headers["x-ucdp-access-token"]).toBe(ucdpToken);
  });

  it("asks in UCDP's words, whose ranges hold both ends", async () => {
    await client({ country: [432, 439], since: "2023-01-01", until: "2024-01-01" }).page(1);
    expect(server.seen[0].params).toEqual({
      ...{ Country: "432,439", StartDate: "2023-01-01", EndDate: "2023-12-31", pagesize: "1000", page: "0" },
    });
  });

  it("does not follow where the next page is said to be", async () => {
    const body = { TotalCount: 5, PreviousPageUrl: "", NextPageUrl: "https://evil.example/", Result: [{ id: 1 }] };
    expect(await page(body, 200, 1)).toEqual({ rows: [{ id: 1 }], total: 5 });
    await client().page(2);
    expect(server.seen.map(({ params }) => params["page"])).toEqual(["0", "1"]);
  });

  it("refuses a first page that has one before it", async () => {
    const body = { TotalCount: 5, PreviousPageUrl: `${server.address}${path}?page=0`, Result: [{ id: 1 }] };
    await expect(page(body, 200, 1)).rejects.toThrow(
      fault("DataError", "pull: UCDP events, page 1: names a page before it, so that rows are missing"),
    );
  });

  it("says when the token is refused, and does not ask again", async () => {
    await expect(client({}, "another-token").page(1)).rejects.toThrow(
      fault("InputError", 'pull: UCDP refused the token, got 401 "API token required."; check UCDP_TOKEN'),
    );
    expect(server.seen).toHaveLength(1);
    await expect(page({ Message: `no: ${ucdpToken}` }, 403)).rejects.toThrow(
      fault("InputError", "pull: UCDP refused the token, got 403 words that echo a secret; check UCDP_TOKEN"),
    );
  });

  it("says when there is no such release", async () => {
    await expect(client({ release: "99.1" }).page(1)).rejects.toThrow(
      fault("InputError", 'pull: UCDP has no release 99.1, got 404 "No such resource version."'),
    );
  });

  it.each<[unknown, number, string]>([
    [{ Message: "bad filter" }, 400, 'UCDP refused the question, got 400 "bad filter"'],
    [{ TotalCount: "5", Result: [] }, 200, 'TotalCount is not a whole number, got "5"'],
    [{ TotalCount: -1, Result: [] }, 200, 'TotalCount is not a whole number, got "-1"'],
    [{ TotalCount: ucdpToken, Result: [] }, 200, "TotalCount is not a whole number, got words that echo a secret"],
    [{ Result: [] }, 200, 'TotalCount is not a whole number, got "undefined"'],
    [{ TotalCount: 5 }, 200, 'the answer has no list "Result"'],
    [{ TotalCount: 5, Result: [1] }, 200, "row 1 is not an object"],
    [null, 200, 'the answer has no list "Result"'],
  ])("refuses %j with status %d", async (body, status, message) => {
    await expect(page(body, status)).rejects.toThrow(fault("DataError", `pull: UCDP events, page 2: ${message}`));
  });

  it.each<[Partial<UcdpAsked>, string]>([
    [{ release: "../x" }, 'pull: release needs a number such as 25.1 or 26.0.8, got "../x"'],
    [{ country: [Number.NaN] }, "pull: country needs Gleditsch-Ward numbers such as 432 for Mali, got NaN"],
    [{ until: "2023-13-01" }, 'pull: needs days as YYYY-MM-DD, got "2023-13-01"'],
  ])("refuses to ask %j", (asked, message) => {
    expect(() => client(asked)).toThrow(fault("InputError", message));
  });

  it("refuses a token that no header can hold, without showing it", () => {
    expect(() => client({}, "secret\r\ntoken")).toThrow(
      fault("InputError", "pull: the UCDP token holds a space or an odd character; check UCDP_TOKEN"),
    );
  });
});
