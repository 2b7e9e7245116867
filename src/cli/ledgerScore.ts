import { Command } from "commander";
import { annulments } from "../claims/annulments.js";
import type { LedgerMean } from "../claims/ledgerMeans.js";
import { authorName } from "../claims/seriesName.js";
import { standing } from "../claims/standing.js";
import { InputError } from "../core/errors.js";
import { numbered } from "../core/print.js";
import { metricNamed } from "../scores/metricNamed.js";
import { annulledText, scoreText } from "./annulledText.js";
import { takesLedger, wholeLedger } from "./ledgerFile.js";
import { type LedgerWithout, ledgerKinds } from "./ledgerKinds.js";
import { columned, shown } from "./ledgerTable.js";

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
    .option("--json", "print as JSON: the scores claim by claim, their means, and which claims were annulled")
    .addHelpText(
      "after",
      [
        "\nOf a yes-or-no question crps() is the Brier score; such questions, counts of events and of deaths have means of their own.",
        "\nAnnulled claims are not counted; how many there are, and the means with them, is told below the table.",
        "\nExamples:",
        "  hindcast ledger score",
        "  hindcast ledger score --metric 'crps()' 'coverage(0.9)' --time-averaged --json",
      ].join("\n"),
    )
    .action(async ({ ledger, metric, timeAveraged = false, late = false, by, json }: Options) => {
      const metrics = metric.map(metricNamed);
      const { entries } = await wholeLedger(ledger, "ledger score");
      const all = standing(entries).filter(({ claim }) => by === undefined || authorName(claim.by) === authorName(by));
      const claims = all.filter(({ isLate }) => late || !isLate);
      const { means, scores, without } = ledgerKinds(claims, metrics, { isAveraged: timeAveraged });
      if (means.length === 0) throw new InputError(`ledger score: ${whyNone(all.length, claims.length, by)}`);
      const left = all.length - claims.length;
      const ids = new Set(claims.map(({ claim }) => claim.id));
      const annulled = annulments(entries).filter(({ id }) => ids.has(id));
      if (json) {
        process.stdout.write(`${JSON.stringify({ ledger, scores, means, without, annulled, late: left }, null, 1)}\n`);
      } else process.stdout.write(meansText(means, left) + withoutText(without) + annulledText(annulled, means));
    });
}

function whyNone(all: number, counted: number, by: string | undefined): string {
  const whose = by === undefined ? "" : ` by ${by}`;
  if (all === 0) return `there is no claim${whose}`;
  if (counted === 0)
    return `each of ${numbered(all, "claim")}${whose} was written down only when its period had begun; --late counts them`;
  return `none of ${numbered(counted, "claim")}${whose} is resolved; hindcast ledger resolve does that`;
}

/** Of what a metric could not be had, and why: a line for each reason. */
function withoutText(without: readonly LedgerWithout[]): string {
  const whose = new Map<string, string[]>();
  for (const { by, of, metric, why } of without) {
    const line = `${of}, of which ${metric} cannot be had: ${why}`;
    whose.set(line, [...(whose.get(line) ?? []), shown(by)]);
  }
  return [...whose].map(([line, names]) => `Without ${[...new Set(names)].join(", ")}: ${line}\n`).join("");
}

function meansText(means: readonly LedgerMean[], left: number): string {
  const table = means.map(({ by, model, of, metric, n, mean }) => {
    return [by, model, of, metric, String(n), mean === undefined ? "" : scoreText(mean)];
  });
  const said =
    left === 0 ? "" : `Left out: ${numbered(left, "claim")} written down only when the period had begun (--late)\n`;
  return `${columned([["by", "model", "of", "metric", "n", "mean"], ...table])}${said}`;
}
