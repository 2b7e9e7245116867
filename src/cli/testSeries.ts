import type { ChangePlaces } from "../core/changePlaces.js";
import type { Finding } from "../core/finding.js";
import type { Key, Series } from "../core/panel.js";
import type { Segmentation } from "../core/segmentation.js";
import { changePlaces } from "../inference/changePlaces.js";
import { changePoint } from "../inference/changePoint.js";
import { dispersion } from "../inference/dispersion.js";
import { excessZeros } from "../inference/excessZeros.js";
import { ljungBox } from "../inference/ljungBox.js";
import { mannKendall } from "../inference/mannKendall.js";
import { overdispersion } from "../inference/overdispersion.js";
import { poissonInterval } from "../inference/poissonInterval.js";
import { poissonness } from "../inference/poissonness.js";
import { runs } from "../inference/runs.js";
import { scan } from "../inference/scan.js";
import { segment } from "../inference/segment.js";
import { stretchOf, type Test, test, totalOf } from "../inference/test.js";

/** The questions about one stretch that have a name on the command line. */
export const testNames: readonly string[] = [
  ...["rate", "rate-blaker", "rate-mid-p", "dispersion", "overdispersion", "poissonness", "excess-zeros", "ljung-box"],
  ...["mann-kendall", "hamed-rao", "runs", "change", "change-negbin", "scan", "scan-phi"],
];

/** What a person asked of one stretch. */
export interface TestAsked {
  readonly methods: readonly string[];
  readonly level: number;
  readonly seed: number;
}

/** All that is said of one series. */
export interface Tested {
  readonly key: Key;
  readonly n: number;
  readonly periods: number;
  /** One a method, absent where there is no event. */
  readonly findings: readonly (Finding & { readonly method: string })[];
  /** Methods that need more periods than there are. */
  readonly tooShort: readonly string[];
  readonly isOverdispersed: boolean;
  readonly segmentation?: Segmentation;
  readonly places?: ChangePlaces;
}

const draws = 999;

/** Puts one series to each test, and cuts it into stretches of one level each. */
export function testSeries(series: Series, { methods, level, seed }: TestAsked): Tested {
  const stretch = stretchOf(series);
  const { count: n } = totalOf(stretch);
  const periods = series.values.length;
  const start = { key: series.key, n, periods };
  if (n === 0) return { ...start, findings: [], tooShort: [], isOverdispersed: false };
  const phi = periods < 2 ? 1 : Math.max(1, dispersion().test(stretch, level).estimate ?? 1);
  const spread = periods < 2 ? undefined : overdispersion("score").test(stretch, level).p;
  const isOverdispersed = spread !== undefined && spread < 1 - level;
  const asked = methods.map((method) => ({ method, by: testOf(method, { periods, phi, seed }) }));
  const fits = asked.filter(({ by }) => by.needs <= periods);
  return {
    ...start,
    isOverdispersed,
    findings: fits.map(({ method, by }) => ({ method, ...test([series], [by], { level })[0] })),
    tooShort: asked.filter(({ by }) => by.needs > periods).map(({ method }) => method),
    ...(periods >= 4 && {
      segmentation: segment([series], {
        ...{ cost: isOverdispersed ? "negbin" : "poisson", penalty: { chance: 0.05, seed, draws }, minimum: 2, level },
      })[0],
      places: changePlaces([series], { level, prior: "overall", seed, draws })[0],
    }),
  };
}

function testOf(name: string, { periods, phi, seed }: { periods: number; phi: number; seed: number }): Test {
  const end = { form: "until the end", direction: "both", seed, draws } as const;
  const tests: Readonly<Record<string, () => Test>> = {
    rate: () => poissonInterval("garwood"),
    "rate-blaker": () => poissonInterval("blaker"),
    "rate-mid-p": () => poissonInterval("mid-p"),
    dispersion: () => dispersion(),
    overdispersion: () => overdispersion("score"),
    poissonness: () => poissonness({ seed, draws }),
    "excess-zeros": () => excessZeros(),
    "ljung-box": () => ljungBox({ lag: Math.max(1, Math.min(10, Math.floor(periods / 5))) }),
    "mann-kendall": () => mannKendall({ correction: "none" }),
    "hamed-rao": () => mannKendall({ correction: "hamed-rao" }),
    runs: () => runs(),
    change: () => changePoint({ cost: "poisson", seed, draws }),
    "change-negbin": () => changePoint({ cost: "negbin", seed, draws }),
    scan: () => scan({ ...end, null: "poisson" }),
    "scan-phi": () => scan({ ...end, null: { phi: Number(phi.toFixed(2)) } }),
  };
  return tests[name]();
}
