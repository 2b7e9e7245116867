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

  it("are refused where there are none", () => {
    expect(() => toDanfo(danfo, [])).toThrow(new InputError("toDanfo: needs a row"));
    expect(() => fromDanfo({ ...danfo, toJSON: () => undefined }, toDanfo(danfo, [{ a: 1 }]))).toThrow(
      new InputError("fromDanfo: needs a frame of rows"),
    );
  });
});
