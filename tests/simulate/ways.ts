import * as hc from "../../src/index.js";
import type { Way } from "./measured.js";

const level = 0.95;
const quick = 1;
const slow = 0.5;
const slowest = 0.25;

/** Every comparison of two stretches. */
export const twoStretches: readonly Way[] = [
  ...(["central", "minlike", "blaker", "mid-p"] as const).map((method) => between(hc.rateRatio(method))),
  between(hc.eTest(), slow),
  between(hc.quasiPoisson()),
  between(hc.negbinRatio(), slow),
  between(hc.permutation({ seed: 1, draws: 999 }), slow),
  between(hc.permutation({ seed: 1, draws: 999, blocks: 2 }), slow),
  between(hc.circularShifts()),
  between(hc.gammaPoisson({ prior: "jeffreys" })),
  between(hc.eRatio({ prior: { shape: 1, rate: 0.1 } }), slow),
];

/** Whether two stretches are said to be alike (within 1.5 times) when the truth lies on the margin: the size of equivalence. */
export const alike: readonly Way[] = [hc.rateRatio("central"), hc.quasiPoisson()].map((by) =>
  between(hc.equivalence({ within: 1.5, by }), slow),
);

/** A step in a regression of counts, with each kind of errors; and the impact of a day that nobody had to name. */
export const steps: readonly Way[] = [
  step({ family: "poisson" }),
  step({ family: "quasi-poisson" }),
  step({ family: "negbin" }),
  step({ family: "poisson", errors: "HC3" }),
  step({ family: "poisson", errors: { neweyWest: 3 } }),
  impact("quasi-poisson"),
  impact("negbin"),
];

/** Fifty-two looks at a rate that is the stated one: whether any of them alarms, and whether the interval ever loses the truth. */
export const looks: readonly Way[] = [
  {
    name: "eValue, the rate stated",
    share: slow,
    ask: ([stretch], { mean }) => hc.eValue({ rate: mean, prior: { shape: 1, rate: 1 / mean } }).test(stretch, level),
    truth: ({ mean }) => mean,
  },
  {
    name: "poissonInterval at each look",
    share: slowest,
    ask: ([stretch], { mean }) => {
      const ps = stretch.values.map((_, t) => {
        const count = stretch.values.slice(0, t + 1).reduce((sum, value) => sum + value, 0);
        const tails = hc.poissonTails(count, mean * (t + 1));
        return Math.min(1, 2 * Math.exp(Math.min(tails.lower, tails.upper)));
      });
      return { p: Math.min(...ps) };
    },
  },
];

/** One month watched after four years of them: how often an ordinary one alarms. The p is of too many only. */
export const watched: readonly Way[] = (["original", "flexible"] as const).map((method) => ({
  name: `farrington, "${method}"`,
  share: slow,
  ask: ([before, after]) => {
    const { series, day } = joined(before, after);
    const options = { method, years: 3, halfWindow: 1, falseAlarm: 0.05, ...(method === "flexible" && { seasons: 4 }) };
    const [{ p }] = hc.monitor([series], [hc.farrington(options)], { since: day });
    return p === undefined ? {} : { p };
  },
}));

/** Every test and interval of one stretch. */
export const oneStretch: readonly Way[] = [
  ...(["garwood", "mid-p", "blaker"] as const).map((method) => within(hc.poissonInterval(method), ({ mean }) => mean)),
  within(hc.dispersion(), ({ phi }) => phi),
  within(hc.overdispersion("score")),
  within(hc.overdispersion("likelihood-ratio")),
  within(hc.overdispersion({ draws: 199, seed: 1 }), undefined, slowest),
  within(hc.excessZeros()),
  within(hc.poissonness({ draws: 199, seed: 1 }), undefined, slowest),
  within(hc.ljungBox({ lag: 3 })),
  within(hc.runs()),
  within(hc.mannKendall({ correction: "none" }), () => 0),
  within(hc.mannKendall({ correction: "hamed-rao" }), () => 0),
  within(hc.changePoint({ cost: "poisson", seed: 1, draws: 199 }), undefined, slowest),
  within(hc.changePoint({ cost: "negbin", seed: 1, draws: 199 }), undefined, slowest),
  within(
    hc.scan({ form: "until the end", direction: "both", null: "poisson", seed: 1, draws: 199 }),
    undefined,
    slowest,
  ),
  within(
    hc.scan({ form: "until the end", direction: "both", null: "permutation", seed: 1, draws: 199 }),
    undefined,
    slowest,
  ),
];

function between(comparison: hc.Comparison, share = quick): Way {
  return {
    name: comparison.name,
    share,
    ask: ([before, after]) => comparison.compare(before, after, level),
    truth: (_, ratio) => ratio,
  };
}

function within(test: hc.Test, truth?: Way["truth"], share = quick): Way {
  return { name: test.name, share, ask: ([stretch]) => test.test(stretch, level), ...(truth && { truth }) };
}

function step(options: Pick<hc.RegressOptions, "family" | "errors">): Way {
  const { family, errors = "model" } = options;
  const name = typeof errors === "object" ? `{ neweyWest: ${errors.neweyWest} }` : `"${errors}"`;
  return {
    name: `regress step, "${family}", errors ${name}`,
    share: slow,
    ask: ([before, after]) => {
      const { series, day } = joined(before, after);
      const found = hc.regress([series], { family, terms: [{ step: day }], errors, level });
      const { p, interval } = found.coefficients[1];
      return { p, interval };
    },
    truth: (_, ratio) => ratio,
  };
}

function impact(family: hc.CountFamily): Way {
  return {
    name: `impact, "${family}"`,
    share: slowest,
    ask: ([before, after]) => {
      const { series, day } = joined(before, after);
      const found = hc.impact([series], { from: day, family, terms: [], level, seed: 1, draws: 500 });
      return { p: found.total.p };
    },
  };
}

/** Both stretches as one series of months, and the first day of the later one. */
function joined(before: hc.Stretch, after: hc.Stretch): { series: hc.Series; day: hc.Day } {
  const year = 2000 + Math.floor(before.values.length / 12);
  const month = (before.values.length % 12) + 1;
  return {
    series: {
      ...{ key: {}, from: "made", start: "2000-01-01", values: [...before.values, ...after.values] },
      ...{ exposure: [...before.exposure, ...after.exposure] },
      recipe: { where: [], by: [], every: "month", measure: "events" },
    },
    day: `${year}-${String(month).padStart(2, "0")}-01`,
  };
}
