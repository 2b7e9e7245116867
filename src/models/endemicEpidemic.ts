import { InputError } from "../core/errors.js";
import { checkOptions } from "./checkOptions.js";
import { calledWith, checkSeason, seasonOf } from "./checkSeason.js";
import type { Fit, History, Model, Past } from "./model.js";
import { checkWeights, type Neighbours, neighboursOf } from "./neighboursOf.js";
import { panelFit } from "./panelFit.js";
import { type PanelModel, panelPaths } from "./panelPaths.js";
import { periodsInYear } from "./periodsInYear.js";
import { quietFit } from "./quietFit.js";
import { type Season, seasonColumns } from "./seasonColumns.js";

export interface EndemicEpidemicOptions extends Partial<Season> {
  /**
   * Which last counts of others spill over: "equal" (unless said) is the mean of all other series, "none" leaves them out;
   * or `weights[from][to]` in the panel's order, as they are.
   */
  readonly neighbours?: Neighbours;
  /** How counts vary about the mean: "negbin" (mean + dispersion * mean², one dispersion for all series) unless said. */
  readonly family?: "poisson" | "negbin";
  /** How many of the last periods it is fitted to; all unless said. */
  readonly window?: number;
}

/**
 * All series of a panel at once, each count made of three parts: what its own last count breeds (`own` times it), what the
 * last counts of the others spill over (`near` times them) and what comes anyway: a level of its own for each series, times
 * exposure, a season of `harmonics` waves a year (1 unless said, none of years) and a trend ("none" unless said; "damped" levels off ahead)
 * that all share. This is what `hhh4` of R's surveillance fits with `end ~ -1 + fe(1, unitSpecific = TRUE)`, `ar ~ 1`,
 * `ne ~ 1` and "NegBin1"; the first period is what the second follows.
 *
 * Fitted by maximum likelihood to the panel, once for all series that share it. What comes is simulated for all series
 * together, path by path, with parameters drawn about their estimates (normal in the logs, by Fisher's information and that
 * of a guess with standard deviation 2, so that a part that hardly shows stays small; each part, taken down by half the variance of
 * its log, has the fit's own mean, so that the next period's is neither raised nor lowered by how little is known); a path
 * whose parts breed more than they take (own + near of 1 or more) is drawn again unless the fit itself does, which lowers means a
 * little where they come near 1. No mean exceeds ten times the highest count
 * of its series. Where what comes anyway all but vanishes, its season or trend may run away: a wave or a slope a year beyond
 * e^5 is left out, waves first; the parameters name what is left. A series without an event has a level of half an event in its time, by Jeffreys' prior, and
 * no mean falls below that in any.
 *
 * @throws InputError when an option cannot be
 * @see Held, Höhle & Hofmann (2005) Statistical Modelling 5, 187–199; Paul & Held (2011) Statistics in Medicine 30,
 * 1118–1136; Held & Paul (2012) Biometrical Journal 54, 824–843
 * @example
 * endemicEpidemic({ neighbours: "none", window: 60 }).needs // 60
 */
export function endemicEpidemic(options: EndemicEpidemicOptions = {}): Model {
  checkOptions(options, ["neighbours", "family", "harmonics", "trend", "window"], "endemicEpidemic");
  const { neighbours = "equal", family = "negbin", window } = options;
  const season = checkSeason(options, "endemicEpidemic");
  checkWeights(neighbours, "endemicEpidemic");
  if (family !== "poisson" && family !== "negbin")
    throw new InputError(`endemicEpidemic: family needs to be poisson or negbin, got ${JSON.stringify(family)}`);
  const seen = new WeakMap<readonly Past[], PanelModel>();
  const modelOf = (history: History): PanelModel => {
    const known = seen.get(history.beside);
    if (known !== undefined) return known;
    const made = panelModel(history, {
      season: seasonOf(season, options, history.every),
      neighbours,
      window,
      isNegbin: family === "negbin",
    });
    seen.set(history.beside, made);
    return made;
  };
  return {
    name: calledWith("endemicEpidemic", options),
    needs: window ?? season.needs + 3,
    fit: (history) => {
      const n = Math.min(window ?? Infinity, history.values.length);
      if (history.beside.every(({ values }) => values.slice(-n).every((y) => y === 0)))
        return quietFit(history.exposure.slice(-n).reduce((sum, one) => sum + one, 0));
      return fitOf(modelOf(history), history.place);
    },
  };
}

interface Asked {
  readonly season: Season;
  readonly neighbours: Neighbours;
  readonly window: number | undefined;
  readonly isNegbin: boolean;
}

function panelModel(
  { beside, start, every, values }: History,
  { season: asked, neighbours, window, isNegbin }: Asked,
): PanelModel {
  const n = Math.min(window ?? Infinity, values.length);
  const zones = beside.length;
  const weights = neighboursOf(neighbours, zones, "endemicEpidemic");
  const flat = (of: (past: Past) => readonly number[]): Float64Array => {
    const all = new Float64Array(zones * n);
    beside.forEach((past, z) => {
      all.set(of(past).slice(-n), z * n);
    });
    return all;
  };
  const counts = flat((past) => past.values);
  const exposure = flat((past) => past.exposure);
  const around = weights === undefined ? undefined : aroundOf(counts, weights, n);
  let { harmonics, trend } = asked;
  if (n < periodsInYear[every]) harmonics = 0;
  for (;;) {
    const span = { start, every, length: values.length };
    const columns = seasonColumns(span, n, { harmonics, trend }, "endemicEpidemic");
    const data = { zones, n, values: counts, around, exposure, columns: columns.past };
    const fit = panelFit(data, isNegbin);
    const isTame = fit.isFound && fit.coefficients.slice(fit.columnsAt).every((one) => Math.abs(one) <= steepest);
    if (isTame || columns.names.length === 0) return { data, weights, columns, fit };
    if (harmonics > 0) harmonics--;
    else trend = "none";
  }
}

/** A wave or a yearly slope of more than this, in logs, is one that runs away: its high is e^10 times its low. */
const steepest = 5;

/** Neighbours' counts, weighed and added up. */
function aroundOf(values: Float64Array, weights: readonly (readonly number[])[], n: number): Float64Array {
  const around = new Float64Array(values.length);
  weights.forEach((row, from) => {
    row.forEach((weight, to) => {
      for (let t = 0; t < n; t++) around[to * n + t] += weight * values[from * n + t];
    });
  });
  return around;
}

function fitOf(model: PanelModel, place: number): Fit {
  const { fit, columns, weights } = model;
  const at = fit.coefficients;
  const level = fit.levelAt[place];
  const named = columns.names.map((name, j) => [name, at[fit.columnsAt + j]]);
  return {
    parameters: {
      own: Math.exp(at[0]),
      ...(weights !== undefined && { near: Math.exp(at[1]) }),
      ...(level >= 0 && { level: at[level] }),
      ...Object.fromEntries(named),
      dispersion: fit.dispersion,
    },
    logLikelihood: fit.logLikelihood,
    ahead: (asked) => panelPaths(model, place, asked),
  };
}
