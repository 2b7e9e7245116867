import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { type Danfo, fromDanfo, InputError, tidy, toDanfo } from "../../src/index.js";
import { panel } from "../charts/madeUp.js";

interface Frame {
  readonly shape: readonly number[];
  readonly columns: readonly string[];
}
const danfo: Danfo<Frame> = createRequire(import.meta.url)("danfojs-node");

describe("rows as a danfo.js frame", () => {
  it("come back as they went", () => {
    const rows = tidy(panel);
    const frame = toDanfo(danfo, rows);
    expect(frame.shape).toEqual([8, 4]);
    expect(frame.columns).toEqual(["zone", "period", "value", "exposure"]);
    expect(fromDanfo(danfo, frame)).toEqual(rows);
  });

  it("are copied: a frame changes no row of ours", () => {
    const row = Object.freeze({ zone: "coast", value: 3 });
    fromDanfo(danfo, toDanfo(danfo, Object.freeze([row])))[0]["value"] = 9;
    expect(row.value).toBe(3);
  });

  it("are refused where 32-bit floats would change a whole number", () => {
    expect(fromDanfo(danfo, toDanfo(danfo, [{ n: 16_777_216 }]))).toEqual([{ n: 16_777_216 }]);
    for (const n of [16_777_217, -16_777_217]) {
      expect(() => toDanfo(danfo, [{ n }])).toThrow(
        new InputError(`toDanfo: n is ${n}, too large for a frame of 32-bit floats`),
      );
    }
  });

  it("come back each under its own name, whatever the order it was written in", () => {
    const rows = [
      { zone: "coast", value: 3 },
      { value: 5, zone: "hills" },
    ];
    expect(fromDanfo(danfo, toDanfo(danfo, rows))).toEqual(rows);
  });

  it("come back with what is no plain number: parts of one, none, infinity, texts that look like one, yes and no", () => {
    const columns = {
      p: [0.1, 1e-300],
      q: [Number.NaN, Number.POSITIVE_INFINITY],
      text: ["", "12"],
      is: [true, false],
    };
    const rows = [0, 1].map((at) => ({
      ...{ p: columns.p[at], q: columns.q[at], text: columns.text[at], is: columns.is[at] },
    }));
    expect(fromDanfo(danfo, toDanfo(danfo, rows))).toEqual(rows);
  });

  it("are refused where one lacks a column or has one more: a frame would drop it without a word", () => {
    for (const [row, got] of [
      [{ a: 2 }, "a"],
      [{ a: 2, b: 3, c: 4 }, "a, b, c"],
      [{ a: 2, c: 4 }, "a, c"],
    ] as const) {
      expect(() => toDanfo(danfo, [{ a: 1, b: 2 }, row])).toThrow(
        new InputError(`toDanfo: row 2 needs the columns a, b, got ${got}`),
      );
    }
  });

  it("are refused where a column would stand in the way of the frame's own", () => {
    for (const name of ["shape", "columns", "constructor"]) {
      expect(() => toDanfo(danfo, [{ [name]: 1 }])).toThrow(
        new InputError(`toDanfo: a frame has a ${name} of its own, rename the column`),
      );
    }
  });

  it("are refused where there are none", () => {
    expect(() => toDanfo(danfo, [])).toThrow(new InputError("toDanfo: needs a row"));
    expect(() => fromDanfo({ ...danfo, toJSON: () => undefined }, toDanfo(danfo, [{ a: 1 }]))).toThrow(
      new InputError("fromDanfo: needs a frame of rows"),
    );
  });
});
