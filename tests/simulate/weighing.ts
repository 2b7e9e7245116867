import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { openCase } from "../../src/cli/openCase.js";
import type { Separation } from "../../src/index.js";
import { accuracyOf, apart, apartWeighing } from "./apartWeighing.js";
import { bounds, judged, judges, prepared, views } from "./judgedWeighing.js";
import { wholeWeighing } from "./wholeWeighing.js";

// Writes tests/fixtures/weighing.json: npm run simulate, five minutes on two cores. Each piece is its own process.
const id = "ctp-2023-12-13";
const weighings = Number(process.env["SETS"] ?? 200);
const sets = 5 * weighings;
const seed = 20_231_213;
const draws = 4 * sets;
const kinds = {
  judged: [0, 1, 2, 3, 4],
  promised: views.map((_, v) => v),
  apart: apart.map((_, i) => i),
  whole: [0, 1, 2, 3, 4],
  drift: [0],
};
type Kind = keyof typeof kinds;

async function piece(kind: Kind, i: number): Promise<unknown> {
  const store = mkdtempSync(join(tmpdir(), "hindcast-weighing-"));
  try {
    const opened = await openCase(id, { store, note: () => {} });
    const { report, snapshots } = opened;
    const snapshot = snapshots[report.weighing?.on ?? ""];
    if (kind === "promised") {
      const row = { view: views[i].name, months: "all six" } as const;
      const found: Separation[] = [];
      for (let j = 0; j < judges; j++)
        found.push(await apartWeighing(report, snapshot, row, { draws: draws / judges, seed: seed + j }));
      const mean = (of: (one: Separation) => number): number => found.reduce((sum, one) => sum + of(one), 0) / judges;
      const [{ zones, together, matrix, pairs }] = found;
      return {
        ...{ view: row.view, zones, together, draws },
        matrix: matrix.map((cells, h) => cells.map((_, i) => mean((one) => one.matrix[h][i]))),
        pairs: pairs.map(({ one, other }, i) => ({ one, other, accuracy: mean((some) => some.pairs[i].accuracy) })),
      };
    }
    if (kind === "apart") {
      const found = await apartWeighing(report, snapshot, apart[i], { draws: draws / 2, seed: seed + 1 });
      return { ...apart[i], draws: found.draws, accuracy: accuracyOf(found) };
    }
    const made = await prepared(report, snapshot);
    if (kind === "drift") return made.drift;
    return kind === "judged" ? judged(made, i, { sets, weighings, seed }) : await wholeWeighing(opened, made, i, seed);
  } finally {
    rmSync(store, { recursive: true });
  }
}

const [only, place] = process.argv.slice(2);
if (only !== undefined) {
  piece(only as Kind, Number(place)).then((found) => process.stdout.write(JSON.stringify(found)));
} else {
  const began = performance.now();
  const todo = (Object.keys(kinds) as Kind[]).flatMap((kind) => kinds[kind].map((i) => ({ kind, i })));
  const found = new Map(Object.keys(kinds).map((kind): [string, string[]] => [kind, []]));
  const work = async (): Promise<void> => {
    for (let next = todo.shift(); next !== undefined; next = todo.shift()) {
      const { kind, i } = next;
      const arguments_ = [...process.execArgv, process.argv[1], kind, String(i)];
      const { stdout } = await promisify(execFile)(process.execPath, arguments_, { maxBuffer: 1e8 });
      found.set(kind, Object.assign(found.get(kind) ?? [], { [i]: stdout }));
      process.stderr.write(`${kind} ${i}: ${Math.round((performance.now() - began) / 1000)} s\n`);
    }
  };
  Promise.all([work(), work()]).then(() => {
    const rows = (kind: Kind): string => `[\n  ${(found.get(kind) ?? []).join(",\n  ")}\n ]`;
    const head = `"report": "${id}",\n "seed": ${seed},\n "drift": ${found.get("drift")?.[0]},\n "bounds": ${JSON.stringify(bounds)}`;
    const parts = (["judged", "promised", "apart", "whole"] as const).map((kind) => `"${kind}": ${rows(kind)}`);
    writeFileSync(
      join(import.meta.dirname, "..", "fixtures", "weighing.json"),
      `{\n ${[head, ...parts].join(",\n ")}\n}\n`,
    );
  });
}
