import { InputError } from "../core/errors.js";
import type { Finding } from "../core/finding.js";
import { decimals, pText } from "../core/print.js";
import type { Regression } from "../core/regression.js";
import type { Term } from "../core/term.js";
import { chiSquareUpper } from "../distributions/gamma.js";
import { logBetaTails } from "../math/incompleteBeta.js";
import { termName } from "./designOf.js";

/**
 * Whether the terms that a larger regression has beyond a smaller one explain anything: the likelihood ratio on chi-square,
 * for quasi-Poisson the F test. Of a Poisson regression and a negative binomial one with the same terms it asks whether
 * counts vary more than Poisson counts; theta lies on its edge there, which halves p.
 *
 * @throws InputError when the two were not fitted to the same counts, or the smaller has a term that the larger lacks
 * @see McCullagh & Nelder (1989) Generalized Linear Models, 2nd ed., 33–36; Self & Liang (1987) Journal of the American
 * Statistical Association 82, 605–610
 */
export function likelihoodRatio(smaller: Regression, larger: Regression): Finding {
  const df = smaller.df - larger.df;
  const asksSpread = smaller.family === "poisson" && larger.family === "negbin";
  checkNested(smaller, larger, asksSpread);
  const isQuasi = larger.family === "quasi-poisson";
  const gain = isQuasi
    ? smaller.deviance - larger.deviance
    : 2 * ((larger.logLikelihood ?? 0) - (smaller.logLikelihood ?? 0));
  const statistic = isQuasi ? Math.max(0, gain) / df / larger.phi : Math.max(0, gain);
  const p = asksSpread
    ? spreadP(statistic)
    : Math.exp(isQuasi ? fUpper(statistic, df, larger.df) : chiSquareUpper(statistic, df));
  const names = new Set(smaller.terms.map(termName));
  const added = larger.terms.map(termName).filter((name) => !names.has(name));
  const what = asksSpread ? "more spread than Poisson counts have" : added.join(", ");
  const by = isQuasi
    ? `F ${decimals(statistic, 2)} on ${df} and ${larger.df}`
    : `chi-square ${decimals(statistic, 2)} on ${asksSpread ? 1 : df}`;
  return {
    test: "likelihoodRatio()",
    key: larger.keys.length === 1 ? larger.keys[0] : {},
    n: larger.n,
    statistic,
    p,
    reading: `${larger.n} events: ${what}: ${by}, ${pText(p)}`,
    assumes: [
      "the larger regression is right",
      isQuasi ? "variance in proportion to the mean" : "its distribution as well: not robust to more spread",
      `${larger.every}s independent of each other given the terms`,
      ...(larger.errors === "model" ? [] : ["robust errors play no part in it"]),
    ],
  };
}

function checkNested(smaller: Regression, larger: Regression, asksSpread: boolean): void {
  const rowsOf = ({ rows }: Regression): string =>
    JSON.stringify(rows.map(({ key, period, observed, exposure }) => [key, period, observed, exposure]));
  if (rowsOf(smaller) !== rowsOf(larger))
    throw new InputError("likelihoodRatio: needs two regressions of the same counts, got others");
  if (smaller.family !== larger.family && !asksSpread)
    throw new InputError(`likelihoodRatio: needs one family, got ${smaller.family} and ${larger.family}`);
  const lacking = smaller.terms.find((term) => !larger.terms.some((other) => holds(other, term)));
  if (lacking !== undefined)
    throw new InputError(
      `likelihoodRatio: the larger regression needs all terms of the smaller, got none for ${termName(lacking)}`,
    );
  if (asksSpread ? smaller.df !== larger.df : smaller.df <= larger.df)
    throw new InputError(
      `likelihoodRatio: needs ${asksSpread ? "the same" : "more"} terms in the larger regression, got ${larger.coefficients.length} coefficients and ${smaller.coefficients.length}`,
    );
}

function holds(larger: Term, smaller: Term): boolean {
  if ("harmonics" in larger && "harmonics" in smaller) return larger.harmonics >= smaller.harmonics;
  return JSON.stringify(larger) === JSON.stringify(smaller);
}

function spreadP(statistic: number): number {
  return statistic === 0 ? 1 : Math.exp(chiSquareUpper(statistic, 1)) / 2;
}

/** Natural log of the chance that Fisher's F exceeds `f`. */
function fUpper(f: number, df: number, rest: number): number {
  const whole = rest + df * f;
  return logBetaTails(rest / whole, rest / 2, df / 2, (df * f) / whole).lower;
}
