import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import * as statistics from "simple-statistics";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as hc from "../../src/index.js";
import { code, makeFolder, outputs, root, trialRun } from "./trialRun.js";

interface Column {
  values: number[];
  add(other: number): Column;
  mean(): number;
  month(): Column;
  dayOfMonth(): Column;
}
interface Frame {
  dtypes: string[];
  add(other: number): Frame;
  groupby(columns: string[]): { col(columns: string[]): { sum(): Frame; mean(): Frame; count(): Frame } };
  plot(place: string): unknown;
}
interface Danfo {
  DataFrame: new (rows: object[]) => Frame;
  Series: new (values: unknown[]) => Column;
  toJSON(frame: Frame): unknown;
  toCSV(frame: Frame): string;
  toDateTime(series: Column): Column;
  readCSV(file: string): Promise<Frame>;
}

const require = createRequire(import.meta.url);
const page = readFileSync(join(root, "notebooks", "frames-and-statistics.md"), "utf8");
const blocks = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
const folder = makeFolder();
const store = join(folder, "store");
let room = "";
let danfo: Danfo;

beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), "hindcast-frames-"));
  // danfo.js greets on the console when it is first used.
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  danfo = require("danfojs-node");
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(room, { recursive: true, force: true });
});

describe("the page on frames and statistics", () => {
  it("prints in each block, run in a notebook's cell, what it says", async () => {
    const cells = blocks.map((block) =>
      code(block.replaceAll('"../data/', `"${root}/data/`).replaceAll('"../.hindcast/store"', JSON.stringify(store))),
    );
    const run = await trialRun(join(folder, "page.ipynb"), cells);
    expect(run.failure).toBeUndefined();
    for (const [at, block] of blocks.entries()) {
      const said = [...block.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, value]) => value);
      const values: unknown[] = said.map((value) => new Function(`return (${value});`)());
      expect(values.length).toBeGreaterThan(1);
      const streams = outputs(run, at).flatMap((one) => (one.output_type === "stream" ? [one] : []));
      const text = streams.filter(({ name }) => name === "stdout").map((one) => one.text);
      const wanted = values.map((value) => `${typeof value === "string" ? value : inspect(value)}\n`);
      expect(text.join("")).toBe(wanted.join(""));
    }
  }, 60_000);

  it("has three blocks, prints nothing unsaid, and is linked from the first and the last notebook", () => {
    expect(blocks).toHaveLength(3);
    for (const line of page.match(/^console\.log.*$/gm) ?? []) expect(line).toMatch(/\); \/\/ ./);
    for (const name of ["00-start-here", "10-your-own-indicator-model-metric"]) {
      expect(readFileSync(join(root, "notebooks", `${name}.ipynb`), "utf8")).toContain("](frames-and-statistics.md)");
      expect(page).toContain(`](${name}.ipynb)`);
    }
  });

  it("names functions that there are", () => {
    const all: Readonly<Record<string, unknown>> = { ...hc };
    const cells = [...page.matchAll(/hindcast \(([^)]*)\)/g)].flatMap(
      ([, names = ""]) => names.match(/`(\w+)`/g) ?? [],
    );
    expect(cells.length).toBeGreaterThan(15);
    for (const name of cells) expect(typeof all[name.slice(1, -1)], name).toBe("function");
    for (const [, version = ""] of page.matchAll(/(danfojs-node \d[\d.]*\d|simple-statistics \d[\d.]*\d)/g)) {
      const [name = "", number = ""] = version.split(" ");
      expect(JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version).toBe(number);
    }
  });
});

