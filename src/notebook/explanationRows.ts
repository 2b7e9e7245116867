import type { Multiverse, Tally } from "../core/multiverse.js";
import type { Plan, PlanRow, Rule } from "../core/plan.js";
import { decimals, numbered, percent, withInterval } from "../core/print.js";
import type { ReboundRate, Rebounds, ReferenceRate } from "../core/referenceRate.js";
import type { Separation } from "../core/separation.js";
import type { PredictiveCheck, Weighed } from "../core/weighed.js";
import type { Section } from "./evidenceRows.js";

type Row = Readonly<Record<string, string>>;

/** What an indicator could tell before data came: error rates by spread and periods, and from when on it decides. */
export function planSections({ per, low, high, window, rows, decisions }: Plan): Section[] {
  const title = `${high.printed} a ${per} told from ${low.printed}, ${window}: how often the best threshold misleads`;
  const known = `known from n = ${decimals(low.n, 0)} and ${decimals(high.n, 0)} events`;
  return [
    { title: `${title} (rates ${known})`, rows: rows.map((row) => planRow(row, per)) },
    {
      title: "From when on both errors are at most so large",
      rows: decisions.map(({ phi, allowed, known: exact, uncertain, corrected, ignored }) => ({
        ...{
          "variance over mean": String(phi),
          "errors up to": percent(allowed),
          "rates known": exact?.until ?? "never",
        },
        "rates as they are known": uncertain?.until ?? "never",
        ...{
          "late reports allowed for": corrected?.until ?? "never",
          "late reports ignored": ignored?.until ?? "never",
        },
      })),
    },
  ];
}

function planRow({ phi, periods, until, known, uncertain, truncated }: PlanRow, per: Plan["per"]): Row {
  const errors = ({ falseAlarm, miss }: Rule): string => `${percent(falseAlarm)} and ${percent(miss)}`;
  return {
    ...{ "variance over mean": String(phi), [`${per}s`]: String(periods), "over on": until },
    "says the high rate from": known.threshold === null ? "no count" : String(known.threshold),
    ...{ "false alarm and miss": errors(known), "rates as they are known": errors(uncertain) },
    ...(truncated && { "late reports ignored": errors(truncated.ignored) }),
  };
}

/** Two explanations at a time: how often the likelier one is the one that made the data. */
export function separationSections({ zones, together, periods, hypotheses, pairs, draws }: Separation): Section[] {
  const label = (id: string): string => hypotheses.find((one) => one.id === id)?.label ?? id;
  const seen = together ? `the sum of ${zones.join(" and ")}` : `each of ${zones.join(", ")}`;
  return [
    {
      title: `Seen: ${seen}, ${numbered(periods.length, "period")}; ${2 * draws} made-up data sets a pair, 50% is chance`,
      rows: pairs.map(({ one, other, accuracy }) => ({
        explanations: `${label(one)} from ${label(other)}`,
        "told apart in": percent(accuracy),
      })),
      of: pairs,
    },
  ];
}

/** Which choice in a reading makes a claim hold or fail, and what each choice gives. */
export function multiverseSections({ asks, readings, data, proxies, dimensions, flips, tally }: Multiverse): Section[] {
  const counts = (one: Tally): Row => ({
    ...{ hold: String(one.holds), uncertain: String(one.uncertain), fail: String(one.fails) },
    ...(one["cannot be compared"] > 0 && { "cannot be compared": String(one["cannot be compared"]) }),
  });
  const from = data.map(({ name, asOf }) => `${name} as of ${asOf}`).join(", ");
  return [
    {
      title: `${asks} ${decimals(readings.length, 0)} readings; ${from}${proxies.length > 0 ? ", by proxy" : ""}`,
      rows: [
        { choice: "all", ...counts(tally) },
        ...dimensions.flatMap(({ name, choices }) =>
          choices.map((choice) => ({ choice: `${name}: ${choice.label}`, ...counts(choice.tally) })),
        ),
      ],
    },
    {
      title: "How often the verdict changes with one choice, all else alike",
      of: flips,
      rows: flips.map(({ dimension, pairs, differ, reversed, share }) => ({
        ...{ choice: dimension, changes: percent(share), pairs: `${decimals(differ, 0)} of ${decimals(pairs, 0)}` },
        "from holding to failing": String(reversed),
      })),
    },
  ];
}

