import { DataError, InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import type { PostedQuestion } from "../core/postedQuestion.js";
import { rising } from "./hubChances.js";

/**
 * The forecast in a platform's question. Whose, of which series and period, and what was asked, its sentences do not say in
 * a form that can be read back: they are given. A cdf over outcomes becomes quantiles that are exact at whole numbers where
 * it is cut between them, else at its cuts.
 *
 * @throws InputError when the question is of yes or no and nothing is asked, or the other way round; DataError when its
 * forecast does not fit its type, or falls
 */
export function fromQuestion(
  { type, forecast, scaling }: Pick<PostedQuestion, "type" | "forecast" | "scaling">,
  about: Omit<Forecast, "says">,
): Forecast {
  if ((type === "binary") !== (about.asks !== undefined))
    throw new InputError(
      `fromQuestion: a ${type} question ${type === "binary" ? "needs asks, got none" : "asks of no threshold"}`,
    );
  if (type === "binary") {
    const p = "probability_yes" in forecast ? forecast.probability_yes : Number.NaN;
    if (!(p >= 0 && p <= 1)) throw new DataError(`fromQuestion: probability_yes needs a chance from 0 to 1, got ${p}`);
    return { ...about, says: { family: "bernoulli", p } };
  }
  const told = "continuous_cdf" in forecast ? forecast.continuous_cdf : [];
  if (scaling === undefined) throw new DataError(`fromQuestion: a ${type} question needs a scaling, got none`);
  const { range_min: min, range_max: max, inbound_outcome_count: count } = scaling;
  if (told.length !== count + 1)
    throw new DataError(`fromQuestion: ${count} outcomes need ${count + 1} cumulated chances, got ${told.length}`);
  const wrong = told.findIndex((one, i) => !(one >= 0 && one <= 1 && !(one < told[i - 1])));
  if (wrong >= 0)
    throw new DataError(
      `fromQuestion: continuous_cdf needs rising chances from 0 to 1, got ${told[wrong]} (place ${wrong + 1})`,
    );
  const cuts = told.map((_, i) => min + ((max - min) * i) / count);
  if (type === "numeric") return { ...about, says: rising(told.map((chance, i) => [cuts[i], chance])) };
  // Each outcome lies half way between its cuts, and its chance on it alone.
  const points = told.slice(1).flatMap((chance, i): [number, number][] => {
    const value = (cuts[i] + cuts[i + 1]) / 2;
    const steps: [number, number][] = [
      [value, told[i]],
      [value, chance],
    ];
    return chance > told[i] ? (told[i] > 0 ? steps : [steps[1]]) : [];
  });
  const last = told[told.length - 1];
  const beyond: [number, number][] =
    last < 1
      ? [
          [max + (max - min) / count / 2, last],
          [max + (max - min) / count / 2, 1],
        ]
      : [];
  return { ...about, says: rising([...points, ...beyond]) };
}
