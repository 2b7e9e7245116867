import { InputError } from "../core/errors.js";
import type { Ensemble } from "./ensemble.js";
import { ensembleOf } from "./ensembleOf.js";
import type { Model } from "./model.js";

/**
 * The mean of the members' chances, weighted if weights are given: what one believes who asks one of them at random. It
 * is wider than they are in the mean, which often is right. It is a mixture at each step apart, and ties no step to another, not
 * even where its parts are draws of paths: what is drawn of it is drawn for each step alone, and `track` tells only bounds of what
 * may happen in several. `quantileAverage` keeps paths.
 *
 * @throws InputError when there is no member, one stands twice, or weights are not above 0, one a member
 * @see Stone (1961) Annals of Mathematical Statistics 32, 1339–1342
 */
export function linearPool(members: readonly Model[], weights?: readonly number[]): Ensemble {
  const names = JSON.stringify(members.map(({ name }) => name));
  const given = weights ?? members.map(() => 1);
  const isGiven = Array.isArray(given) && given.length === members.length;
  if (!isGiven || !given.every((weight) => Number.isFinite(weight) && weight > 0))
    throw new InputError(
      `linearPool: needs a weight above 0 for each of ${members.length} models, got ${[given].flat().join(", ")}`,
    );
  return ensembleOf({
    name: weights === undefined ? `linearPool(${names})` : `linearPool(${names},${JSON.stringify(weights)})`,
    ...{ members, origins: 0 },
    combine: (says) => {
      const own = says.length === members.length ? given : says.map(() => 1);
      const sum = own.reduce((all, weight) => all + weight, 0);
      return says.length === 1 ? says[0] : { family: "mixture", weights: own.map((weight) => weight / sum), of: says };
    },
  });
}