describe("of danfo.js the page says that", () => {
  it("reading guesses types from the first rows, and says nothing of it", async () => {
    writeFileSync(join(room, "a.csv"), "id,code\n007,1e3\n010,2E5\n");
    expect(danfo.toJSON(await danfo.readCSV(join(room, "a.csv")))).toMatchObject([{ id: 7, code: 1000 }, { id: 10 }]);
    const numbers = Array.from({ length: 30 }, (_, i) => i).join("\n");
    writeFileSync(join(room, "b.csv"), `id\n${numbers}\nERE12\n`);
    expect((await danfo.readCSV(join(room, "b.csv"))).dtypes).toEqual(["int32"]);
  });

  it("grouping merges names with a dash, and has no row for a month without events", () => {
    const rows = [
      { zone: "mopti-delta", kind: "a", n: 1 },
      { zone: "mopti", kind: "delta-a", n: 2 },
    ];
    const both = new danfo.DataFrame(rows).groupby(["zone", "kind"]).col(["n"]).sum();
    expect(danfo.toJSON(both)).toEqual([{ zone: "mopti-delta", kind: "a", n_sum: 3 }]);
    const months = new danfo.DataFrame([
      { month: "2024-01", n: 1 },
      { month: "2024-03", n: 1 },
    ]);
    expect(danfo.toJSON(months.groupby(["month"]).col(["n"]).count())).toHaveLength(2);
  });

  it("a frame's arithmetic is in 32 bits, a column's in 64", () => {
    expect(danfo.toJSON(new danfo.DataFrame([{ n: 16_777_217 }]).add(0))).toEqual([{ n: 16_777_216 }]);
    expect(new danfo.Series([16_777_217]).add(0).values).toEqual([16_777_217]);
  });

  it("a missing value is left out of a column's mean and spoils a group's", () => {
    expect(new danfo.Series([1, undefined, 3]).mean()).toBe(2);
    const rows = [
      { z: "a", n: 1 },
      { z: "a", n: undefined },
      { z: "b", n: 3 },
    ];
    expect(danfo.toJSON(new danfo.DataFrame(rows).groupby(["z"]).col(["n"]).mean())).toEqual([
      { z: "a", n_mean: Number.NaN },
      { z: "b", n_mean: 3 },
    ]);
  });

  it("dates are of the machine's zone, and months count from 0", () => {
    const zone = process.env["TZ"];
    try {
      process.env["TZ"] = "America/Los_Angeles";
      const day = danfo.toDateTime(new danfo.Series(["2024-02-01"]));
      expect([...day.month().values, ...day.dayOfMonth().values]).toEqual([0, 31]);
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });

  it("CSV is never quoted, nothing is drawn, and pivot, quantile and resample are not there", () => {
    expect(danfo.toCSV(new danfo.DataFrame([{ name: "a, b", n: 1 }]))).toContain("a, b,1");
    const frame = new danfo.DataFrame([{ a: 1 }]);
    expect(() => frame.plot("x")).toThrow("Not supported in NodeJS");
    for (const name of ["pivot", "pivotTable", "resample", "quantile"]) expect(name in frame, name).toBe(false);
    expect("quantile" in new danfo.Series([1])).toBe(false);
  });
});

describe("of simple-statistics the page says that", () => {
  it("sums are exact where plain ones are not, and what is missing is not passed over", () => {
    expect(statistics.sum([1e16, 1, -1e16])).toBe(1);
    expect(1e16 + 1 - 1e16).not.toBe(1);
    expect(statistics.mean([1, Number.NaN])).toBeNaN();
    expect(() => statistics.mean([])).toThrow();
  });

  it("the Poisson distribution breaks off before its end", () => {
    expect(statistics.sum(statistics.poissonDistribution(11) ?? []).toFixed(5)).toBe("0.99992");
  });

  it("normal tails are of two to three digits, and end at four deviations", () => {
    expect(statistics.probit(0.975).toFixed(3)).toBe("1.957");
    expect(hc.normalQuantile(0.975).toFixed(3)).toBe("1.960");
    expect(statistics.cumulativeStdNormalProbability(6)).toBe(0.999);
    expect(statistics.cumulativeStdNormalProbability(-6)).toBe(0.001);
  });

  it("the t test gives a number, the test of fit true or false, the permutation test another p each time, or none", () => {
    const [low, high] = [
      [1, 2, 3, 4],
      [3, 4, 5, 6],
    ];
    expect(typeof statistics.tTestTwoSample(low, high, 0)).toBe("number");
    const fits = statistics.chiSquaredGoodnessOfFit(
      [...Array(20).keys()].map((i) => i % 4),
      statistics.poissonDistribution,
      0.05,
    );
    expect(typeof fits).toBe("boolean");
    const again = new Set(Array.from({ length: 6 }, () => statistics.permutationTest(low, high)));
    expect(again.size).toBeGreaterThan(1);
    const apart = [Array.from({ length: 15 }, (_, i) => i), Array.from({ length: 15 }, (_, i) => 100 + i)];
    expect(statistics.permutationTest(apart[0], apart[1], "two_side", 100)).toBe(0);
  });

  it("there is nothing that gives an interval", () => {
    expect(Object.keys(statistics).filter((name) => /confiden|interval(?!breaks)/i.test(name))).toEqual([]);
  });
});
