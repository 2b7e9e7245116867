import { decimals, numbered, percent } from "../core/print.js";
import type { Figure, Report } from "../core/report.js";
import type { Matter, Verdict } from "../core/verdict.js";
import { printOf, windowOf } from "./figures.js";
import { grim } from "./grim.js";
import { isNumber } from "./meansOf.js";
import { wholeOf } from "./quantityOf.js";
import type { Rounding } from "./rounding.js";

/** Wholes that the report does not print are tried up to here. */
const most = 100;

/**
 * Whether the percentages that are printed of one whole can be: of the whole the report prints, or else of which wholes
 * (GRIM, jointly). A single percentage of an unknown whole is not judged, as some whole always fits.
 */
export function auditPercents(report: Report): Verdict[] {
  const shares = report.figures.filter((one) => one.what === "share" && isNumber(one));
  const groups = new Map<string, Figure[]>();
  for (const one of shares) {
    const key = one.whole === undefined ? one.window : `${one.window}/${one.whole}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].flatMap(([key, figures]) => {
    const whole = wholeOf(report, figures[0]);
    return whole === undefined && figures.length < 2 ? [] : [auditGroup(report, key, figures, whole)];
  });
}

function auditGroup(
  report: Report,
  key: string,
  figures: readonly Figure[],
  whole: readonly [number, number] | undefined,
): Verdict {
  const [from, to] = whole ?? [1, most];
  const exact = fitting(figures, from, to, () => 0);
  const hedged = fitting(figures, from, to, (one) => (one.hedge === undefined ? 0 : 1));
  const list = figures.map((one) => `${one.hedge === undefined ? "" : `${one.hedge} `}${one.printed}%`).join(", ");
  const range = from === to ? `${from}` : `a whole of ${from} to ${to}`;
  const verdict = exact.length > 0 ? "holds" : hedged.length > 0 ? "uncertain" : "fails";
  const found =
    exact.length > 0 ? says(exact, whole) : hedged.length > 0 ? `only with the hedge: ${says(hedged, whole)}` : "";
  const rules = exact.length > 0 && from === to ? rulesOf(figures, from) : "";
  const chance = passing(figures, from, to);
  return {
    id: `percents/${key}`,
    by: "audit",
    at: figures[0].at,
    data: printOf(report),
    n: whole !== undefined && from === to ? from : figures.length,
    label: `Percentages of one whole: ${list}`,
    says: `${list} of ${whole === undefined ? "one whole" : range} (${windowOf(report, figures[0].window).label})`,
    verdict,
    reading:
      found === "" ? `no ${from === to ? "count out of" : "whole among"} ${range} prints so` : `${found}${rules}`,
    couldFail:
      chance < 1
        ? `yes: ${percent(chance)} of percentages printed so finely are possible of ${from === to ? from : `some whole of ${from} to ${to}`}`
        : `no: of so large or so vague a whole every percentage is possible`,
    how: `GRIM of percentages (Brown & Heathers 2017), a digit between two either way, all of one whole${figures.some((one) => one.hedge !== undefined) ? "; a hedge lets each lie one point further (ours)" : ""}`,
    matters: matters[verdict],
  };
}

const matters: Readonly<Record<"holds" | "uncertain" | "fails", Matter>> = {
  holds: { weight: "low", why: "nothing speaks against the percentages" },
  uncertain: { weight: "low", why: "the percentages hold only as loosely as they are put" },
  fails: { weight: "medium", why: "the percentages are of another whole than the report's, or wrong" },
};

type Fit = { readonly n: number; readonly sums: readonly (readonly number[])[] };

function fitting(figures: readonly Figure[], from: number, to: number, wider: (one: Figure) => number): Fit[] {
  const found: Fit[] = [];
  for (let n = Math.max(1, from); n <= to; n++) {
    const sums = figures.map((one) =>
      grim(one.printed, n, { scale: 100, wider: wider(one) }).filter((sum) => sum <= n),
    );
    if (sums.every((some) => some.length > 0)) found.push({ n, sums });
  }
  return found;
}

function says(fits: readonly Fit[], whole: readonly [number, number] | undefined): string {
  const [{ n, sums }] = fits;
  const parts = sums.map((some) => some.join(" or ")).join(", ");
  if (whole !== undefined && fits.length === 1) return `${parts} of ${n}`;
  const list = fits.slice(0, 8).map((one) => one.n);
  const more = fits.length > list.length ? " and more" : "";
  const within = whole === undefined ? ` of the wholes up to ${most}` : "";
  return `${n} is the smallest whole (${parts} of ${n}); ${numbered(fits.length, "whole")}${within} can print so: ${list.join(", ")}${more}`;
}

/** Which rules of rounding are left, where what is printed leaves some out. */
function rulesOf(figures: readonly Figure[], whole: number): string {
  const rules: readonly Rounding[] = ["half up", "half even", "half down"];
  const left = rules.filter((rounding) =>
    figures.every((one) => grim(one.printed, whole, { scale: 100, rounding }).length > 0),
  );
  if (left.length === rules.length) return "";
  return left.length === 0 ? "; not all rounded by one rule" : `; only if rounded ${left.join(" or ")}`;
}

/** Which share of all percentages with as many decimals some whole of the range can print. */
function passing(figures: readonly Figure[], from: number, to: number): number {
  const places = Math.min(1, Math.max(...figures.map((one) => (one.printed.split(".")[1] ?? "").length)));
  const fine = 10 ** places;
  let count = 0;
  for (let digits = 0; digits <= 100 * fine; digits++) {
    const printed = decimals(digits / fine, places);
    for (let n = Math.max(1, from); n <= to; n++) {
      if (grim(printed, n, { scale: 100 }).length === 0) continue;
      count++;
      break;
    }
  }
  return count / (100 * fine + 1);
}
