import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { request } from "../../src/sources/request.js";
import { fault } from "../store/trial.js";
import { apiServer, type Fault, json, trialTransport } from "./apiServer.js";

const server = await apiServer();
const host = server.address.slice("http://".length);
const url = new URL(`${server.address}/thing`);
const question = { what: "a thing", url, headers: { authorization: "Bearer abc" } };
const ok: Fault["act"] = (response) => json(response, 200, { fine: true });
const act = (act: Fault["act"], times = 1): void => void server.faults.push({ path: "/thing", times, act });
const gaveUp = (why: string): string =>
  `pull: a thing: no whole answer in 6 tries, got ${why} (${host}); run the same command later to go on`;

beforeEach(() => {
  server.faults.length = 0;
  server.seen.length = 0;
});

describe("request", () => {
  it("gives an answer with its status, also where it is a refusal, and asks once", async () => {
    act((response) => json(response, 418, { message: "a teapot" }));
    const answer = await request(question, trialTransport());
    expect(answer).toEqual({ status: 418, body: { message: "a teapot" }, words: '"a teapot"' });
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]).toMatchObject({ method: "GET", headers: { authorization: "Bearer abc" } });
  });

  it("sends a form by POST, in the body alone", async () => {
    act(ok);
    await request({ ...question, form: { user: "a&b", word: "ü +" } }, trialTransport());
    expect(server.seen[0]).toMatchObject({ method: "POST", params: {}, body: "user=a%26b&word=%C3%BC+%2B" });
  });

  it.each([500, 502, 503, 408, 429])(
    "asks again after %d, twice as late each time, and gives up at the sixth",
    async (status) => {
      act((response) => json(response, status, {}), 6);
      const transport = trialTransport();
      await expect(request(question, transport)).rejects.toThrow(fault("DataError", gaveUp(`status ${status}`)));
      expect(transport.waited).toEqual([1000, 2000, 4000, 8000, 16_000]);
      expect(server.seen).toHaveLength(6);
    },
  );

  it.each<[string, string, number]>([
    ["seconds", "30", 30_000],
    ["a date", "Fri, 01 Mar 2024 00:02:00 GMT", 120_000],
    ["a date gone by", "Fri, 01 Mar 2019 00:02:00 GMT", 1000],
    ["nonsense", "soon", 1000],
    ["nothing", "0", 1000],
  ])("waits as Retry-After says in %s", async (_, header, wait) => {
    act((response) => json(response, 429, {}, { "retry-after": header }));
    act(ok);
    const transport = trialTransport();
    expect((await request(question, transport)).body).toEqual({ fine: true });
    expect(transport.waited).toEqual([wait]);
  });

  it("does not wait for hours", async () => {
    act((response) => json(response, 429, {}, { "retry-after": "7200" }));
    const transport = trialTransport();
    await expect(request(question, transport)).rejects.toThrow(
      fault(
        "DataError",
        "pull: a thing: the server asks to wait 7200 s, got status 429; run the same command then to go on",
      ),
    );
    expect(transport.waited).toEqual([]);
  });

  it("asks again where a reply is cut short, resets, stalls or is not in UTF-8", async () => {
    const whole = '{"fine":true}';
    act((response) => {
      response.writeHead(200, { "content-length": "500" });
      response.write(whole, () => response.destroy());
    });
    act((response) => response.writeHead(200, { "content-length": "5" }).end(whole.slice(0, 5)));
    act((response) => {
      response.writeHead(200);
      response.write(whole.slice(0, 5), () => response.destroy());
    });
    act((response) => response.destroy());
    act((response) => response.writeHead(200).end(Buffer.from([0x22, 0xff, 0x22])));
    const notes: string[] = [];
    const transport = trialTransport({ note: (text) => void notes.push(text) });
    act(ok);
    expect((await request(question, transport)).body).toEqual({ fine: true });
    expect(notes).toEqual([
      "a thing: a reply cut short; asking again in 1 s",
      "a thing: JSON cut short; asking again in 2 s",
      "a thing: a reply cut short; asking again in 4 s",
      "a thing: a connection broken off; asking again in 8 s",
      "a thing: a reply that is not in UTF-8; asking again in 16 s",
    ]);
  });

  it("breaks off a reply that stalls, before its head or amid its body, and one that never ends", async () => {
    act(() => {});
    act((response) => void response.writeHead(200).write("{"));
    act((response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drip));
    });
    act(ok);
    const notes: string[] = [];
    const transport = trialTransport({ stall: 60, note: (text) => void notes.push(text) });
    expect((await request(question, transport)).body).toEqual({ fine: true });
    expect(notes).toEqual([1, 2, 4].map((seconds) => `a thing: a reply that stalled; asking again in ${seconds} s`));
  });

  it("waits for a reply that is slow but comes", async () => {
    act((response) => {
      let left = 6;
      const drip = setInterval(() => {
        response.write(" ");
        if (--left > 0) return;
        clearInterval(drip);
        response.end("{}");
      }, 60);
    });
    const transport = trialTransport({ stall: 250 });
    expect((await request(question, transport)).body).toEqual({});
    expect(transport.waited).toEqual([]);
  });

  it("gives up on a server that is not there", async () => {
    const gone = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => gone.once("listening", done));
    const bound = gone.address();
    const port = typeof bound === "object" ? bound?.port : 0;
    await new Promise((done) => gone.close(done));
    const there = { ...question, url: new URL(`http://127.0.0.1:${port}/`) };
    await expect(request(there, trialTransport())).rejects.toThrow(
      fault("DataError", gaveUp("ECONNREFUSED").replace(host, `127.0.0.1:${port}`)),
    );
  });

  it("does not follow a redirect, neither here nor elsewhere", async () => {
    act((response) => response.writeHead(302, { location: "https://evil.example/take?it=1" }).end());
    const sent = (to: string, status: number): string =>
      `pull: a thing: is sent on to "${to}", got ${status}; a redirect is not followed, as it would carry credentials along`;
    await expect(request(question, trialTransport())).rejects.toThrow(
      fault("DataError", sent("https://evil.example", 302)),
    );
    act((response) => response.writeHead(308, { location: "/other" }).end());
    await expect(request(question, trialTransport())).rejects.toThrow(fault("DataError", sent(server.address, 308)));
    expect(server.seen).toHaveLength(2);
  });

  it("says so where a web page stands in place of JSON", async () => {
    for (const status of [200, 403]) {
      act((response) => response.writeHead(status, { "content-type": "text/html" }).end("\n<!DOCTYPE html><p>Hi"));
      await expect(request(question, trialTransport())).rejects.toThrow(
        fault("DataError", `pull: a thing: a web page stands where JSON should, got status ${status} (${host})`),
      );
    }
  });

  it("reads no more than it may, packed or not, announced or not", async () => {
    const large = Buffer.alloc(200_000, 0x20);
    const most = fault("DataError", "pull: a thing: the answer is larger than 100000 bytes");
    const transport = trialTransport({ most: 100_000 });
    act((response) => response.writeHead(200, { "content-length": large.length }).end(large));
    await expect(request(question, transport)).rejects.toThrow(most);
    act((response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(large)));
    await expect(request(question, transport)).rejects.toThrow(most);
    expect(transport.waited).toEqual([]);
  });

  it("stops when it is told to, while it reads or before it asks", async () => {
    const stop = new AbortController();
    act((response) => {
      response.writeHead(200);
      response.write("{", () => stop.abort());
    });
    await expect(request(question, trialTransport({ signal: stop.signal }))).rejects.toThrow(
      fault("InputError", "pull: stopped"),
    );
    await expect(request(question, trialTransport({ signal: stop.signal }))).rejects.toThrow(
      fault("InputError", "pull: stopped"),
    );
    expect(server.seen).toHaveLength(1);
  });
});

afterAll(() => server.faults.splice(0));
