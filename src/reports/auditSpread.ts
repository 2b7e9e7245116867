import { lengthIn } from "../core/lengthIn.js";
import { numbered, percent } from "../core/print.js";
import type { Figure, Report } from "../core/report.js";
import type { Matter, Verdict } from "../core/verdict.js";
import { debit } from "./debit.js";
import { printOf, windowOf } from "./figures.js";
import { type Grimmer, grimmer } from "./grimmer.js";
import { isNumber } from "./meansOf.js";
import { wholeOf } from "./quantityOf.js";
import { perOf } from "./stretches.js";

/**
 * Whether standard deviations can stand beside what they are printed beside: of means over whole periods (GRIMMER), and of
 * shares of a printed whole (DEBIT). One of a window of broken periods, or of an unknown whole, is not judged.
 */
export function auditSpread(report: Report): Verdict[] {
  return report.figures.flatMap((figure) => {
    if (figure.sd === undefined || !isNumber(figure)) return [];
    if (figure.what === "mean") return auditMean(report, figure, figure.sd);
    return figure.what === "share" ? auditBinary(report, figure, figure.sd) : [];
  });
}

function auditMean(report: Report, figure: Figure, sd: string): Verdict[] {
  const per = perOf(report, figure);
  const n = lengthIn(windowOf(report, figure.window), per);
  if (!Number.isInteger(n) || n < 2) return [];
  const [sample, population] = (["sample", "population"] as const).map((kind) =>
    grimmer(figure.printed, sd, n, { sd: kind }),
  );
  const isPossible = sample.possible || population.possible;
  const near = neighbours(sd).filter((other) => grimmer(figure.printed, other, n).possible).length;
  const rest = isPossible
    ? whatCan(sample.possible ? sample : population, per)
    : `it fails the test of ${failing(sample)}`;
  const divisor = !sample.possible && population.possible ? ", only divided by n and not by n - 1" : "";
  return [
    {
      ...headOf(report, figure, sd),
      n,
      verdict: isPossible ? "holds" : "fails",
      reading: `${figure.printed} and ${sd} over ${n} ${per}s ${isPossible ? "can be" : "cannot both be"}${divisor}: ${rest}`,
      couldFail: `${near < 101 ? "yes" : "no"}: ${near} of 101 standard deviations about it pass (${percent(near / 101)})`,
      how: "GRIMMER (Anaya 2016; Allard 2018): a whole sum of squares of the right parity and size, then a search for counts that have it",
      matters: matterOf(isPossible),
    },
  ];
}

function whatCan({ values, isDecided }: Grimmer, per: string): string {
  if (!isDecided) return "it passes the analytic tests, and no counts were looked for to the end";
  return `such as ${values.slice(0, 12).join(", ")}${values.length > 12 ? " and so on" : ""} a ${per}`;
}

function failing({ fails = "mean" }: Grimmer): string {
  return fails === "mean" ? "the mean itself" : fails === "no such values" ? "every way to reach it" : `the ${fails}`;
}

function auditBinary(report: Report, figure: Figure, sd: string): Verdict[] {
  const [n, most] = wholeOf(report, figure) ?? [0, 1];
  if (n !== most || n < 2) return [];
  // No standard deviation of 0 and 1 is above 1, and one in percentage points is below it only of next to nothing.
  const points = Number(sd) > 1;
  const share = points ? figure.printed : asShare(figure.printed);
  const options = { scale: points ? 100 : 1 } as const;
  const counts = (["sample", "population"] as const).flatMap((kind) => debit(share, sd, n, { ...options, sd: kind }));
  const isPossible = counts.length > 0;
  const near = neighbours(sd).filter((other) => debit(share, other, n, options).length > 0).length;
  return [
    {
      ...headOf(report, figure, sd),
      n,
      verdict: isPossible ? "holds" : "fails",
      reading: isPossible
        ? `${[...new Set(counts)].join(" or ")} of ${n} has that standard deviation`
        : `no count out of ${n} has both: the share settles its standard deviation`,
      couldFail: `yes: ${numbered(near, "standard deviation")} of 101 about it would pass`,
      how: "DEBIT (Heathers & Brown 2019): of 0 and 1 the standard deviation is √(n/(n-1) · mean · (1 - mean))",
      matters: matterOf(isPossible),
    },
  ];
}

function headOf(
  report: Report,
  { id, at, label, printed }: Figure,
  sd: string,
): Pick<Verdict, "id" | "by" | "at" | "label" | "says" | "data"> {
  return {
    ...{ id: `spread/${id}`, by: "audit", at, label: `${label}, its spread` },
    ...{ says: `${printed} with a standard deviation of ${sd}`, data: printOf(report) },
  };
}

/** A printed percentage as a share: two decimals more. */
function asShare(printed: string): string {
  const decimals = (printed.split(".")[1] ?? "").length;
  return (Number(printed) / 100).toFixed(decimals + 2);
}

/** A hundred and one standard deviations with as many decimals, the printed one in the middle where none is below 0. */
function neighbours(sd: string): readonly string[] {
  const places = (sd.split(".")[1] ?? "").length;
  const first = Math.max(0, Math.round(Number(sd) * 10 ** places) - 50);
  return Array.from({ length: 101 }, (_, i) => ((first + i) / 10 ** places).toFixed(places));
}

function matterOf(isPossible: boolean): Matter {
  return isPossible
    ? { weight: "low", why: "nothing speaks against the standard deviation" }
    : {
        weight: "medium",
        why: "a mean and a standard deviation that cannot both be put every number beside them in doubt",
      };
}
