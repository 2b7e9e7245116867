import * as hc from "../../src/index.js";

/** Every metric there is, called as the tests of their contract call it; a row each. */
export const metrics: readonly hc.Metric[] = [
  hc.crps(),
  hc.thresholdCrps(3),
  hc.logCrps(),
  hc.logCrps(0.5),
  hc.logScore(),
  hc.brier(),
  hc.rps([0, 3, 10]),
  hc.dss(),
  hc.quantileScore(0.75),
  hc.wis(),
  hc.wis([0.1, 0.5, 0.9]),
  hc.wisPart("dispersion"),
  hc.wisPart("underprediction", [0.25, 0.75]),
  hc.wisPart("overprediction"),
  hc.intervalScore(0.8),
  hc.mis(),
  hc.ignorance(),
  hc.ignorance([0, 1, 5, 2000], "evaluation"),
  hc.coverage(0.9),
  hc.bias(),
  hc.sharpness(0.5),
  hc.absoluteError(),
  hc.squaredError(),
];
