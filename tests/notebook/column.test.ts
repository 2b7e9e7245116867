import { expect, it } from "vitest";
import { column, type LedgerItem } from "../../src/index.js";
import { claimed } from "../claims/forecasts.js";

it("a column is one field of each row, in their order", () => {
  expect(column(Object.freeze([{ id: "b" }, { id: "a" }]), "id")).toEqual(["b", "a"]);
  expect(column([{ n: 0 }, { n: Number.NaN }], "n")).toEqual([0, Number.NaN]);
});

it("a column leaves out rows without the field, of several kinds too, but not what is null or empty", () => {
  const said = claimed("a");
  const items: LedgerItem[] = [{ kind: "annul", of: "x", by: "b", why: "w" }, said];
  expect(column(items, "claim")).toEqual("claim" in said ? [said.claim] : "none");
  const rows: { id?: string | null }[] = [{ id: "" }, {}, { id: null }];
  expect(column(rows, "id")).toEqual(["", null]);
});

it("a column is of fields that a row has itself, not of what every object has", () => {
  const rows: { toString?: unknown }[] = [{}];
  expect(column(rows, "toString")).toEqual([]);
});
