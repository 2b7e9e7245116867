import { decimals, percent, withInterval } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Verdict } from "../core/verdict.js";
import type { Weighed, WeighedHypothesis } from "../core/weighed.js";
import { sure } from "./placebos.js";

/** Each explanation's verdict: its probability beside the others offered, how well it fits, and whether it could be told. */
export function weighVerdicts(report: Report, weighed: Weighed): Verdict[] {
  return weighed.hypotheses.map((one): Verdict => {
    const probability = one.probability.at(-1) ?? 0;
    const [low, high] = one.range;
    const best = Math.max(...weighed.hypotheses.filter(({ id }) => id !== one.id).map(({ logScore }) => logScore));
    const said = report.hypotheses.find(({ id }) => id === one.id);
    return {
      id: `weigh/${one.id}`,
      by: "weigh",
      ...(said?.at !== undefined && { at: said.at }),
      label: one.by === "us" ? `${one.label} (ours)` : one.label,
      says: said?.says ?? "",
      verdict: low > sure ? "holds" : (high ?? 1) < 1 - sure ? "fails" : "uncertain",
      data: weighed.data,
      n: weighed.n,
      scale: "probability",
      estimate: probability,
      interval: one.range,
      reading: [
        `probability ${percent(probability)} among the ${weighed.hypotheses.length} offered, ${rangeText(one)} over other dispersions, drifts and priors, and each zone and period left out`,
        `log Bayes factor ${decimals(Math.round(10 * (one.logScore - best)) / 10 || 0, 1)} against the best of the others`,
        ...one.effects.map((effect) => sizeOf(effect)),
        ...one.zones.map((zone) => fitOf(zone)),
        ...unlike(one),
      ].join("; "),
      ...(weighed.proxy !== undefined && { proxy: weighed.proxy }),
      couldFail: `${placeboText(weighed)}; of ${weighed.draws} data sets made under it, ${pickedOf(one, weighed)} came first`,
    };
  });
}

/** What the weighing came to, in a sentence: which explanation leads, by how much, and whether that can be told. */
export function answerOf(weighed: Weighed): string {
  const [lead, next] = [...weighed.hypotheses].sort((a, b) => b.logScore - a.logScore);
  const first = `${lead.label} (${percent(lead.probability.at(-1) ?? 0)}, ${rangeText(lead)} over what was tried)`;
  const second = `${next.label.toLowerCase()} (${percent(next.probability.at(-1) ?? 0)})`;
  const misses = lead.zones.filter(
    ({ interval: [low, high], observed }) => observed < low || observed > (high ?? Infinity),
  );
  const but = misses.length === 0 ? "" : `; it misses ${misses.map((zone) => zone.zone).join(" and ")}`;
  const told =
    lead.range[0] > sure
      ? `${first} forecast the periods best`
      : `The data cannot tell the explanations apart: ${first} leads ${second}`;
  const basis = `n = ${decimals(weighed.n, 0)} events, ${weighed.data.name} as of ${weighed.data.asOf}`;
  return `${told}${but}; ${basis}${weighed.proxy === undefined ? "" : `, a proxy: ${weighed.proxy}`}.`;
}

/** The least and greatest probability over what was tried, in words, as it is no interval. */
export function rangeText({ range: [low, high] }: Pick<WeighedHypothesis, "range">): string {
  return `${percent(low)} to ${percent(high ?? 1)}`;
}

function placeboText({ placebo: { years, inside, of, held, runs }, drift }: Weighed): string {
  const swapped = runs
    .filter((run) => run.kind === "zones")
    .map((run) => `with ${run.label} it called ${run.held === undefined ? "nothing" : "something"} held`);
  const calls = `asked of the ${years} years before, of which the report claims nothing, it called something held in ${held}`;
  const past =
    years === 0
      ? "unknown: no earlier year to try it on"
      : `${calls}, and ${inside} of ${of} zone totals lay in its 95% intervals (drift ${decimals(drift, 2)})`;
  return [past, ...swapped].join("; ");
}

function sizeOf({ name, median, interval, prior }: WeighedHypothesis["effects"][number]): string {
  return `${name}: ${withInterval(median, interval, 2)} times the rate if so (${withInterval(prior.median, prior.interval, 2)} believed before)`;
}

/** What of the counts one draw in twenty or fewer has as far out; where many are looked at, some will be. */
function unlike({ checks }: WeighedHypothesis): readonly string[] {
  const far = checks.filter((check) => check.tail <= 0.05);
  if (checks.length === 0) return [];
  const names = far.map((check) => `${check.of} in ${check.zone} (p ${decimals(check.tail, 2)})`);
  return [
    `${far.length} of ${checks.length} checks unlike its forecasts${far.length === 0 ? "" : `: ${names.join(", ")}`}`,
  ];
}

function fitOf({ zone, expected, interval: [low, high], observed }: WeighedHypothesis["zones"][number]): string {
  const isInside = observed >= low && (high === null || observed <= high);
  return `${zone}: ${observed} came, ${decimals(expected, 0)} [${decimals(low, 0)}, ${decimals(high, 0)}] expected${isInside ? "" : ", outside"}`;
}

function pickedOf(one: WeighedHypothesis, { hypotheses }: Weighed): string {
  return hypotheses.map(({ id, label }) => `${label.toLowerCase()} in ${percent(one.picked[id])}`).join(", ");
}
