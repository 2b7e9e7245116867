import { type Hypothesis, type Report, type Separation, type Snapshot, separation } from "../../src/index.js";
import { type View, views } from "./judgedWeighing.js";

/** How well flooding and redeployment could be told apart if other months were seen, or more were known beforehand. */
export interface ApartRow {
  readonly view: string;
  readonly months: "all six" | "January and February" | "March to June";
  /** The drift supposed; as estimated where absent. */
  readonly drift?: number;
  /** What is supposed to be known: sizes to a tenth of what is left open of them, the end of both to be in June. */
  readonly known?: "sizes" | "end";
}

const early = ["2024-01-01", "2024-02-01"];
const late = ["2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01"];

const everything = { view: views[views.length - 1].name, months: "all six" } as const;

export const apart: readonly ApartRow[] = [
  ...views.flatMap(({ name }): ApartRow[] => [
    { view: name, months: "all six" },
    { view: name, months: "January and February" },
    { view: name, months: "March to June" },
    { view: name, months: "all six", drift: 0.2 },
    { view: name, months: "all six", drift: 0 },
  ]),
  { ...everything, known: "sizes" },
  { ...everything, known: "end" },
  { ...everything, drift: 0, known: "end" },
];

/** What `separation` promises of a row; all hypotheses are in it. */
export async function apartWeighing(
  report: Report,
  snapshot: Snapshot,
  { view, months, drift, known }: ApartRow,
  some: { draws: number; seed: number },
): Promise<Separation> {
  const { weighing } = report;
  const { zones, together } = views.find((one) => one.name === view) as View;
  const periods = months === "all six" ? [...early, ...late] : months === "March to June" ? late : early;
  const other = {
    ...report,
    ...(weighing && drift !== undefined && { weighing: { ...weighing, drift } }),
    hypotheses: report.hypotheses.map((one) => knowing(one, known)),
  };
  return await separation(other, snapshot, { zones, together, periods, ...some });
}

function knowing(one: Hypothesis, known: ApartRow["known"]): Hypothesis {
  if (known === "end")
    return one.id === "flooding" || one.id === "redeployment" ? { ...one, ends: ["2024-06-01"] } : one;
  if (known === undefined) return one;
  const supposes = one.supposes.map((effect) => ({ ...effect, size: { ...effect.size, sd: effect.size.sd / 10 } }));
  return { ...one, supposes };
}

/** The accuracy of flooding against redeployment. */
export function accuracyOf({ pairs }: Separation): number {
  return pairs.find(({ one, other }) => one === "flooding" && other === "redeployment")?.accuracy ?? Number.NaN;
}
