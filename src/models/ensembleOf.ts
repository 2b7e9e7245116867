import type { Every } from "../core/day.js";
import type { Distribution } from "../core/distribution.js";
import { DataError, InputError } from "../core/errors.js";
import { random } from "../math/random.js";
import { seedFor } from "../math/seedFor.js";
import type { Ensemble, PastTask } from "./ensemble.js";
import type { Ahead, History, Model, Past } from "./model.js";
import { neededBy } from "./neededBy.js";

/** A way to put forecasts together, as an ensemble that can also stand alone. */
export function ensembleOf({
  name,
  members,
  origins,
  combine,
}: Pick<Ensemble, "members" | "origins" | "combine"> & { name: string }): Ensemble {
  if (members.length === 0) throw new InputError(`${name}: needs a model, got none`);
  if (!(Number.isInteger(origins) && origins >= 0))
    throw new InputError(`${name}: origins needs a whole number from 0, got ${origins}`);
  const names = members.map((one) => one.name);
  const twice = names.find((one, i) => names.indexOf(one) !== i);
  if (twice !== undefined) throw new InputError(`${name}: needs each model once, got ${twice} twice`);
  // All series of a panel share what was learnt at one origin, and models are asked for each of them in turn.
  const known = new WeakMap<readonly Past[], Map<number, PastTask[]>>();
  const pastOf = (history: History, ahead: number): PastTask[] => {
    const found = known.get(history.beside) ?? new Map<number, PastTask[]>();
    known.set(history.beside, found);
    const tasks = found.get(ahead) ?? pastTasks(history, members, { origins, ahead });
    found.set(ahead, tasks);
    return tasks;
  };
  return {
    ...{ name, members, origins, combine },
    needs: mostNeeds(members, "month") + (origins > 0 ? 1 : 0),
    needsOf: (every) => mostNeeds(members, every) + (origins > 0 ? 1 : 0),
    fit: (history) => ({
      parameters: {},
      ahead: (asked) => {
        const past = origins === 0 ? [] : pastOf(history, asked.exposure.length);
        const told = members.map((member) => saysOf(member, history, asked));
        const fits = told.flatMap((one) => ("says" in one ? [one.says] : []));
        const [first] = told;
        if (fits.length === 0 && "error" in first) throw first.error;
        return asked.exposure.map((_, i) =>
          combine(
            fits.map((says) => says[i]),
            past.filter((task) => task.step === i + 1),
            i + 1,
          ),
        );
      },
    }),
  };
}

function mostNeeds(members: readonly Model[], every: Every): number {
  return Math.max(...members.map((member) => neededBy(member, every)));
}

/** What members would have said at each of the origins before, of all series, where what came is known. */
function pastTasks(
  history: History,
  members: readonly Model[],
  { origins, ahead }: { origins: number; ahead: number },
): PastTask[] {
  const { beside, start, every } = history;
  const { length } = history.values;
  const tasks: PastTask[] = [];
  const needs = mostNeeds(members, every);
  for (let seen = Math.max(needs, length - origins); seen < length; seen++) {
    const cut = beside.map(({ values, exposure }) => ({
      values: values.slice(0, seen),
      exposure: exposure.slice(0, seen),
    }));
    cut.forEach((one, place) => {
      const uniform = random(seedFor(seen, String(place)));
      const asked: Ahead = { exposure: beside[place].exposure.slice(seen, seen + ahead), draws: 200, uniform };
      const fits = members.map((member) => saysOf(member, { ...one, start, every, beside: cut, place }, asked));
      asked.exposure.forEach((_, i) => {
        const says = fits.flatMap((fit) => ("says" in fit ? [fit.says[i]] : []));
        const observed = beside[place].values[seen + i];
        if (says.length === members.length) tasks.push({ place, step: i + 1, says, observed });
      });
    });
  }
  return tasks;
}

/** What a member says, or why it cannot. */
function saysOf(
  member: Model,
  history: History,
  asked: Ahead,
): { says: readonly Distribution[] } | { error: InputError | DataError } {
  try {
    return { says: member.fit(history).ahead(asked) };
  } catch (error) {
    if (!(error instanceof InputError || error instanceof DataError)) throw error;
    return { error };
  }
}
