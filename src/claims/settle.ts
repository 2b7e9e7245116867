import { numbered } from "../core/print.js";
import type { Resolution, State } from "../core/resolution.js";

/** What came of a question over all the ways in which it was counted. */
export interface Settled {
  readonly question: string;
  readonly claim: string;
  readonly asks: string;
  readonly state: State;
  readonly outcome?: boolean;
  /** Whether proxies alone answered. */
  readonly isByProxy: boolean;
  /** The resolutions it rests on. */
  readonly ways: readonly Resolution[];
  readonly reading: string;
}

/**
 * One answer a question, in the order in which questions first stand. Ways that count what is meant decide, and proxies
 * only where none of those can be asked at all; of the ways that decide, those resolved must agree, or the question is ambiguous.
 * Where none is resolved yet it is too early before it is open.
 *
 * @example
 * settle([{ question: "q", state: "resolved", outcome: true, label: "a", data: { name: "x" } }])[0].outcome // true
 */
export function settle(resolutions: readonly Resolution[]): Settled[] {
  return [...new Set(resolutions.map((one) => one.question))].map((question) =>
    settled(resolutions.filter((one) => one.question === question)),
  );
}

function settled(all: readonly Resolution[]): Settled {
  const { question, claim, asks } = all[0];
  const asked = all.filter((one) => one.state !== "annulled");
  const own = asked.filter((one) => one.proxy === undefined);
  const isByProxy = own.length === 0 && asked.length > 0;
  const deciding = isByProxy ? asked : own;
  const head = { question, claim, asks, isByProxy };
  const suffix = isByProxy ? ", by proxy alone" : "";
  const resolved = deciding.filter((one) => one.state === "resolved");
  const outcomes = new Set(resolved.map((one) => one.outcome));
  if (outcomes.size > 1) {
    const said = resolved.map(({ label, data, outcome }) => `${outcome ? "yes" : "no"} by ${label} (${data.name})`);
    return { ...head, state: "ambiguous", ways: resolved, reading: `ambiguous: ${said.join(", ")}${suffix}` };
  }
  const outcome = resolved.at(0)?.outcome;
  if (outcome !== undefined) {
    const reading = `${outcome ? "yes" : "no"}, by ${numbered(resolved.length, "way")} of counting${suffix}`;
    return { ...head, state: "resolved", outcome, ways: resolved, reading };
  }
  const state =
    (["too early", "open"] as const).find((word) => deciding.some((one) => one.state === word)) ?? "annulled";
  const ways = state === "annulled" ? all : deciding.filter((one) => one.state === state);
  return { ...head, state, ways, reading: `${ways[0].reading}${suffix}` };
}
