import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { claimsCsv } from "../../src/cli/claimsCsv.js";
import { oneOfEach } from "./claims.js";

const found = parse(claimsCsv(oneOfEach), { columns: true }) as Record<string, string>[];

it("the CSV of claims has a row a claim, with the verdict that leads", () => {
  expect(found.map((one) => [one["id"], one["status"], one["verdict"]])).toEqual([
    ["a", "tested", "holds"],
    ["b", "print alone", "holds"],
    ["c", "waiting", "too early"],
    ["d", "no data here", "annulled"],
    ["e", "not scoreable", ""],
    ["f", "said again", ""],
  ]);
  expect(found[0]).toEqual({
    ...{ id: "a", kind: "forecast", paragraph: "5", sentence: "1", label: "More raids", says: 'more, "soon"' },
    ...{ likelihood: "likely", by: "us", status: "tested", verdict: "holds", scale: "ratio", estimate: "1.29" },
    ...{ low: "1.15", high: "Infinity", level: "0.95", n: "1799", power: "0.8", power_of: "a rise by half" },
    ...{ usual_yes: "9", usual_years: "10", source: "wire", as_of: "2020-11-01", hash: "0123456789abcdef" },
    ...{ proxy: "all raids", lacks: "", would_take: "", repeats: "" },
  });
});

it("says what a claim lacks, what would make it scoreable, and what it says again", () => {
  expect(found[4]).toMatchObject({ lacks: "deadline; data", would_take: "orders", estimate: "", high: "", n: "" });
  expect(found[5]["repeats"]).toBe("a");
});
