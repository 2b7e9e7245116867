import { beforeAll, describe, expect, it } from "vitest";
import { markdown } from "../../src/cli/markdown.js";
import { markdownText as plain } from "../../src/cli/markdownText.js";
import { markdownVerdict } from "../../src/cli/markdownVerdict.js";
import { type Run, runCase } from "../../src/cli/runCase.js";
import { placeOf } from "../../src/core/placeOf.js";
import type { Report } from "../../src/index.js";
import { madeUpCase } from "../reports/cases.js";
import { temporary } from "./madeUp.js";

const folder = temporary();
let run: Run;
let text: string;
beforeAll(async () => {
  run = await runCase(await madeUpCase(folder), () => {});
  text = markdown(run);
});

describe("the full summary of a run", () => {
  it("has every claim once in a table, under how many there are of each sort", () => {
    expect(text).toContain("\n5 claims: 4 scoreable, 1 not scoreable as written, 0 said again.\n");
    for (const { label, says } of run.rows) {
      expect(text.split(`| **${label}**: ${plain(says)} (`).length + text.split(`\n| **${label}**`).length, label).toBe(
        label === "The king will tire" ? 4 : 3,
      );
    }
    expect(text).toContain(
      "| **The king will tire**: the king will likely tire of it (paragraph 4; forecast) | deadline | no day and no sign | a day |\n",
    );
  });

  it("has every verdict with what was said, where, on what data, its n, and whether it could have failed", () => {
    const scored = run.verdicts.filter((one) => one.verdict !== "not scoreable");
    const entries = text.split(/^#### /m).slice(1);
    expect(entries).toHaveLength(scored.length);
    for (const one of scored) {
      const [entry, ...more] = entries.filter(
        (some) =>
          some.startsWith(`${plain(one.label)}: ${one.verdict}\n`) && some.includes(`\n- ${plain(one.reading)}\n`),
      );
      expect(more, one.id).toEqual([]);
      expect(entry, one.id).toContain(`> ${plain(one.says)} (${placeOf(one.at)})`);
      expect(entry).toContain(`\n- could it have failed? ${plain(one.couldFail)}\n`);
      expect(entry).toContain(`, n = ${one.n}\n`);
      expect(entry.includes("- a proxy: ")).toBe(one.proxy !== undefined);
    }
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it("keeps HTML and Markdown of a report as text", async () => {
    const bad = "<img src=x onerror=alert(1)> [here](https://x.test) | `a` **b**";
    const change = (report: Report): Report => ({
      ...report,
      ...{ title: bad, publisher: bad, question: bad },
      claims: report.claims.map((one) => ({ ...one, label: `${one.id} ${bad}`, says: bad })),
      figures: report.figures.map((one) => ({ ...one, label: `${one.label} ${bad}` })),
      hypotheses: report.hypotheses.map((one) => ({ ...one, label: `${one.id} ${bad}`, says: bad })),
    });
    const hostile = markdown(await runCase(await madeUpCase(folder, { change }), () => {}));
    expect(hostile).not.toMatch(/<img|(?<!\\)\]\(http|(?<!\\)`a|\*\*b\*\*/);
    expect(hostile).toContain(`# ${plain(bad)}\n`);
    const cells = (line: string): number => line.split(/(?<!\\)\|/).length;
    const tables = hostile.split("\n").filter((line) => line.startsWith("| "));
    expect(new Set(tables.map(cells))).toEqual(new Set([6, 9]));
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

  it("lists the readings of what was printed that a ratio rests on", () => {
    const under = { label: "4 and 3 months", estimate: 2, interval: [1, 4], fits: false, possible: false } as const;
    const [first, ...rest] = run.verdicts.filter((one) => one.id === "raids-double");
    expect(rest).toEqual([]);
    expect(markdownVerdict({ ...first, under: [under] })).toContain(
      "- read as 4 and 3 months: 2.0000 [1.0000, 4.0000], the word does not fit; not possible by the calendar",
    );
  });
});
