import { logSum } from "../math/logSum.js";
import { climb, type Slope, type Summit } from "./climb.js";
import { type CountGroup, totalsOf } from "./countGroups.js";
import { faintest, type ZeroAltered } from "./fitHurdle.js";
import { negbinTerm } from "./negbinTerm.js";

/**
 * The negative binomial (`isPoisson`: the Poisson) with zeros of their own that makes counts likeliest: alpha is 0 where no
 * spread beyond Poisson's makes them likelier, `zero` 0 where no zeros beyond its own do. There has to be an event.
 *
 * @see Lambert (1992) Technometrics 34, 1–14
 * @example
 * fitInflated([{ value: 2, exposure: 1, weight: 2 }, { value: 3, exposure: 1, weight: 1 }], false).zero // 0
 */
export function fitInflated(groups: readonly CountGroup[], isPoisson: boolean): ZeroAltered {
  const { events, exposure, periods } = totalsOf(groups);
  const some = totalsOf(groups.filter(({ value }) => value > 0));
  const quiet = 1 - some.periods / periods;
  const [wide, narrow] = [Math.log(events / exposure), Math.log(some.events / some.exposure)];
  const scale = Math.log(some.events / some.periods);
  const odds = Math.log((quiet + 0.01) / (1.01 - quiet));
  const bare = -Infinity;
  let best = {
    rate: Math.exp(wide),
    alpha: 0,
    zero: 0,
    logLikelihood: heightInflated(groups, wide, bare, bare).height,
  };
  const offer = ({ height }: Summit, logRate: number, logAlpha: number, logOdds: number): void => {
    // A fit with more to it has to be better by more than rounding, and what has faded out of it is another's.
    const isFaint = (logAlpha > bare && logAlpha + scale < faintest) || (logOdds > bare && logOdds < faintest);
    if (isFaint || !(height > best.logLikelihood + 1e-10)) return;
    best = {
      rate: Math.exp(logRate),
      alpha: Math.exp(logAlpha),
      zero: 1 / (1 + Math.exp(-logOdds)),
      logLikelihood: height,
    };
  };
  if (quiet > 0) {
    const found = climb(([rate, zero]) => heightInflated(groups, rate, bare, zero), [narrow, odds]);
    offer(found, found.at[0], bare, found.at[1]);
  }
  if (isPoisson) return best;
  const spread = climb(([rate, alpha]) => heightInflated(groups, rate, alpha, bare), [wide, -scale / 2]);
  offer(spread, spread.at[0], spread.at[1], bare);
  if (quiet === 0) return best;
  const starts = [
    [narrow, -1 - scale / 2, odds],
    [wide, Math.max(spread.at[1], faintest - scale + 4) - 0.5, odds - 2],
  ];
  for (const start of starts) {
    const found = climb(([rate, alpha, zero]) => heightInflated(groups, rate, alpha, zero), start);
    offer(found, found.at[0], found.at[1], found.at[2]);
  }
  return best;
}

/** The log likelihood, and its slopes in those of its parameters that are finite: log rate, log alpha, log odds of a zero apart. */
function heightInflated(groups: readonly CountGroup[], logRate: number, logAlpha: number, logOdds: number): Slope {
  const alpha = Math.exp(logAlpha);
  const zero = 1 / (1 + Math.exp(-logOdds));
  const logCount = -Math.log1p(Math.exp(logOdds));
  const logZero = logOdds + logCount;
  let height = 0;
  let byRate = 0;
  let byAlpha = 0;
  let byOdds = 0;
  for (const { value, exposure, weight } of groups) {
    const term = negbinTerm(value, exposure * Math.exp(logRate), alpha);
    const own = logCount + term.height;
    const log = value > 0 ? own : logSum(logZero, own);
    const share = Math.exp(own - log);
    height += weight * log;
    byRate += weight * share * term.byLogMean;
    byAlpha += weight * share * term.byAlpha;
    byOdds += weight * (1 - share - zero);
  }
  const slopes = [byRate];
  if (logAlpha > -Infinity) slopes.push(alpha * byAlpha);
  if (logOdds > -Infinity) slopes.push(byOdds);
  return { height, slopes };
}
