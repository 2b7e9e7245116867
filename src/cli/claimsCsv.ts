import type { ClaimRow } from "../core/claimRow.js";
import { printable } from "../core/printable.js";
import { csvTable } from "../store/csvTable.js";

const columns = [
  ...["id", "kind", "paragraph", "sentence", "label", "says", "likelihood", "by", "status", "verdict", "scale"],
  ...["estimate", "low", "high", "level", "n", "power", "power_of", "usual_yes", "usual_years"],
  ...["source", "as_of", "hash", "proxy", "lacks", "would_take", "repeats"],
];

/**
 * Every claim of a report in a row of a CSV, with the verdict that leads. A cell is empty where there is nothing to say; an
 * interval without an upper bound ends at `Infinity`, as R and pandas read it.
 */
export function claimsCsv(rows: readonly ClaimRow[]): string {
  return csvTable(columns, rows.map(cells));
}

function cells(row: ClaimRow): Record<string, string | number> {
  const { claim, kind, at, label, says, likelihood, by, status, lacks = [], wouldTake = "", repeats = "" } = row;
  const lead = status === "print alone" || status === "said again" ? (row.print ?? row.data) : (row.data ?? row.print);
  const {
    verdict = "",
    scale = "",
    estimate = "",
    interval,
    level = "",
    n = 0,
    power,
    usual,
    data,
    proxy = "",
  } = lead ?? {};
  const texts = { id: claim, kind, label, says, likelihood: likelihood?.word ?? "", by, status, verdict, scale, proxy };
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, printable(text)])),
    ...{ paragraph: at.paragraph, sentence: at.sentence ?? "" },
    ...{ estimate, low: interval?.[0] ?? "", high: interval === undefined ? "" : (interval[1] ?? Infinity), level },
    n: n > 0 ? n : "",
    ...{ power: power?.chance ?? "", power_of: power?.of ?? "" },
    ...{ usual_yes: usual?.yes ?? "", usual_years: usual?.years ?? "" },
    ...{ source: data?.name ?? "", as_of: data?.asOf ?? "", hash: data?.hash ?? "" },
    ...{ lacks: lacks.join("; "), would_take: printable(wouldTake), repeats },
  };
}
