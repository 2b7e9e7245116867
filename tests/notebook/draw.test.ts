import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { type ChartSpec, draw, forest, InputError } from "../../src/index.js";
import { ratios, words } from "../charts/madeUp.js";

const folder = mkdtempSync(join(tmpdir(), "hindcast-draw-"));
afterAll(() => rmSync(folder, { recursive: true }));

const spec = forest(ratios, words);
const dots: ChartSpec = {
  $schema: "https://vega.github.io/schema/vega-lite/v5.json",
  ...{ data: { values: [{ a: 1 }] }, mark: "point", encoding: { x: { field: "a", type: "quantitative" } } },
};

/** Width and height of a PNG, and how many bytes its pixels unpack to of each value. */
function pixels(png: Uint8Array): { width: number; height: number; values: Set<number> } {
  const file = Buffer.from(png);
  expect(file.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  return {
    ...{ width: file.readUInt32BE(16), height: file.readUInt32BE(20) },
    values: new Set(inflateSync(Buffer.concat(parts))),
  };
}

async function fault(some: ChartSpec): Promise<string> {
  return await draw(some).then(
    () => "drawn",
    (error: unknown) => (error instanceof InputError ? error.message : `not an InputError: ${error}`),
  );
}

describe("drawing a chart", () => {
  it("gives an SVG and a PNG of twice its size that is not blank", async () => {
    const { svg, png } = await draw(spec);
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const found = pixels(png);
    expect([found.width, found.height]).toEqual([2 * Number(width), 2 * Number(height)]);
    expect(found.values.size).toBeGreaterThan(100);
  });

  it("writes words in the font that is shipped: they change the picture", async () => {
    const [one, other] = [await draw(spec), await draw({ ...spec, title: { text: "Raids halved" } })];
    expect(Buffer.from(one.png).equals(Buffer.from(other.png))).toBe(false);
    expect(pixels((await draw({ ...dots, mark: { type: "text", text: "word" } })).png).values.size).toBeGreaterThan(
      pixels((await draw({ ...dots, mark: { type: "text", text: "" } })).png).values.size,
    );
  });

  it("gives the same bytes whatever was drawn before or beside it: clips are counted afresh", async () => {
    const clipped: ChartSpec = { ...dots, mark: { type: "point", clip: true } };
    const first = await draw(clipped);
    expect(first.svg).toContain('clip-path="url(#clip1)"');
    expect(first.svg).toContain('<clipPath id="clip1">');
    const beside = await Promise.all([draw(clipped), draw({ hconcat: [clipped, clipped] }), draw(clipped)]);
    expect([beside[0].svg, beside[2].svg]).toEqual([first.svg, first.svg]);
    expect(beside[1].svg).toContain('clip-path="url(#clip2)"');
  });

  it("gives the same bytes twice, and leaves the specification alone", async () => {
    const before = JSON.stringify(spec);
    const [one, other] = [await draw(spec), await draw(spec)];
    expect(one.svg).toBe(other.svg);
    expect(Buffer.from(one.png).equals(Buffer.from(other.png))).toBe(true);
    expect(JSON.stringify(spec)).toBe(before);
  });

  it("draws on UTC days, whatever the zone of the machine", async () => {
    const time = { ...dots, data: { values: [{ a: Date.UTC(2020, 0, 1) }, { a: Date.UTC(2020, 2, 1) }] } };
    const x = {
      field: "a",
      type: "temporal",
      scale: { type: "utc", nice: false },
      axis: { format: "%d %b %H", tickCount: { interval: "month", step: 1 } },
    };
    const { svg } = await draw({ ...time, encoding: { x } });
    expect(svg).toContain(">01 Jan 00<");
  });
});

describe("drawing reads nothing outside the specification", () => {
  it("refuses data from a file or a server, wherever they are named", async () => {
    const file = join(folder, "secret.json");
    writeFileSync(file, '[{"a": 5}]');
    for (const url of [file, `file://${file}`, "secret.csv", "https://example.org/x.json"]) {
      const message = `draw: needs values inside the specification, got data from ${url}`;
      expect(await fault({ ...dots, data: { url } })).toBe(message);
      const lookup = { lookup: "a", from: { data: { url }, key: "a", fields: ["b"] } };
      expect(await fault({ ...dots, transform: [lookup] })).toBe(message);
      expect(await fault({ ...dots, mark: { type: "image", url, width: 9, height: 9 } })).toBe(message);
    }
  });

  it("asks no server for anything", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end("[]");
    });
    await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.json`;
    await fault({ ...dots, data: { url } });
    await fault({ ...dots, mark: { type: "image", url, width: 9, height: 9 } });
    await new Promise((done) => server.close(done));
    expect(asked).toEqual([]);
  });

  it("refuses links, since a picture runs nothing", async () => {
    const href = { value: "javascript:alert(1)" };
    expect(await fault({ ...dots, encoding: { href } })).toBe(
      "draw: needs values inside the specification, got data from javascript:alert(1)",
    );
  });

  it("runs no code that an expression reaches for", async () => {
    const calculate = "datum.constructor.constructor('return process')().exit(3)";
    expect(await fault({ ...dots, transform: [{ calculate, as: "z" }] })).toMatch(/^draw: /);
    const harmless = { ...dots, mark: "text", transform: [{ calculate: "datum.a + 41", as: "z" }] };
    const { svg } = await draw({ ...harmless, encoding: { text: { field: "z" } } });
    expect(svg).toContain(">42<");
  });

  it("throws on what is no chart", async () => {
    expect(await fault({ $schema: "x" })).toMatch(/^draw: Invalid specification /);
    expect(await fault({ ...dots, mark: "blob" })).toMatch(/^draw: /);
  });
});
