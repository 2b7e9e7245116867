import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { needs } from "../needs.js";
import { temporary } from "./madeUp.js";
import { hindcast, root } from "./spawned.js";

const raw = join(root, "..", "shared", "data", "ucdp-ged241-mali.csv");
const options = ["--as-of", "2024-06-30", "--since", "2012-01-01", "--until", "2024-01-01", "--out", "totals.csv"];
const folder = temporary();

needs("the raw UCDP export", existsSync(raw))("hindcast totals", () => {
  it("makes the shipped table, byte for byte, and says what it read and left out", async () => {
    const ended = await hindcast(folder, "totals", raw, ...options);
    expect(ended).toEqual({
      code: 0,
      out: "2120 rows read, 2120 kept, 0 refused\n1986 events from 2012-01-01 to 2024-01-01 in 996 rows; 12 left out, known only to the quarter or year\nWritten to totals.csv\n",
      err: "",
    });
    const shipped = readFileSync(join(root, "data", "figures", "ucdp-mali-month.csv"));
    expect(readFileSync(join(folder, "totals.csv")).equals(shipped)).toBe(true);
  });

  it("refuses a day that is none, and an option left out, in one line", async () => {
    const odd = await hindcast(
      folder,
      "totals",
      raw,
      ...options.map((one) => (one === "2012-01-01" ? "2012-13-01" : one)),
    );
    expect([odd.code, odd.err]).toEqual([2, 'hindcast: totals: needs days as YYYY-MM-DD, got "2012-13-01"\n']);
    const less = await hindcast(folder, "totals", raw);
    expect([less.code, less.err]).toEqual([2, "hindcast: required option '--as-of <day>' not specified\n"]);
  });

  it("does not serve a newer release as of the day of the one it replaces", async () => {
    const newer = readFileSync(raw, "utf8").replaceAll("12/20/2023", "12/20/2024");
    writeFileSync(join(folder, "newer.csv"), newer);
    const ended = await hindcast(folder, "run", "--events", "newer.csv");
    expect(ended).toEqual({
      ...{ code: 2, out: "" },
      err: "hindcast: run: rows of newer.csv lie after 2024-06-30, the day of the file it replaces; name its day with --as-of\n",
    });
    const named = await hindcast(folder, "run", "--events", "newer.csv", "--as-of", "2025-06-30");
    expect(named.code).toBe(0);
    expect(named.out).toContain("ucdp-ged-mali as of 2025-06-30, newer.csv: 2,120 rows read, 2,120 kept, 0 refused");
  });
});
