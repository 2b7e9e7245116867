import { random } from "../math/random.js";
import { checkedDraws, type Draws } from "./changeStatistic.js";
import { type NullModel, nullSeries } from "./nullSeries.js";
import type { Stretch } from "./test.js";

/** How often, of the draws and what was seen, a series without a change shows as much. */
export function drawnP(
  stretch: Stretch,
  model: NullModel,
  options: Partial<Draws>,
  seen: number,
  statisticOf: (drawn: Stretch) => number,
): { p: number; how: string } {
  const { seed, draws } = checkedDraws(options, "changePoint: a p that is drawn");
  const make = nullSeries(stretch, model, random(seed));
  let asMuch = 1;
  for (let i = 0; i < draws; i++) {
    const { values, exposure } = make();
    if (statisticOf({ values: [...values], exposure: [...exposure] }) >= seen * (1 - 1e-11)) asMuch++;
  }
  return { p: asMuch / (draws + 1), how: `p of ${draws} draws` };
}
