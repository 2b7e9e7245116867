import type { Report } from "../core/report.js";
import { type Kind, namesIn } from "../core/reportNames.js";
import type { Linted } from "./lintReport.js";

/** Parts of a report that no other part uses. */
export function lintUses(report: Report): Linted[] {
  const used = new Set(namesIn(report).map(({ kind, name }) => `${kind} ${name}`));
  const idle = (kind: Kind, names: readonly string[], path: (name: string, i: number) => Linted["path"]): Linted[] =>
    names.flatMap((name, i) =>
      used.has(`${kind} ${name}`) ? [] : [{ path: path(name, i), level: "advice", says: `nothing uses this ${kind}` }],
    );
  const counted = new Set(report.figures.filter(({ measured }) => measured.length > 0).map(({ id }) => id));
  return [
    ...idle("window", Object.keys(report.windows), (name) => ["windows", name]),
    ...idle(
      "evidence",
      report.evidence.map(({ name }) => name),
      (_, i) => ["evidence", i],
    ),
    ...idle("covariate", Object.keys(report.covariates), (name) => ["covariates", name]),
    // A figure that data can count is reproduced, whoever else uses it.
    ...idle(
      "figure",
      report.figures.map(({ id }) => id),
      (_, i) => ["figures", i],
    ).filter(({ path }) => !counted.has(report.figures[Number(path[1])].id)),
  ];
}
