import type { Backtest, Failure } from "../core/backtest.js";
import { type Day, nextPeriod } from "../core/day.js";
import type { Forecast } from "../core/forecast.js";
import type { Panel } from "../core/panel.js";
import { type Ensemble, isEnsemble, type PastTask } from "./ensemble.js";
import type { Model } from "./model.js";

/** The models that have to be run, the ensembles made of them (members first), and how many origins before they need. */
export interface WithMembers {
  readonly plain: readonly Model[];
  readonly ensembles: readonly Ensemble[];
  readonly before: number;
}

/** Takes ensembles apart into what they are made of, each model once. */
export function withMembers(models: readonly Model[]): WithMembers {
  const plain = new Map<string, Model>();
  const ensembles = new Map<string, Ensemble>();
  const depthOf = (model: Model): number => {
    if (!isEnsemble(model)) {
      plain.set(model.name, plain.get(model.name) ?? model);
      return 0;
    }
    const deepest = Math.max(...model.members.map(depthOf));
    ensembles.set(model.name, ensembles.get(model.name) ?? model);
    return deepest + model.origins;
  };
  const before = Math.max(...models.map(depthOf));
  return { plain: [...plain.values()], ensembles: [...ensembles.values()], before };
}

type Rows = Pick<Backtest, "forecasts" | "failures">;

/** What a back-test's forecasts are looked up by. */
type Task = `${number} ${number} ${number}`;

/**
 * Puts the forecasts of members together into those of ensembles, each origin from what was known at it: of past forecasts
 * only those whose period was over, and what came as the origin's own counts have it.
 */
export function combined(
  { forecasts, failures }: Rows,
  ensembles: readonly Ensemble[],
  { seen, origins, ahead }: { seen: readonly Panel[]; origins: readonly Day[]; ahead: number },
): Rows {
  const all = [...forecasts];
  const failed = [...failures];
  const found = tasksOf(forecasts, seen, origins);
  for (const ensemble of ensembles) {
    const own = combinedOne(ensemble, found, { seen, origins, ahead });
    found.set(ensemble.name, new Map(own.forecasts));
    for (const [, forecast] of own.forecasts) all.push(forecast);
    failed.push(...own.failures);
  }
  return { forecasts: all, failures: failed };
}

function combinedOne(
  ensemble: Ensemble,
  found: ReadonlyMap<string, ReadonlyMap<Task, Forecast>>,
  { seen, origins, ahead }: { seen: readonly Panel[]; origins: readonly Day[]; ahead: number },
): { forecasts: [Task, Forecast][]; failures: Failure[] } {
  const members = ensemble.members.map(({ name }) => found.get(name));
  const rowsAt = (task: Task): Forecast[] => members.flatMap((rows) => rows?.get(task) ?? []);
  const forecasts: [Task, Forecast][] = [];
  const failures: Failure[] = [];
  const known = new Map<string, PastTask>();
  const indexOf = indices();
  const pastOf = (place: number, at: number, step: number, panel: Panel): PastTask[] => {
    const rows = rowsAt(`${place} ${at} ${step}`);
    if (rows.length < members.length) return [];
    const observed = panel[place].values[indexOf(panel[place], rows[0].target)];
    if (observed === undefined) return [];
    const name = `${place} ${at} ${step} ${observed}`;
    const task = known.get(name) ?? { place, step, says: rows.map(({ says }) => says), observed };
    known.set(name, task);
    return [task];
  };
  origins.forEach((origin, at) => {
    const panel = seen[at];
    for (let step = 1; step <= ahead; step++) {
      const past: PastTask[] = [];
      for (let before = Math.max(0, at - ensemble.origins); before < at; before++)
        for (let place = 0; place < panel.length; place++) past.push(...pastOf(place, before, step, panel));
      panel.forEach(({ key }, place) => {
        const rows = rowsAt(`${place} ${at} ${step}`);
        if (rows.length > 0) {
          const says = ensemble.combine(
            rows.map((row) => row.says),
            past,
            step,
          );
          forecasts.push([`${place} ${at} ${step}`, { ...rows[0], model: ensemble.name, says }]);
        } else if (step === 1)
          failures.push({ model: ensemble.name, key, origin, why: "none of its members could be fitted" });
      });
    }
  });
  return { forecasts, failures };
}

function tasksOf(
  forecasts: readonly Forecast[],
  seen: readonly Panel[],
  origins: readonly Day[],
): Map<string, ReadonlyMap<Task, Forecast>> {
  const at = new Map(origins.map((origin, i) => [origin, i]));
  const places = new Map(seen[0].map(({ key }, place) => [JSON.stringify(key), place]));
  const found = new Map<string, Map<Task, Forecast>>();
  for (const forecast of forecasts) {
    const rows = found.get(forecast.model) ?? new Map<Task, Forecast>();
    found.set(forecast.model, rows);
    const place = places.get(JSON.stringify(forecast.key)) ?? -1;
    rows.set(`${place} ${at.get(forecast.origin) ?? -1} ${forecast.step}`, forecast);
  }
  return found;
}

/** Gives the place of a period in a series; beyond its end, where a count cannot be known, as many as it would be. */
function indices(): (series: Panel[number], period: Day) => number {
  const starts = new Map<Day, Map<Day, number>>();
  return ({ start, recipe }, period) => {
    const found = starts.get(start) ?? new Map([[start, 0]]);
    starts.set(start, found);
    const known = found.get(period);
    if (known !== undefined) return known;
    let [day, place] = [...found].at(-1) ?? [start, 0];
    while (day < period) {
      day = nextPeriod(day, recipe.every);
      found.set(day, ++place);
    }
    return found.get(period) ?? -1;
  };
}
