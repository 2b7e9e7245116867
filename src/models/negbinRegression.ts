import { InputError } from "../core/errors.js";
import { type CountFit, fitNegbin } from "../inference/fitCounts.js";
import { checkOptions } from "./checkOptions.js";
import { calledWith, checkSeason, seasonOf } from "./checkSeason.js";
import { countOf } from "./countOf.js";
import { dispersions, estimates } from "./estimates.js";
import type { Fit, History, Model, Past } from "./model.js";
import { periodsInYear } from "./periodsInYear.js";
import { quietFit } from "./quietFit.js";
import { type Season, type SeasonColumns, seasonColumns } from "./seasonColumns.js";
import { walkedPaths } from "./walkedPaths.js";

export interface NegbinRegressionOptions extends Partial<Season> {
  /** How many of the last periods it is fitted to; all unless said. */
  readonly window?: number;
}

/**
 * Counts with a season (`harmonics` waves a year, 1 unless said, none of years) and a trend ("none" unless said), by negative binomial
 * regression (NB2) on the logs of the rates: exposure is an offset, and where counts vary no more than Poisson counts it is
 * Poisson regression. Draws hold the error of the coefficients and of the dispersion; no draw expects more than ten times
 * the highest rate seen. The fitted mean is the middle of what draws expect, so that their mean lies above it where little is known.
 *
 * A straight line on the log scale, carried on, doubles and doubles: so the trend is "none" unless said, "damped" levels off
 * after the last period (each step adds 0.85 of what the step before added), and "linear" goes on as fitted. Where no most
 * likely fit is finite, as where one month of the year never saw an event, or less than a year was seen, waves are left out
 * one by one and the trend last: the parameters name what is left. Without any event the rate is
 * that of half an event in all the time seen, by Jeffreys' prior.
 *
 * @throws InputError when an option cannot be
 * @see Lawless (1987) Canadian Journal of Statistics 15, 209–225; Gardner & McKenzie (1985) Management Science 31, 1237–1246
 * @example
 * negbinRegression({ harmonics: 2 }).name // "negbinRegression({\"harmonics\":2})"
 */
export function negbinRegression(options: NegbinRegressionOptions = {}): Model {
  checkOptions(options, ["harmonics", "trend", "window"], "negbinRegression");
  const { window } = options;
  const season = checkSeason(options, "negbinRegression");
  return {
    name: calledWith("negbinRegression", options),
    needs: season.needs,
    fit: (history) => {
      const n = Math.min(window ?? Infinity, history.values.length);
      const values = history.values.slice(-n);
      const exposure = history.exposure.slice(-n);
      if (values.every((y) => y === 0)) return quietFit(exposure.reduce((sum, one) => sum + one, 0));
      return seasonFit(history, { values, exposure }, seasonOf(season, options, history.every));
    },
  };
}

/** The fit with as much of the season and the trend as can be told. */
function seasonFit(history: History, { values, exposure }: Past, asked: Season): Fit {
  const { start, every, values: all } = history;
  const offset = Float64Array.from(exposure, Math.log);
  const intercept = new Float64Array(values.length).fill(1);
  const most = 10 * Math.max(...values.map((y, i) => y / exposure[i]));
  let { harmonics, trend } = asked;
  if (values.length < periodsInYear[every]) harmonics = 0;
  for (;;) {
    const span = { start, every, length: all.length };
    const season = seasonColumns(span, values.length, { harmonics, trend }, "negbinRegression");
    const columns = [intercept, ...season.past];
    try {
      return fitOf(fitNegbin({ columns, values, offset }), { columns, season, most });
    } catch (error) {
      if (!(error instanceof InputError) || (harmonics === 0 && trend === "none")) throw error;
      if (harmonics > 0) harmonics--;
      else trend = "none";
    }
  }
}

interface Fitting {
  readonly columns: readonly Float64Array[];
  readonly season: SeasonColumns;
  /** The highest rate that a draw may expect. */
  readonly most: number;
}

function fitOf({ coefficients, fitted, theta, thetaError, logLikelihood }: CountFit, fitting: Fitting): Fit {
  const { columns, season, most } = fitting;
  const dispersion = 1 / theta;
  const precision = new Float64Array(columns.length ** 2);
  columns.forEach((one, i) => {
    columns.slice(0, i + 1).forEach((other, j) => {
      for (let t = 0; t < fitted.length; t++)
        precision[i * columns.length + j] += (one[t] * other[t] * fitted[t]) / (1 + dispersion * fitted[t]);
    });
  });
  const names = ["intercept", ...season.names];
  return {
    parameters: { ...Object.fromEntries(names.map((name, i) => [name, coefficients[i]])), dispersion },
    logLikelihood,
    ahead: ({ exposure, draws, uniform }) => {
      const ahead = season.ahead(exposure.length);
      const drawn = estimates(coefficients, precision, uniform);
      const spread = dispersions(dispersion, theta === Infinity ? 0 : thetaError * dispersion ** 2, uniform);
      return walkedPaths(exposure.length, draws, (path) => {
        const at = drawn();
        const varies = spread();
        for (let h = 0; h < path.length; h++) {
          let log = at[0];
          for (let j = 0; j < ahead.length; j++) log += at[j + 1] * ahead[j][h];
          path[h] = countOf(Math.min(most, Math.exp(log)) * exposure[h], varies, uniform);
        }
      });
    },
  };
}
