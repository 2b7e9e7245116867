import { beforeAll, describe, expect, it } from "vitest";
import { markdown } from "../../src/cli/markdown.js";
import { type Run, runCase } from "../../src/cli/runCase.js";
import { placeOf } from "../../src/core/placeOf.js";
import { madeUpCase, shippedCase } from "../reports/cases.js";
import { temporary } from "./madeUp.js";

const folder = temporary();
let run: Run;
let text: string;
beforeAll(async () => {
  run = await runCase(await madeUpCase(folder), () => {});
  text = markdown(run);
});

describe("the full summary of a run", () => {
  it("has every verdict with what was said, where, on what data, its n, and whether it could have failed", () => {
    expect(text.match(/^### /gm)).toHaveLength(run.verdicts.length);
    const entries = text.split(/^### /m).slice(1);
    run.verdicts.forEach((one, i) => {
      expect(entries[i]).toMatch(new RegExp(`^${one.label.replace(/[.*+?^$()|[\]\\]/g, "\\$&")}: ${one.verdict}\n`));
      expect(entries[i]).toContain(`> ${one.says} (${placeOf(one.at)})`);
      expect(entries[i]).toContain(`\n- ${one.reading}\n`);
      expect(entries[i]).toContain(`\n- could it have failed? ${one.couldFail}\n`);
      expect(entries[i]).toContain(`, n = ${one.n}\n`);
      expect(entries[i].includes("- a proxy: ")).toBe(one.proxy !== undefined);
    });
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it("names its data with citation, licence, hash and file", () => {
    const { hash } = run.snapshots["ledger"];
    expect(text).toContain(
      "- **ledger**: Court ledger, as of 2020-11-01, covering 2019-01-01 to 2020-11-01 (end not included).",
    );
    expect(text).toContain(`Snapshot \`${hash}\`, file ledger.csv`);
  });

  it("shows each chart with its finding", () => {
    for (const { name, alt } of run.charts) expect(text).toContain(`![${alt}](charts/${name}.svg)`);
  });

  it("of the shipped report lists the readings of each ratio and what is not tested yet", async () => {
    const shipped = markdown(await runCase(await shippedCase(folder), () => {}));
    expect(shipped).toContain(
      "- read as 8 and 3.39 months, cut where the report closes: 0.6337 [0.4436, 0.8886], the word does not fit",
    );
    expect(shipped.split("## Not tested yet")[1].match(/^- /gm)).toHaveLength(3);
  });
});
