import { InputError } from "../core/errors.js";
import type { Finding } from "../core/finding.js";
import { pText } from "../core/print.js";

/** Holm: no more than 5% chance of even one false alarm. The other two: no more than 5% of the alarms false on average. */
export type Adjustment = "holm" | "benjamini-hochberg" | "benjamini-yekutieli";

/**
 * The findings with their p-values raised for having asked many questions at once: `adjusted` below 0.05 can be believed
 * as a single p below 0.05 can. All findings that have a p count as one question each, so hand over all that were asked,
 * not the striking ones; findings without a p come back as they are. The order stays.
 *
 * - `"holm"` keeps the chance of any false alarm, whatever depends on whatever. For a few claims that each matter.
 * - `"benjamini-hochberg"` keeps the share of false alarms among the alarms, for questions that do not depend on each other
 *   or rise and fall together. For many zones, to see where to look.
 * - `"benjamini-yekutieli"` keeps that share however they depend on each other, and is much more cautious.
 *
 * @throws InputError when a finding was adjusted before, or a p is not from 0 to 1
 * @see Holm (1979) Scandinavian Journal of Statistics 6, 65–70; Benjamini & Hochberg (1995) Journal of the Royal
 *   Statistical Society B 57, 289–300; Benjamini & Yekutieli (2001) Annals of Statistics 29, 1165–1188
 * @example
 * adjust([0.01, 0.5].map((p) => ({ test: "t", key: {}, n: 1, p, reading: "r", assumes: [] })), "holm").map((f) => f.adjusted) // [0.02, 0.5]
 */
export function adjust(findings: readonly Finding[], method: Adjustment): Finding[] {
  const ps: number[] = [];
  for (const { p, adjusted, test } of findings) {
    if (adjusted !== undefined)
      throw new InputError(`adjust: needs findings as they were tested, got adjusted ${test}`);
    if (p === undefined) continue;
    if (!(p >= 0 && p <= 1)) throw new InputError(`adjust: p needs a number from 0 to 1, got ${p} (${test})`);
    ps.push(p);
  }
  const raised = method === "holm" ? stepDown(ps) : stepUp(ps, method === "benjamini-yekutieli");
  const questions = ps.length === 1 ? "1 question" : `${ps.length} questions`;
  let next = 0;
  return findings.map((finding) => {
    if (finding.p === undefined) return finding;
    const adjusted = raised[next++];
    const reading = `${finding.reading}; ${pText(adjusted)} after ${questions} (${names[method]})`;
    return { ...finding, adjusted, reading };
  });
}

const names: Readonly<Record<Adjustment, string>> = {
  holm: "Holm",
  "benjamini-hochberg": "Benjamini–Hochberg",
  "benjamini-yekutieli": "Benjamini–Yekutieli",
};

function stepDown(ps: readonly number[]): number[] {
  const raised = [...ps];
  let largest = 0;
  rising(ps).forEach((at, rank) => {
    largest = Math.max(largest, Math.min(1, (ps.length - rank) * ps[at]));
    raised[at] = largest;
  });
  return raised;
}

function stepUp(ps: readonly number[], isCautious: boolean): number[] {
  const raised = [...ps];
  let factor = ps.length;
  if (isCautious) factor *= ps.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
  let least = 1;
  const order = rising(ps);
  for (let rank = ps.length; rank > 0; rank--) {
    const at = order[rank - 1];
    least = Math.min(least, (factor / rank) * ps[at]);
    raised[at] = least;
  }
  return raised;
}

/** The places of the numbers, that of the smallest first. */
function rising(numbers: readonly number[]): number[] {
  return numbers.map((_, i) => i).sort((one, other) => numbers[one] - numbers[other]);
}
