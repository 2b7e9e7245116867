import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { drawn, madePanel } from "./backtestData.js";

// Workers cannot load TypeScript, so this looks at what was built; the path rather than the name, which a linked folder of
// packages may take to another checkout.
const root = join(import.meta.dirname, "..", "..");
const built = pathToFileURL(join(root, "dist", "index.js")).href;
const { backtest, conflictology, InputError, localLevel }: typeof import("../../src/index.js") = await import(built);

const panel = madePanel();
const models = [conflictology(12), drawn, conflictology(26)];
const usual = { ahead: 3, since: "2017-01-01", seed: 7, draws: 20 };
const workers = (): number => process.getActiveResourcesInfo().filter((name) => name === "MessagePort").length;

describe("a back-test over several cores", () => {
  it("gives the bytes of one core, with what was kept before, failures and a model of a cell", async () => {
    const one = await backtest(panel, models, usual);
    const told: string[] = [];
    const progress = (done: number, all: number): void => void told.push(`${done}/${all}`);
    const before = workers();
    const two = await backtest(panel, models, { ...usual, cores: 2, progress });
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
    expect(one.failures).toHaveLength(2);
    expect(told).toEqual(Array.from({ length: 105 }, (_, i) => `${i + 1}/105`));
    expect(workers()).toBe(before);
    const known = [{ model: "conflictology(12)", origin: "2017-01-01", forecasts: [], failures: [] }];
    const less = await backtest(panel, models, { ...usual, cores: 2, known });
    expect(less.forecasts).toHaveLength(one.forecasts.length - 6);
  });

  it("takes counts as they stood along", async () => {
    const knownAt = async (origin: string) =>
      panel.map((series) => ({ ...series, values: series.values.map((value) => value + Number(origin.slice(5, 7))) }));
    const one = await backtest(panel, models, { ...usual, knownAt });
    const two = await backtest(panel, models, { ...usual, knownAt, cores: 2 });
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  });

  it("ends at a model's bug, named with its place, as on one core, and leaves no worker behind", async () => {
    const before = workers();
    // No list is so long: what a model throws here is none of what it may refuse.
    const asked = { ...usual, draws: 2 ** 32 };
    const message = "backtest: localLevel() broke (hill at 2017-01-01): RangeError: Invalid array length";
    await expect(backtest(panel, [localLevel()], asked)).rejects.toThrow(new Error(message));
    await expect(backtest(panel, [localLevel()], { ...asked, cores: 2 })).rejects.toThrow(
      /^backtest: localLevel\(\) broke \(hill at 201\d-\d\d-01\): RangeError: Invalid array length$/,
    );
    expect(workers()).toBe(before);
  });

  it("stops when told and leaves no worker behind", async () => {
    const before = workers();
    const stop = new AbortController();
    const kept: string[] = [];
    const asked = { ...usual, cores: 2, signal: stop.signal, progress: () => stop.abort() };
    await expect(
      backtest(panel, [conflictology(12), conflictology(3)], {
        ...asked,
        keep: ({ model, origin }) => void kept.push(model + origin),
      }),
    ).rejects.toThrow(InputError);
    await expect(backtest(panel, models, asked)).rejects.toThrow(
      new InputError("backtest: stopped, 0 of 105 parts done; hand those kept as known to go on"),
    );
    expect(kept).toHaveLength(1);
    expect(workers()).toBe(before);
  });

  it("lets a program end by itself, done or stopped", () => {
    const script = `
      import { backtest, conflictology } from ${JSON.stringify(built)};
      const series = { key: {}, from: "x", start: "2015-01-01", values: Array(60).fill(2), exposure: Array(60).fill(1),
        recipe: { where: [{}], by: [], every: "month", measure: "events" } };
      const asked = { ahead: 2, since: "2017-01-01", seed: 1, cores: 2 };
      const stop = new AbortController();
      console.log((await backtest([series], [conflictology(6)], asked)).forecasts.length);
      await backtest([series], [conflictology(6)], { ...asked, signal: stop.signal, progress: () => stop.abort() })
        .catch((error) => console.log(error.name));`;
    const out = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
      timeout: 30_000,
    });
    expect(out).toBe("70\nInputError\n");
  });
});
