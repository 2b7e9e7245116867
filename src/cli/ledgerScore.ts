import { Command } from "commander";
import { standing } from "../claims/standing.js";
import { InputError } from "../core/errors.js";
import { decimals, numbered } from "../core/print.js";
import { metricNamed } from "../scores/metricNamed.js";
import { takesLedger, wholeLedger } from "./ledgerFile.js";
import { type LedgerScore, ledgerScores } from "./ledgerScores.js";
import { columned } from "./ledgerTable.js";

interface Options {
  readonly ledger: string;
  readonly metric: readonly string[];
  readonly timeAveraged?: boolean;
  readonly late?: boolean;
  readonly by?: string;
  readonly json?: boolean;
}

/** `hindcast ledger score`: what a ledger's resolved claims earned. */
export function ledgerScoreCommand(): Command {
  return takesLedger(new Command("score"))
    .description("Score the resolved claims of a ledger: the last that stood on each question when its period began.")
    .option("--metric <call...>", "by which metrics", ["crps()"])
    .option("--time-averaged", "count all that was said of a question, each by the days on which it stood")
    .option("--late", "count claims too that were written down only when their period had begun")
    .option("--by <author>", "one author's")
    .option("--json", "print a row a claim and metric as JSON instead of means")
    .addHelpText(
      "after",
      "\nExamples:\n  hindcast ledger score\n  hindcast ledger score --metric 'crps()' 'coverage(0.9)' --time-averaged --json",
    )
    .action(async ({ ledger, metric, timeAveraged = false, late = false, by, json }: Options) => {
      const metrics = metric.map(metricNamed);
      const { entries } = await wholeLedger(ledger, "ledger score");
      const all = standing(entries).filter(({ claim }) => by === undefined || claim.by === by);
      const claims = all.filter(({ isLate }) => late || !isLate);
      const rows = ledgerScores(claims, metrics, { isAveraged: timeAveraged });
      if (rows.length === 0)
        throw new InputError(
          `ledger score: none of ${numbered(claims.length, "claim")} is resolved; hindcast ledger resolve does that`,
        );
      const left = all.length - claims.length;
      process.stdout.write(json ? `${JSON.stringify(rows, null, 1)}\n` : meansText(rows, left));
    });
}

function meansText(rows: readonly LedgerScore[], left: number): string {
  const groups = new Map<string, LedgerScore[]>();
  for (const row of rows) {
    const name = JSON.stringify([row.by, row.model, row.metric]);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const table = [...groups.values()].map((group) => {
    const [{ by, model, metric }] = group;
    const sum = group.reduce<number | null>(
      (all, { value }) => (all === null || value === null ? null : all + value),
      0,
    );
    return [by, model, metric, String(group.length), scoreText(sum === null ? null : sum / group.length)];
  });
  const said =
    left === 0 ? "" : `Left out: ${numbered(left, "claim")} written down only when the period had begun (--late)\n`;
  return `${columned([["by", "model", "metric", "n", "mean"], ...table])}${said}`;
}

/** A score for people; a log score of what was given no chance is infinite. */
export function scoreText(value: number | null): string {
  return value === null ? "infinite" : decimals(value, 3);
}
