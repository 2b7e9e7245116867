import { decimals, percent } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Verdict } from "../core/verdict.js";
import type { Weighed, WeighedHypothesis } from "../core/weighed.js";

/** How sure one must be, over every prior and zone left out that was tried, to call an explanation held or failed. */
const sure = 0.95;

/** Each explanation's verdict: its probability beside the others offered, how well it fits, and whether it could be told. */
export function weighVerdicts(report: Report, weighed: Weighed): Verdict[] {
  return weighed.hypotheses.map((one): Verdict => {
    const probability = one.probability.at(-1) ?? 0;
    const [low, high] = one.range;
    const best = Math.max(...weighed.hypotheses.filter(({ id }) => id !== one.id).map(({ logScore }) => logScore));
    return {
      id: `weigh/${one.id}`,
      by: "weigh",
      at: indicatorAt(report),
      label: one.label,
      says: report.hypotheses.find(({ id }) => id === one.id)?.says ?? "",
      verdict: low > sure ? "holds" : (high ?? 1) < 1 - sure ? "fails" : "uncertain",
      data: weighed.data,
      n: weighed.n,
      scale: "probability",
      estimate: probability,
      interval: one.range,
      reading: [
        `probability ${percent(probability)} among the ${weighed.hypotheses.length} offered, ${percent(low)} to ${percent(high ?? 1)} over other dispersions and zones left out`,
        `log Bayes factor ${decimals(one.logScore - best, 1)} against the best of the others`,
        ...one.zones.map((zone) => fitOf(zone)),
      ].join("; "),
      ...(weighed.proxy !== undefined && { proxy: weighed.proxy }),
      couldFail: `yes: made under it, ${weighed.draws} data sets were taken for ${pickedOf(one, weighed)}`,
    };
  });
}

function fitOf({ zone, expected, interval: [low, high], observed }: WeighedHypothesis["zones"][number]): string {
  const isInside = observed >= low && (high === null || observed <= high);
  return `${zone}: ${observed} came, ${decimals(expected, 0)} [${decimals(low, 0)}, ${decimals(high, 0)}] expected${isInside ? "" : ", outside"}`;
}

function pickedOf(one: WeighedHypothesis, { hypotheses }: Weighed): string {
  return hypotheses.map(({ id, label }) => `${label.toLowerCase()} in ${percent(one.picked[id])}`).join(", ");
}

function indicatorAt(report: Report): Verdict["at"] {
  return report.claims.find((claim) => claim.kind === "indicator")?.at ?? { paragraph: 1 };
}
