import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { temporary } from "./madeUp.js";
import { hindcast, root } from "./spawned.js";

const cwd = temporary();
const totals = join(root, "data", "figures", "mali-violence-zone-month.csv");
beforeAll(async () => {
  const ended = await hindcast(cwd, "read", totals, "--name", "violence", "--as-of", "2026-04-30");
  expect([ended.code, ended.err]).toEqual([0, ""]);
});

describe("hindcast backtest", () => {
  it("stopped by Ctrl-C keeps what it has done, and goes on from it to the same bytes", async () => {
    const slow = 'conflictology(12),ingarch(),linearPool(["conflictology(12)","ingarch()"])';
    const span = ["--since", "2022-01-01", "--until", "2024-06-01"];
    const args = ["backtest", "violence", "--models", slow, ...span, "--cores", "1", "--json"];
    const child = spawn(process.execPath, [join(root, "dist", "cli", "main.js"), ...args], {
      cwd,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    const ended = new Promise<number | null>((done) => child.on("close", done));
    const folder = join(cwd, ".hindcast", "backtests");
    const journal = (): string | undefined => readdirSync(folder).map((name) => join(folder, name))[0];
    // 29 parts are of the quick model; some of the slow one are waited for.
    const lines = (file: string): number => readFileSync(file, "utf8").split("\n").length - 1;
    for (let i = 0; i < 1500; i++) {
      const file = existsSync(folder) ? journal() : undefined;
      if (file !== undefined && statSync(file).size > 0 && lines(file) > 31) break;
      await sleep(10);
    }
    child.kill("SIGINT");
    const code = await ended;
    const file = journal() ?? "";
    expect([code, err.replaceAll("\\", "/")]).toEqual([
      130,
      `hindcast: backtest: stopped; with --resume the same command goes on from .hindcast/backtests/${file.split("/").at(-1)}\n`,
    ]);
    const kept = lines(file);
    expect(kept).toBeGreaterThan(31);
    writeFileSync(file, readFileSync(file, "utf8").slice(0, -20));
    const again = await hindcast(cwd, ...args, "--resume");
    expect([again.code, again.err, readdirSync(folder)]).toEqual([0, "", []]);
    expect((await hindcast(cwd, ...args)).out).toBe(again.out);
  });
});
