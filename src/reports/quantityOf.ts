import { lengthIn } from "../core/lengthIn.js";
import type { Figure, Report } from "../core/report.js";
import { figureOf, windowOf } from "./figures.js";
import { isNumber } from "./meansOf.js";
import { quantityRow } from "./quantityWords.js";
import { printableAs } from "./rounding.js";
import { perOf } from "./stretches.js";

/** The numbers a figure may stand for: its digits, its range, or what its words and hedge say; nothing where unknown. */
export function quantityOf({
  printed,
  to,
  hedge,
}: Figure): { readonly low: number; readonly high: number } | undefined {
  const text = to === undefined ? printed : `${printed} to ${to}`;
  const plain = quantityRow(text);
  if (plain === undefined || hedge === undefined) return plain;
  return quantityRow(`${hedge} ${text}`) ?? plain;
}

/** From which to which whole number the whole of a share may be, as the report prints it; nothing where it does not. */
export function wholeOf(report: Report, share: Figure): readonly [number, number] | undefined {
  if (share.whole === undefined) return undefined;
  const whole = figureOf(report, share.whole);
  if (whole.what === "share") return undefined;
  if (whole.what === "mean") {
    if (!isNumber({ ...whole, to: undefined }) || whole.hedge !== undefined) return undefined;
    const first = printableAs(whole.printed, "either", "audit");
    const last = printableAs(whole.to ?? whole.printed, "either", "audit");
    const periods = lengthIn(windowOf(report, whole.window), perOf(report, whole));
    return [Math.ceil((Math.max(0, first.low) / first.unit) * periods), Math.floor((last.high / last.unit) * periods)];
  }
  const range = quantityOf(whole);
  if (range === undefined || range.high === Infinity) return undefined;
  return [Math.ceil(range.low), Math.floor(range.high)];
}
