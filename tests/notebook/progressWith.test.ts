import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type FrontEnd, InputError, progressWith } from "../../src/index.js";
import { code, makeFolder, outputs, trialRun } from "./trialRun.js";

/** A front end that keeps what it is sent. */
function front(): { frontEnd: FrontEnd; texts: unknown[]; html: unknown[]; updates: boolean[]; ids: unknown[] } {
  const [texts, html, updates, ids]: [unknown[], unknown[], boolean[], unknown[]] = [[], [], [], []];
  const frontEnd: FrontEnd = {
    lastWriteDisplayData: ({ data, transient }, update) => {
      texts.push(data["text/plain"]);
      html.push(data["text/html"]);
      updates.push(update);
      ids.push(Reflect.get(transient, "display_id"));
    },
  };
  return { frontEnd, texts, html, updates, ids };
}

describe("progressWith", () => {
  it("draws one display, then draws it anew, and leaves no bar when all is done", () => {
    const { frontEnd, texts, html, updates, ids } = front();
    const progress = progressWith(frontEnd);
    for (const done of [0, 1, 2]) progress(done, 2);
    expect(texts).toEqual(["0 of 2 parts done", "1 of 2 parts done", "2 of 2 parts done"]);
    expect(html.slice(1)).toEqual(['<progress value="1" max="2"></progress> 1 of 2 parts done', "2 of 2 parts done"]);
    expect(updates).toEqual([false, true, true]);
    expect(new Set(ids).size).toBe(1);
  });

  it("says no more than each whole percent, however many parts there are", () => {
    const { frontEnd, texts } = front();
    const progress = progressWith(frontEnd);
    for (let done = 1; done <= 5000; done += 1) progress(done, 5000);
    expect(texts).toHaveLength(101);
    expect(texts.at(-1)).toBe("5000 of 5000 parts done");
  });

  it("begins another display for other work, after the end of the first or in the midst of it", () => {
    const { frontEnd, updates, ids } = front();
    const progress = progressWith(frontEnd);
    for (const done of [1, 2, 1, 2]) progress(done, 2);
    progress(5, 10);
    progress(1, 10);
    expect(updates).toEqual([false, true, false, true, false, false]);
    expect(new Set(ids).size).toBe(4);
  });

  it("refuses parts that cannot be, and to speak outside a cell", () => {
    const progress = progressWith(front().frontEnd);
    for (const [done, all] of [
      [3, 2],
      [-1, 2],
      [0, 0],
      [Number.NaN, 2],
    ]) {
      expect(() => progress(done, all)).toThrow(
        new InputError(`progress: needs how many parts of all are done, got ${done} of ${all}`),
      );
    }
    expect(() => progressWith({ lastWriteDisplayData: null })(1, 2)).toThrow(
      new InputError("progress: needs a running notebook cell"),
    );
  });

  it("in the real kernel leaves one output, as it stood at the end", async () => {
    const cell = `
const frontEnd = require("tslab/dist/jupyter");
for (let done = 0; done <= 600; done += 1) {
  const text = done + " of 600 parts done";
  frontEnd.lastWriteDisplayData({ data: { "text/plain": text }, metadata: {}, transient: { display_id: "a" } }, done > 0);
}`;
    const run = await trialRun(join(makeFolder(), "progress.ipynb"), [code(cell)]);
    expect(run.failure ?? "").toBe("");
    expect(outputs(run, 0)).toEqual([
      { output_type: "display_data", metadata: {}, data: { "text/plain": "600 of 600 parts done" } },
    ]);
  });
});
