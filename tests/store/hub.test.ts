import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  DataError,
  fromHub,
  type HubRow,
  InputError,
  readHub,
  toHub,
  writeHub,
  writeHubTable,
} from "../../src/index.js";
import { back, made, names } from "../claims/hubForecasts.js";

const folder = mkdtempSync(join(tmpdir(), "hub-"));
const forecasts = [
  made({ family: "draws", values: [3, 0, 1e9] }),
  made({ family: "draws", values: [1, 2, 3] }, 2),
  made({ family: "quantiles", levels: [0.025, 0.5, 0.975], values: [0.1 + 0.2, 1 / 3, 1e15] }, 1, {
    ...{ key: { zone: 'a "b", c;\nd' } },
  }),
  made({ family: "bernoulli", p: 1e-300 }, 3, { asks: { atLeast: 5 } }),
];
const rows = [
  ...toHub(forecasts.slice(0, 2), { outputs: ["mean", "sample"], names }),
  ...toHub(forecasts.slice(2), { outputs: ["quantile"], names }),
];

describe.each(["csv", "parquet"] as const)("model output as %s", (format) => {
  it("is a file for each model and reference date, and comes back as the same forecasts", async () => {
    const later = toHub([made({ family: "poisson", mean: 1 }, 1, { origin: "2024-01-01", target: "2024-02-01" })], {
      ...{ outputs: ["median"], names: { "team-made": "other-model" } },
    });
    const out = join(folder, format);
    const written = await writeHub(out, [...later, ...rows], format);
    expect(written).toEqual([
      join(out, "other-model", `2024-01-31-other-model.${format}`),
      join(out, "team-made", `2023-12-31-team-made.${format}`),
    ]);
    const read = await readHub(written[1]);
    expect(read).toHaveLength(rows.length);
    expect(fromHub(read, back)).toEqual(forecasts);
    expect((await readHub(written[0])).map((row) => row["model_id"])).toEqual(["other-model"]);
  });

  it("keeps oracle output and target series, whose files name no model", async () => {
    const path = join(folder, `oracle.${format}`);
    const held: HubRow[] = [{ target_end_date: "2024-01-31", zone: "coast", output_type_id: null, oracle_value: 2 }];
    await writeHubTable(path, held, format);
    const [row] = await readHub(path);
    expect([row["target_end_date"], row["zone"], row["output_type_id"], Number(row["oracle_value"])]).toEqual([
      ...["2024-01-31", "coast", null, 2],
    ]);
    expect("model_id" in row).toBe(false);
  });
});

describe("a hub's file", () => {
  it("of CSV has NA for what is nothing, and numbers to their last digit", () => {
    const text = readFileSync(join(folder, "csv", "team-made", "2023-12-31-team-made.csv"), "utf8");
    expect(text.split("\n")[0]).toBe(
      "reference_date,zone,target,horizon,target_end_date,output_type,output_type_id,value",
    );
    expect(text).toContain(",mean,NA,");
    expect(text).toContain("quantile,0.025,0.30000000000000004");
  });

  it("has its numbers as they are written: a padded one or one that is not decimal is refused by row and column", async () => {
    const file = join(folder, "2024-01-31-team-padded.csv");
    const head = "reference_date,zone,horizon,output_type,output_type_id,value";
    for (const odd of [" 0x10 ", " 5", "5\t", "1e"]) {
      writeFileSync(file, `${head}\n2023-12-31,coast,1,quantile,0.5,5\n2023-12-31,coast,1,quantile,0.9,"${odd}"\n`);
      const read = await readHub(file);
      expect(() => fromHub(read, { ...back, file: "padded.csv" })).toThrow(
        new DataError(`fromHub: row 2: value is ${JSON.stringify(odd)}, not a decimal number (padded.csv)`),
      );
    }
    const packed = join(folder, "2024-01-31-team-odd-level.parquet");
    await writeHubTable(
      packed,
      [{ ...rows[rows.length - 1], output_type: "quantile", output_type_id: "0x1" }],
      "parquet",
    );
    const [level] = await readHub(packed);
    expect(() => fromHub([{ ...level, target: "events" }], back)).toThrow(
      new DataError('fromHub: row 1: output_type_id of a quantile is "0x1", not a level from 0 to 1'),
    );
  });

  it("is refused where it is none, is broken, or names no model", async () => {
    await expect(readHub(join(folder, "none.csv"))).rejects.toThrow(
      new InputError(`readHub: no such file, got ${join(folder, "none.csv")}`),
    );
    const broken = join(folder, "2024-01-31-team-broken.csv");
    writeFileSync(broken, "output_type,value\nmean,1\nmean,1,2,3\n");
    await expect(readHub(broken)).rejects.toThrow(
      new DataError("readHub: row 2 is not whole (2024-01-31-team-broken.csv)"),
    );
    const odd = join(folder, "2024-01-31-team-odd.parquet");
    writeFileSync(odd, "no parquet");
    await expect(readHub(odd)).rejects.toThrow(
      /^readHub: not Parquet that can be read \(2024-01-31-team-odd\.parquet: /,
    );
    await expect(writeHub(folder, [{ value: 1 }], "csv")).rejects.toThrow(
      new InputError("writeHub: row 1 has no model_id, or no date from which it looks ahead"),
    );
    await expect(writeHub(folder, [{ model_id: "../x-y", origin_date: "2024-01-01" }], "csv")).rejects.toThrow(
      new InputError('writeHub: model_id "../x-y" cannot be a file\'s name'),
    );
    await expect(writeHub(folder, [], "csv")).rejects.toThrow(new InputError("writeHub: needs a row, got none"));
  });
});
