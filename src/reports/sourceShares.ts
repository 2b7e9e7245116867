import { percent, withInterval } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Verdict } from "../core/verdict.js";
import { share } from "../inference/share.js";
import { placeOf } from "./auditClock.js";
import { printOf } from "./figures.js";
import { distinct, type Slot, slotsOf } from "./sourceOf.js";

/**
 * How far the distinct sources of each note, and of the report, come from one publisher or account; notes of so few that
 * all from one would not be clearly more than half are left out.
 */
export function sourceShares(report: Report, level: number): Verdict[] {
  const slots = slotsOf(report);
  const notes = report.citations.flatMap(({ note }) => {
    const own = distinct(slots.filter((one) => one.note === note));
    const at = placeOf(report.citations, note);
    if (!canTell(own.length, level)) return [];
    return [{ ...sharesOf(report, own, `note ${note}`, level), ...(at !== undefined && { at }) }];
  });
  const all = distinct(slots);
  return !canTell(all.length, level) ? notes : [...notes, sharesOf(report, all, "the report", level)];
}

function canTell(n: number, level: number): boolean {
  return n > 0 && limits(n, n, level).low > 0.5;
}

function limits(count: number, n: number, level: number): { estimate: number; low: number; high: number } {
  const { estimate = 0, interval = [0, 1] } = share("clopper-pearson").test({ values: [count], exposure: [n] }, level);
  return { estimate, low: interval[0], high: interval[1] ?? 1 };
}

/** Publishers with how many of the sources are theirs, most first, then by name. */
export function tallied(slots: readonly Slot[]): readonly { readonly publisher: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { cited } of slots) counts.set(cited.publisher, (counts.get(cited.publisher) ?? 0) + 1);
  return [...counts]
    .map(([publisher, count]) => ({ publisher, count }))
    .sort((a, b) => b.count - a.count || (a.publisher < b.publisher ? -1 : 1));
}

function sharesOf(report: Report, sources: readonly Slot[], of: string, level: number): Verdict {
  const n = sources.length;
  const counts = tallied(sources);
  const herfindahl = counts.reduce((sum, { count }) => sum + (count / n) ** 2, 0);
  const { estimate, low, high } = limits(counts[0].count, n, level);
  const every = Array.from({ length: n }, (_, i) => limits(i + 1, n, level));
  const below = every.filter((one) => one.high < 0.5).length;
  const above = every.filter((one) => one.low > 0.5).length;
  const rest = counts.slice(1, 4).map(({ publisher, count }) => `${publisher} ${count}`);
  const others = rest.length === 0 ? "" : `; then ${rest.join(", ")}`;
  return {
    ...{ id: `sources/${of.replace(" ", "-")}/shares`, by: "audit", data: printOf(report) },
    label: `Sources of ${of}, by publisher`,
    says: `no one publisher or account gives half of what ${of} rests on`,
    verdict: high < 0.5 ? "holds" : low > 0.5 ? "fails" : "uncertain",
    ...{ n, scale: "share", estimate, interval: [low, high], level },
    reading: `${counts[0].count} of ${n} distinct are of ${counts[0].publisher}, ${withInterval(estimate, [low, high], 2)}${others}; Herfindahl ${herfindahl.toFixed(2)}, as of ${(1 / herfindahl).toFixed(1)} publishers with equal shares`,
    how: `distinct sources by publisher; the interval is Clopper and Pearson's at ${percent(level)}, as though each source were drawn anew from those that the author turns to`,
    couldFail: `yes: of ${n}, ${n - above + 1} or more of the largest would have failed, ${below === 0 ? "none" : `${below} or fewer`} held`,
    matters:
      high < 0.5
        ? { weight: "low", why: "what one publisher misses, others may see" }
        : { weight: "medium", why: "what this publisher sees, misses or repeats carries over to what it is cited for" },
  };
}
