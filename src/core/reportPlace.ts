import { fieldsIn } from "./partsOf.js";

type Path = readonly (string | number)[];

/** The lists of a report, with what a member of each is called and the field that names it. */
export const namedLists: readonly (readonly [list: string, noun: string, named: "id" | "name" | "note"])[] = [
  ["evidence", "evidence", "name"],
  ["figures", "figure", "id"],
  ["claims", "claim", "id"],
  ["questions", "question", "id"],
  ["plans", "plan", "id"],
  ["readings", "readings", "id"],
  ["referenceClasses", "reference class", "id"],
  ["hypotheses", "hypothesis", "id"],
  ["citations", "note", "note"],
];

/**
 * Where something stands in a report file: the path of its field and, in a list, which member it is of.
 *
 * @example
 * reportPlace({ claims: [{ id: "lull" }] }, ["claims", 0, "check", "word"]) // "claims.0.check.word (claim lull)"
 */
export function reportPlace(report: unknown, path: Path): string {
  const written = path.join(".") || "the whole";
  const [, noun, named] = namedLists.find(([list]) => list === path[0]) ?? [];
  if (noun === undefined || named === undefined || path.length < 2) return written;
  const list = fieldsIn(report)[String(path[0])];
  const name = fieldsIn(Array.isArray(list) ? list[Number(path[1])] : undefined)[named];
  return typeof name === "string" || typeof name === "number" ? `${written} (${noun} ${name})` : written;
}

const order: readonly string[] = [
  ...["id", "title", "publisher", "published", "cutoff", "closed", "every", "question", "numbering", "codebook"],
  ...["windows", "evidence", "figures", "claims", "questions", "plans", "readings", "referenceClasses", "hypotheses"],
  ...["covariates", "weighing", "citations"],
];

/** Puts what stands at paths of a report into its order: by part, then by the member's place in its list. */
export function inReportOrder<T extends { readonly path: Path }>(some: readonly T[]): T[] {
  const at = ({ path: [part = ""] }: T): number => order.indexOf(String(part));
  const member = ({ path: [, one] }: T): number => (typeof one === "number" ? one : -1);
  return [...some].sort((one, other) => at(one) - at(other) || member(one) - member(other));
}
