import { nextPeriod } from "../../src/core/day.js";
import type { Model, Panel, Series } from "../../src/index.js";
import { random } from "../../src/math/random.js";

/** Monthly counts of two places from January 2015, made up: a level that wanders, and a quiet place. */
export function madePanel(months = 60, seed = 3): Panel {
  const uniform = random(seed);
  return [12, 1].map((level, place): Series => {
    let now = level;
    return {
      ...{ key: { zone: ["hill", "dale"][place] }, from: "made-up", start: "2015-01-01" },
      recipe: { where: [{}], by: ["zone"], every: "month", measure: "events" },
      values: Array.from({ length: months }, () => {
        now *= Math.exp(0.3 * (uniform() - 0.5));
        return Math.floor(2 * now * uniform());
      }),
      exposure: Array.from({ length: months }, () => 1),
    };
  });
}

/** The same panel with every count after a month changed, and none before. */
export function changedAfter(panel: Panel, origin: string): Panel {
  return panel.map((series) => {
    let day = series.start;
    const values = series.values.map((value) => {
      const isLater = day > origin;
      day = nextPeriod(day, "month");
      return isLater ? 5 * value + 17 : value;
    });
    return { ...series, values };
  });
}

/** A model of a cell: what it draws tells whether its stream is the same everywhere. */
export const drawn: Model = {
  name: "drawn()",
  needs: 3,
  fit: ({ values }) => ({
    parameters: {},
    ahead: ({ exposure, draws, uniform }) =>
      exposure.map(() => ({
        family: "draws",
        values: Array.from({ length: draws }, () => Math.floor(uniform() * (2 * values[values.length - 1] + 2))),
      })),
  }),
};
