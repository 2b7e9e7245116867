import type { Annulment } from "../claims/annulments.js";
import type { LedgerMean } from "../claims/ledgerMeans.js";
import { decimals, numbered } from "../core/print.js";
import { shown } from "./ledgerTable.js";

/**
 * What a person reads of annulled claims: how many, how many of them when it was known what had come, by whom if not by the
 * author, and the scores with them counted.
 */
export function annulledText(annulled: readonly Annulment[], means: readonly LedgerMean[]): string {
  if (annulled.length === 0) return "";
  const of = (after: Annulment["after"]): number => annulled.filter((one) => one.after === after).length;
  const others = new Map<string, number>();
  for (const one of annulled) if (!one.isByAuthor) others.set(one.by, (others.get(one.by) ?? 0) + 1);
  const told = [
    ...(of("resolved") > 0 ? [`${of("resolved")} after being resolved`] : []),
    ...(of("begun") > 0 ? [`${of("begun")} unresolved, after the period had begun`] : []),
    ...[...others].map(([by, n]) => `${n} by ${shown(by)}, not the author`),
  ];
  const lines = means.flatMap(({ by, model, of, metric, n, mean, withAnnulled }) => {
    if (withAnnulled === undefined) return [];
    const without = n === 0 ? "nothing without" : `${scoreText(mean ?? null)} (n = ${n}) without`;
    return [
      `With them: ${shown(by)}, ${shown(model)}, ${of}, ${shown(metric)}: ${scoreText(withAnnulled.mean)} (n = ${withAnnulled.n}), ${without}`,
    ];
  });
  return `${[`Annulled: ${[numbered(annulled.length, "claim"), ...told].join("; ")}`, ...lines].join("\n")}\n`;
}

/** A score for people; a log score of what was given no chance is infinite. */
export function scoreText(value: number | null): string {
  return value === null ? "infinite" : decimals(value, 3);
}
