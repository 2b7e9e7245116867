import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { forecastCommand } from "../../src/cli/forecast.js";
import { InputError } from "../../src/index.js";
import { temporary } from "./madeUp.js";
import { hindcast, root } from "./spawned.js";

const cwd = temporary();
const totals = join(root, "data", "figures", "mali-violence-zone-month.csv");
beforeAll(async () => {
  const ended = await hindcast(cwd, "read", totals, "--name", "violence", "--as-of", "2026-04-30");
  expect([ended.code, ended.err]).toEqual([0, ""]);
});

describe("hindcast forecast", () => {
  it("prints the periods after the data end with their medians and intervals", async () => {
    const args = [
      "forecast",
      "violence",
      "--where",
      '{"zone":"segou"}',
      "--ahead",
      "2",
      "--model",
      "conflictology(12),conflictology(3)",
    ];
    const { code, out, err } = await hindcast(cwd, ...args);
    expect([code, err]).toEqual([0, ""]);
    const rows = readFileSync(totals, "utf8")
      .split("\n")
      .filter((line) => line.includes(",segou,"))
      .map((line) => Number(line.split(",")[2]));
    const last = rows.slice(-3).sort((one, other) => one - other);
    expect(out.split("\n").slice(5, 9)).toEqual([
      "conflictology(3), after 2026-03-01",
      "  month       median     50% interval     90% interval     mean",
      ...["2026-04-01", "2026-05-01"].map(
        (month) =>
          `  ${month}  ${String(last[1]).padStart(6)}  ${`${last[0]} to ${last[2]}`.padStart(15)}  ${`${last[0]} to ${last[2]}`.padStart(15)}  ${((last[0] + last[1] + last[2]) / 3).toFixed(1).padStart(7)}`,
      ),
    ]);
    const { forecasts, ahead } = JSON.parse((await hindcast(cwd, ...args, "--json")).out);
    expect([ahead, forecasts.length, forecasts[0].says.values.length]).toEqual([2, 4, 12]);
  });

  it.each([
    [["nowhere"], `open: no snapshot nowhere in ${join(cwd, ".hindcast", "store")}`],
    [["nowhere.csv"], "forecast: no such file, got nowhere.csv"],
    [[totals], "forecast: a file needs the day it is of; name it with --as-of"],
    [["violence", "--model", "conflictology"], 'model: needs a call such as conflictology(12), got "conflictology"'],
    [
      ["violence", "--every", "fortnight"],
      'forecast: --every needs one of day, week, month, quarter, year, got "fortnight"',
    ],
    [["violence", "--model", "conflictology(900)"], "forecast: conflictology(900) needs 900 periods, got 171 (all)"],
  ])("refuses %j", async (more, message) => {
    const asked = forecastCommand().parseAsync(["--store", join(cwd, ".hindcast", "store"), ...more], { from: "user" });
    await expect(asked).rejects.toThrow(new InputError(message));
  });

  it("counts deaths where asked", async () => {
    const args = ["forecast", "violence", "--measure", "deaths", "--ahead", "1", "--model", "conflictology(3)"];
    const { out } = await hindcast(cwd, ...args);
    const rows = readFileSync(totals, "utf8")
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const of = (month: string) => rows.filter(([own]) => own === month).reduce((sum, row) => sum + Number(row[3]), 0);
    const last = ["2026-01", "2026-02", "2026-03"].map(of).sort((one, other) => one - other);
    expect(out).toContain(`\n  2026-04-01  ${String(last[1]).padStart(6)}  ${`${last[0]} to ${last[2]}`.padStart(15)}`);
    expect(out).toContain("\nDeaths in events of any kind, counted by month\n");
  });
});
