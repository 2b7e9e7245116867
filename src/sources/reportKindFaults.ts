import { fieldsIn, partsOf } from "../core/partsOf.js";
import type { ReportFault } from "./reportFaults.js";

/** Checks and plans asked of figures of a kind that they cannot use, and figures that lack what their kind needs. */
export function reportKindFaults(report: unknown): ReportFault[] {
  const figures = partsOf(report, "figures.*").map(({ path, value }) => ({ path, ...readFigure(value) }));
  const find = (id: unknown) => figures.find((one) => one.id === id && one.kind !== undefined);
  const kindOf = (id: unknown): string | undefined => find(id)?.kind;
  const faults: ReportFault[] = figures
    .filter(({ what, per }) => what === "mean" && per === undefined)
    .map(({ path }) => ({ path, says: 'is a mean and needs per: "week" or "month"' }));
  for (const { path, whole, kind } of figures) {
    if (whole === undefined || kind === undefined) continue;
    if (kind !== "share") faults.push({ path: [...path, "whole"], says: `goes with a share, got a ${kind}` });
    else if (kindOf(whole) === "share" || kindOf(whole) === "quantity")
      faults.push({ path: [...path, "whole"], says: `needs a count or a mean, got a ${kindOf(whole)}` });
  }
  for (const { path, value } of partsOf(report, "claims.*.check")) {
    const { type, before, after, figure, against, part, whole } = fieldsIn(value);
    if (type === "ratio") faults.push(...alike([before, after].map(kindOf), path, meansOrCounts));
    if (type === "leads") {
      const four = [part, whole].map(fieldsIn).flatMap((pair) => [pair["before"], pair["after"]]);
      faults.push(...alike(four.map(kindOf), path, meansOrCounts));
    }
    if (type === "pace" && ![undefined, "count"].includes(kindOf(figure)))
      faults.push({ path: [...path, "figure"], says: `needs a count, got a ${kindOf(figure)}` });
    if (type !== "share") continue;
    const one = find(figure);
    if (one !== undefined && (one.kind !== "share" || one.whole === undefined))
      faults.push({ path: [...path, "figure"], says: "needs a share with a count or a mean as its whole" });
    for (const other of partsOf(against, "*")) {
      if (typeof other.value === "string" && ![undefined, "share"].includes(kindOf(other.value)))
        faults.push({ path: [...path, "against", ...other.path], says: `needs a share, got a ${kindOf(other.value)}` });
    }
  }
  for (const { path, value } of partsOf(report, "plans.*")) {
    const { low, high } = fieldsIn(value);
    faults.push(...alike([low, high].map(kindOf), path, "two means of one unit"));
  }
  return faults;
}

const meansOrCounts = "means of one unit, or counts";

/** What a figure is, in words; undefined where it does not say, which its own fault tells. */
function readFigure(figure: unknown): { id: unknown; what: unknown; per: unknown; whole: unknown; kind?: string } {
  const { id, what, per, whole } = fieldsIn(figure);
  const isMean = what === "mean" && (per === "week" || per === "month");
  const kind = isMean ? `mean a ${per}` : ["count", "share", "quantity"].find((one) => one === what);
  return { id, what, per, whole, ...(kind !== undefined && { kind }) };
}

function alike(
  kinds: readonly (string | undefined)[],
  path: readonly (string | number)[],
  needs: string,
): readonly ReportFault[] {
  if (kinds.includes(undefined)) return [];
  const isFine =
    new Set(kinds).size === 1 && (/^mean/.test(kinds[0] ?? "") || (needs === meansOrCounts && kinds[0] === "count"));
  return isFine ? [] : [{ path, says: `needs ${needs}, got ${kinds.join(" and ")}` }];
}
