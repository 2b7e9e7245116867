import type * as hc from "../../src/index.js";
import known from "../fixtures/monitor.json" with { type: "json" };

/** A panel of one series of counts. */
export function panelOf(
  values: readonly number[],
  options: { every?: hc.Every; start?: hc.Day; exposure?: readonly number[] } = {},
): hc.Panel {
  const { every = "week", start = "2014-12-29", exposure = values.map(() => 7) } = options;
  const recipe = { where: [], by: [], every, measure: "events" as const };
  return [{ key: { zone: "coast" }, recipe, from: "abcdef1234", start, values, exposure }];
}

/** A series that R was shown, with the exposure it was given or without. */
export function seriesOf(name: string, exposed: boolean): hc.Panel {
  const found = known.series.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no series ${name}`);
  const { values, start } = found;
  const every = found.every === "month" ? "month" : "week";
  return panelOf(values, { every, start, exposure: exposed ? found.exposure : values.map(() => 1) });
}
