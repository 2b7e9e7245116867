import type { Run } from "./runCase.js";

/** What was found beside the verdicts, under a heading, with the beginnings of its charts' names. */
export interface Aside {
  readonly title: string;
  readonly says: readonly string[];
  readonly charts: readonly string[];
}

/** What was found beside the verdicts: before the data, over every reading, in comparable episodes, of words as forecasts. */
export function aside({
  plans,
  multiverses,
  referenceRates,
  scores,
}: Pick<Run, "plans" | "multiverses" | "referenceRates" | "scores">): Aside[] {
  return [
    {
      title: "What the indicator could tell before data came",
      says: plans.flatMap((one) => one.readings),
      charts: ["plan-", "apart-"],
    },
    {
      title: "Over every defensible reading",
      says: multiverses.flatMap(({ asks, sentences }) => sentences.map((one, i) => (i === 0 ? `${asks} ${one}` : one))),
      charts: ["readings-"],
    },
    {
      title: "In comparable episodes",
      says: referenceRates.map((one) => one.reading),
      charts: ["episodes-"],
    },
    { title: "Words as forecasts", says: scores.map((one) => one.reading), charts: [] },
  ].filter((one) => one.says.length > 0);
}
