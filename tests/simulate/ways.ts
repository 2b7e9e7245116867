import * as hc from "../../src/index.js";
import type { Way } from "./measured.js";

const level = 0.95;

/** Every comparison of two stretches. */
export const twoStretches: readonly Way[] = [
  between(hc.rateRatio("central")),
  between(hc.rateRatio("mid-p")),
  between(hc.quasiPoisson()),
];

/** Every test and interval of one stretch. */
export const oneStretch: readonly Way[] = [
  within(hc.poissonInterval("garwood"), ({ mean }) => mean),
  within(hc.poissonInterval("mid-p"), ({ mean }) => mean),
  within(hc.dispersion(), ({ phi }) => phi),
];

function between(comparison: hc.Comparison, share = 1): Way {
  return {
    name: comparison.name,
    share,
    ask: ([before, after]) => comparison.compare(before, after, level),
    truth: (_, ratio) => ratio,
  };
}

function within(test: hc.Test, truth?: Way["truth"], share = 1): Way {
  return { name: test.name, share, ask: ([stretch]) => test.test(stretch, level), ...(truth && { truth }) };
}
