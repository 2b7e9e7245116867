import type { Plan, PlanDate, Rule } from "../core/plan.js";
import { numbered, percent } from "../core/print.js";
import type { Separation } from "../core/separation.js";
import { periodName } from "./periodName.js";

/** What a plan comes to, in sentences; `first` is its first period. */
export function planReadings(plan: Omit<Plan, "readings" | "assumes">, first: string): string[] {
  const { rows, separations, reported } = plan;
  const phis = [...new Set(rows.map((row) => row.phi))];
  return [
    firstAlone(plan, periodName(first, plan.per)),
    ...phis.map((phi) => whenUseful(plan, phi)),
    ...(reported?.some((share) => share < 1) ? phis.map((phi) => whatIsMissing(plan, phi)) : []),
    ...separations.map(whatStaysMixed),
  ];
}

function firstAlone({ rows, level, low, high }: Omit<Plan, "readings" | "assumes">, name: string): string {
  const alone = rows.filter((row) => row.periods === 1);
  const isEnough = alone.map(({ known }) => Math.max(known.falseAlarm, known.miss) <= 1 - level);
  const word = isEnough.every((one) => one)
    ? "decides"
    : isEnough.some((one) => one)
      ? "decides only if counts vary little"
      : "decides nothing";
  const each = alone.map(
    ({ phi, known }) =>
      `${phiText(phi)}, at ${atLeast(known)} the best rule says ${high.printed} though it is ${low.printed} in ${percent(known.falseAlarm)} and ${low.printed} though it is ${high.printed} in ${percent(known.miss)}`,
  );
  return `${upper(name)} alone ${word}: ${each.join("; ")}`;
}

function whenUseful({ decisions, per }: Omit<Plan, "readings" | "assumes">, phi: number): string {
  const own = decisions.filter((one) => one.phi === phi);
  const from = (date: PlanDate | undefined): string =>
    date === undefined ? "never inside the window" : `from ${numbered(date.periods, per)} on (${date.until})`;
  const each = own.map(
    ({ allowed, known, uncertain }) =>
      `at most ${percent(allowed)} ${from(known)} if the two rates were known, ${from(uncertain)} as they are known`,
  );
  return `${upper(phiText(phi))}, both errors are ${each.join("; ")}`;
}

function whatIsMissing({ rows, decisions, per }: Omit<Plan, "readings" | "assumes">, phi: number): string {
  const own = rows.filter((row) => row.phi === phi);
  const worst = own.reduce((most, row) =>
    (row.truncated?.ignored.miss ?? 0) > (most.truncated?.ignored.miss ?? 0) ? row : most,
  );
  const { truncated, known, periods } = worst;
  const safe = decisions.filter((one) => one.phi === phi);
  const on = (date: PlanDate | undefined): string => date?.until ?? "never inside the window";
  const dates = safe.map(
    ({ allowed, corrected, ignored }) =>
      `at ${percent(allowed)} ${on(corrected)} with the correction, ${on(ignored)} without`,
  );
  return `${upper(phiText(phi))}, who ignores that reports are still to come misses the high rate in ${percent(truncated?.ignored.miss ?? 0)} after ${numbered(periods, per)}, when ${percent(truncated?.share ?? 1)} is in (${percent(truncated?.corrected.miss ?? 0)} with the known share divided out, ${percent(known.miss)} once all is in); safe ${dates.join("; ")}`;
}

/** Which two explanations are the hardest to tell apart, and which the easiest, and how often each is recognised. */
function whatStaysMixed({ hypotheses, matrix, pairs, zones, together, periods, draws }: Separation): string {
  const labelOf = (id: string): string => hypotheses.find((one) => one.id === id)?.label ?? id;
  const told = [...pairs]
    .sort((a, b) => a.accuracy - b.accuracy)
    .map(({ one, other, accuracy }) => `${labelOf(one)} from ${labelOf(other)} in ${percent(accuracy)}`);
  const known = hypotheses.map(({ label }, i) => `${label} ${percent(matrix[i][i])}`).join(", ");
  const where = `${numbered(periods.length, "period")} of ${together ? "the sum of " : ""}${zones.join(", ")}`;
  const span = told.length > 1 ? `${told[0]}, ${told[told.length - 1]}` : told[0];
  return `A rate told apart does not tell why: on ${where}, two explanations at a time, ${span} (50% is chance); recognised among all when true: ${known} (${draws} data sets made under each)`;
}

function atLeast({ threshold, rate }: Rule): string {
  return threshold === null || rate === null ? "no count" : `${threshold} or more`;
}

/** The dispersion in words. */
function phiText(phi: number): string {
  return phi === 1 ? "for Poisson counts" : `with variance ${phi} times the mean`;
}

function upper(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
