import { describe, expect, it } from "vitest";
import { rowsWith } from "../../src/index.js";

const rows = Object.freeze([
  Object.freeze({ id: "a", n: 3, matters: { weight: "high" } }),
  Object.freeze({ id: "b", n: 0, lacks: ["deadline", "data"] }),
  Object.freeze({ id: "c", n: 3, matters: { weight: "low" }, lacks: ["data"] }),
]);
const ids = (found: readonly { id: string }[]): string[] => found.map((one) => one.id);

describe("rowsWith", () => {
  it("keeps rows whose every field is as asked, in their order", () => {
    expect(ids(rowsWith(rows, { n: 3 }))).toEqual(["a", "c"]);
    expect(ids(rowsWith(rows, { n: 3, id: "c" }))).toEqual(["c"]);
    expect(rowsWith(rows, {})).toEqual(rows);
  });

  it("finds a field inside another by its path, any of several values, and one value of a list", () => {
    expect(ids(rowsWith(rows, { "matters.weight": ["low", "high"] }))).toEqual(["a", "c"]);
    expect(ids(rowsWith(rows, { lacks: "deadline" }))).toEqual(["b"]);
    expect(ids(rowsWith(rows, { lacks: ["data", "threshold"] }))).toEqual(["b", "c"]);
  });

  it("leaves out rows without the field, and does not take zero or what every object has for it", () => {
    expect(rowsWith(rows, { nothing: "a" })).toEqual([]);
    expect(rowsWith(rows, { n: false })).toEqual([]);
    expect(rowsWith([{ a: 1 }], { "constructor.name": "Object" })).toEqual([]);
    expect(rowsWith(rows, { id: [] })).toEqual([]);
  });
});
