import { Command } from "commander";
import { claimWith } from "../claims/annul.js";
import { type Annulment, annulments } from "../claims/annulments.js";
import type { LedgerMean } from "../claims/ledgerMeans.js";
import { type LedgerScore, ledgerScores } from "../claims/ledgerScores.js";
import { authorName } from "../claims/seriesName.js";
import { type LedgerClaim, standing, standingOn } from "../claims/standing.js";
import { InputError } from "../core/errors.js";
import { numbered } from "../core/print.js";
import { printable } from "../core/printable.js";
import { saidText } from "../distributions/saidText.js";
import type { Metric } from "../scores/metric.js";
import { metricNamed } from "../scores/metricNamed.js";
import type { LedgerReading } from "../store/readLedger.js";
import { verifyLedger } from "../store/verifyLedger.js";
import { annulledText, scoreText } from "./annulledText.js";
import { faultLines } from "./faultLines.js";
import { entriesText, takesLedger } from "./ledgerFile.js";
import { ledgerKinds } from "./ledgerKinds.js";
import { columned, seriesText, stateText } from "./ledgerTable.js";
import { dayOf } from "./sourceOptions.js";

interface Options {
  readonly ledger: string;
  readonly on?: string;
  readonly by?: string;
  readonly metric?: string;
  readonly json?: boolean;
}

/** `hindcast ledger show`: what a ledger holds. */
export function ledgerShowCommand(): Command {
  return takesLedger(new Command("show"))
    .description("Show a ledger's claims: who said what when, whether it stands, what came, what it earned.")
    .argument("[id]", "one claim in full, by its id or the beginning of it")
    .option("--on <day>", "the claims that stood on a day")
    .option("--by <author>", "one author's")
    .option("--metric <call>", "what is shown of scores (crps() where it can be)")
    .option("--json", "print the claims, and whatever is wrong with the ledger, as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  hindcast ledger show\n  hindcast ledger show --on 2027-01-01 --by alice\n  hindcast ledger show 3f2a",
    )
    .action(async (id: string | undefined, options: Options) => {
      const { ledger, on, by, json } = options;
      const reading = await verifyLedger(ledger);
      const { entries, faults } = reading;
      const all = on === undefined ? standing(entries) : standingOn(entries, dayOf(on, "ledger show: --on"));
      const asked = id === undefined ? undefined : claimWith(entries, id, "ledger show").claim.id;
      const claims = all.filter(
        ({ claim }) =>
          (by === undefined || authorName(claim.by) === authorName(by)) && (asked === undefined || claim.id === asked),
      );
      const ids = new Set(claims.map(({ claim }) => claim.id));
      const annulled = annulments(entries).filter((one) => ids.has(one.id));
      const plain = { ledger, faults, claims, annulled };
      if (json || asked !== undefined) process.stdout.write(`${JSON.stringify(plain, null, 1)}\n`);
      else process.stdout.write(showText(claims, annulled, reading, options.metric));
      if (faults.length > 0) process.exitCode = 2;
    });
}

function showText(
  claims: readonly LedgerClaim[],
  annulled: readonly Annulment[],
  { entries, faults }: LedgerReading,
  asked: string | undefined,
): string {
  const name = asked ?? "crps()";
  const metric = metricNamed(name);
  const rows = claims.map((one) => {
    const { claim, decision } = one;
    const earned = earnedBy(one, metric, { isAsked: asked !== undefined });
    return [
      ...[
        claim.id.slice(0, 8),
        claim.by,
        claim.issued,
        claim.target,
        seriesText(claim),
        saidText(claim),
        stateText(one),
      ],
      decision?.observed === undefined || one.annulled !== undefined ? "" : observedText(one, decision.observed),
      earned === undefined ? "" : scoreText(earned.value),
    ];
  });
  const head = ["id", "by", "issued", "target", "of", "says", "state", "observed", name];
  const damage = faultLines(faults)
    .map((text) => `Damaged: ${text}\n`)
    .join("");
  if (rows.length === 0) return `${damage}No such claims among ${entriesText(entries.length)}\n`;
  const late = claims.filter(({ isLate }) => isLate).length;
  const said = late === 0 ? "" : `late: written down only when its period had begun (${numbered(late, "claim")})\n`;
  const isCounted = claims.some(({ claim }) => claim.says.family !== "bernoulli");
  const legend = isCounted ? "says: of a count its median, and what lies between its 5% and 95% quantiles\n" : "";
  const means = meansOf(claims, metric, asked !== undefined);
  return printableLines(`${damage}${columned([head, ...rows])}${said}${legend}${annulledText(annulled, means)}`);
}

/** The means of claims that count when a ledger is scored: what was written too late counts for nothing. */
function meansOf(claims: readonly LedgerClaim[], metric: Metric, isAsked: boolean): readonly LedgerMean[] {
  const had = claims.filter((one) => !one.isLate && earnedBy(one, metric, { isAsked, withAnnulled: true }));
  return ledgerKinds(had, [metric]).means;
}

/** What a claim earned; nothing where it is not resolved, or where a metric that nobody asked for cannot be had of it. */
function earnedBy(
  one: LedgerClaim,
  metric: Metric,
  { isAsked, withAnnulled = false }: { isAsked: boolean; withAnnulled?: boolean },
): LedgerScore | undefined {
  try {
    return ledgerScores([one], [metric], { withAnnulled })[0];
  } catch (error) {
    if (isAsked || !(error instanceof InputError)) throw error;
    return undefined;
  }
}

function observedText({ claim }: LedgerClaim, observed: number): string {
  if (claim.asks === undefined) return String(observed);
  return observed === 1 ? "yes" : "no";
}

function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
