import { conflictology, ets, type Model, theta } from "../../src/index.js";

/** Every model there is, called as the tests of their contract call it; a row each. */
export const models: readonly Model[] = [conflictology(12), ets(), ets("AAdA"), theta()];
