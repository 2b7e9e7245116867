import type { Distribution } from "../core/distribution.js";
import type { Model } from "./model.js";

/** What the members of an ensemble said of one period that has come since. */
export interface PastTask {
  /** The place of the series in its panel. */
  readonly place: number;
  readonly step: number;
  /** A distribution a member, in the order of the members. */
  readonly says: readonly Distribution[];
  readonly observed: number;
}

/**
 * A model made of models: it says what its members say, put together by how they did at the origins before. Alone it asks
 * its members anew at each of those; a back-test that has their forecasts already puts those together.
 */
export interface Ensemble extends Model {
  readonly members: readonly Model[];
  /** Past origins that it learns from; 0 where it learns nothing. */
  readonly origins: number;
  /** Members that could not be fitted are absent from both. */
  combine(says: readonly Distribution[], past: readonly PastTask[], step: number): Distribution;
}

/** Whether a model is made of models. */
export function isEnsemble(model: Model): model is Ensemble {
  return "members" in model && "combine" in model;
}
