import type { Verdict } from "../core/verdict.js";
import type { PageSection } from "../page/sections.js";
import { aside } from "./aside.js";
import type { Run } from "./runCase.js";
import { isWeighty } from "./summary.js";

/** What a run found beside the claims themselves, in the order in which a reader asks. Whatever is empty is left out. */
export function sectionsOf(run: Run): PageSection[] {
  const { verdicts, charts, watched } = run;
  const drawn = (...starts: readonly string[]): string[] =>
    charts.map((one) => one.name).filter((name) => starts.some((start) => name.startsWith(start)));
  const plain = { says: [], charts: [], verdicts: [], folded: [] };
  const all: readonly PageSection[] = [
    { ...plain, title: "What happened, zone by zone", charts: drawn("zones") },
    { ...plain, title: "Every change that was judged", charts: drawn("changes") },
    {
      ...plain,
      title: "Which explanation forecast it",
      charts: drawn("evidence"),
      verdicts: verdicts.filter((one) => one.by === "weigh"),
    },
    ...aside(run).map((one) => ({ ...plain, title: one.title, says: one.says, charts: drawn(...one.charts) })),
    {
      ...plain,
      title: "Its questions as new periods arrive",
      says: watched.map(({ label, state, reading, couldFail }) => {
        return `${label}: ${state}. ${reading}. Could it come out otherwise? ${couldFail}`;
      }),
      charts: drawn("watched-"),
    },
    { ...plain, title: "When its sources are from", charts: drawn("clock") },
    found(verdicts),
    figures(verdicts),
  ];
  return all.filter((one) => [one.says, one.charts, one.verdicts, one.folded].some((part) => part.length > 0));
}

/** What an audit found beside the claims' own numbers, what matters most first. */
function found(verdicts: readonly Verdict[]): PageSection {
  const own = verdicts.filter(({ by, id, claim }) => by === "audit" && id !== claim);
  const ofOne = ({ id }: Verdict): boolean => /^sources\/(figure|claim)-/.test(id);
  const weighing = (weight: string): Verdict[] =>
    own.filter((one) => (one.matters?.weight ?? "low") === weight && !(ofOne(one) && weight !== "low"));
  const high = weighing("high");
  const sources = (weight: string): Verdict[] => own.filter((one) => ofOne(one) && one.matters?.weight === weight);
  return {
    title: "What its numbers, words and sources show by themselves",
    says: [],
    charts: [],
    verdicts: [...high.filter(isWeighty), ...high.filter((one) => !isWeighty(one)), ...weighing("medium")],
    folded: [
      ...folded((n) => `${n} figures and claims that no reader can re-run, and on which much rests`, sources("high")),
      ...folded((n) => `${n} more, by the sources they rest on`, sources("medium")),
      ...folded((n) => `${n} findings of low weight`, weighing("low")),
    ],
  };
}

/** What was counted beside the figures and claims, folded: each verdict on a claim stands in the claim's own row. */
function figures(verdicts: readonly Verdict[]): PageSection {
  const own = verdicts.filter((one) => one.by === "reproduce");
  const cannot = (one: Verdict): boolean => one.verdict === "cannot be compared";
  return {
    title: "Beside the data",
    says: [],
    charts: [],
    verdicts: [],
    folded: [
      ...folded(
        (n) => `${n} comparisons of figures and claims with the data`,
        own.filter((one) => !cannot(one)),
      ),
      ...folded((n) => `${n} that cannot be compared, with the reason and what the data count`, own.filter(cannot)),
    ],
  };
}

function folded(title: (n: number) => string, verdicts: readonly Verdict[]): PageSection["folded"] {
  return verdicts.length === 0 ? [] : [{ title: title(verdicts.length), verdicts }];
}