/** How often a rate came back after a drop, and how often it rises anyway. */
export function referenceSections({ asks, known, all, others, data, proxy }: ReferenceRate): Section[] {
  const row = (episodes: string, { afterDrop, anyway }: Rebounds): Row => ({
    ...{ episodes, "rose after the drop": rebounds(afterDrop), "of overlapping ones": origins(afterDrop) },
    ...{ "rose without asking for a drop": rebounds(anyway), "of overlapping stretches": origins(anyway) },
  });
  const rows = [row("over before the report closed", known), row("all but its own", others), row("all", all)];
  return [{ title: `${asks} ${data.name} as of ${data.asOf}${proxy === undefined ? "" : " (proxy)"}`, rows }];
}

function rebounds({ rebounds: yes, n, estimate, interval: [low, high] }: ReboundRate): string {
  if (estimate === undefined) return "no episode";
  return `${yes} of ${n}: ${percent(estimate)} [${percent(low)}, ${percent(high ?? 1)}]`;
}

function origins({ origins: { share, n } }: ReboundRate): string {
  return share === undefined ? "" : `${percent(share)} of ${n}`;
}

/** What a weighing rests on: sizes learnt, what came beside what was forecast, other assumptions, placebos. */
export function weighedSections({ hypotheses, sensitivities, placebo }: Weighed): Section[] {
  const shares = (all: readonly number[]): Row =>
    Object.fromEntries(hypotheses.map(({ label }, i) => [label, percent(all[i])]));
  const passed = `${placebo.inside} of ${placebo.of} totals inside their intervals; ${placebo.held} of ${placebo.years} years called held`;
  return [
    {
      title: "Sizes, as rate ratios: what was believed, and what the counts left of it",
      rows: hypotheses.flatMap(({ label, effects }) =>
        effects.map(({ name, zones, prior, median, interval }) => ({
          ...{ explanation: label, effect: name, in: zones.join(", ") },
          ...{ before: withInterval(prior.median, prior.interval, 2), after: withInterval(median, interval, 2) },
        })),
      ),
    },
    { title: "What came, and what each expected of it (median and 95% of draws)", rows: checkRows(hypotheses) },
    {
      title: "Probabilities under other assumptions",
      rows: sensitivities.map(({ label, kind, probability }) => ({
        assumes: `${kind}: ${label}`,
        ...shares(probability),
      })),
    },
    {
      title: `Asked where the report claims nothing: ${passed}`,
      rows: placebo.runs.map(({ label, probability, held }) => ({
        ...{ asked: label, ...shares(probability), "called held": held ?? "none" },
      })),
    },
  ].filter(({ rows }) => rows.length > 0);
}

function checkRows(hypotheses: Weighed["hypotheses"]): Row[] {
  const nameOf = ({ zone, of }: PredictiveCheck): string => `${zone}, ${of}`;
  const names = new Map(hypotheses.flatMap(({ checks }) => checks.map((one) => [nameOf(one), one] as const)));
  return [...names].map(([name, { observed, of }]) => {
    const digits = of === "variance over mean" ? 1 : 0;
    const expected = hypotheses.map(({ label, checks }) => {
      const check = checks.find((one) => nameOf(one) === name);
      return [label, check === undefined ? "" : withInterval(check.expected, check.interval, digits)];
    });
    return { of: name, came: decimals(observed, digits), ...Object.fromEntries(expected) };
  });
}

/** The explanations and what each earned. */
export function weighedTable(what: Weighed): Section {
  const of = what.hypotheses.map((one) => ({ ...one, probability: one.probability.at(-1), interval: one.range }));
  return { title: "", rows: what.hypotheses.map((one) => weighedRow(one, what)), of };
}

function weighedRow(
  { label, probability, range, logScore, picked, id }: Weighed["hypotheses"][number],
  { data, n, draws }: Weighed,
): Row {
  const [low, high] = range;
  return {
    explanation: label,
    probability: `${percent(probability.at(-1) ?? 0)}, ${percent(low)} to ${percent(high ?? 1)}`,
    "log score": decimals(logScore, 2),
    "recognised when true": `${percent(picked[id])} of ${draws}`,
    n: decimals(n, 0),
    data: `${data.name} as of ${data.asOf}`,
  };
}
