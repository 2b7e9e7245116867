import { bench, describe } from "vitest";
import { fitNegbin, fitPoisson } from "../../src/inference/fitCounts.js";
import { neweyWest } from "../../src/inference/neweyWest.js";
import { robustCovariance } from "../../src/inference/robustCovariance.js";
import { regressionData } from "./regressionData.js";

const data = regressionData();
const fit = fitNegbin(data);

describe("regression, 7 coefficients on 96 months", () => {
  bench("negative binomial, theta fitted", () => void fitNegbin(data));
  bench("negative binomial, theta given", () => void fitNegbin(data, { theta: 4 }));
  bench("Poisson", () => void fitPoisson(data));
  bench("HC3 errors", () => void robustCovariance(data, fit, { kind: "HC3" }));
  bench("Newey-West errors, 6 months", () => void neweyWest(data, fit, { lag: 6 }));
});
