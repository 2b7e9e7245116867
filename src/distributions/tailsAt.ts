import type { LogTails } from "../math/incompleteGamma.js";
import type { Family } from "./family.js";

/** The tails of any distribution at any number: of counts also below 0 and between whole numbers. */
export function tailsAt<D>(family: Family<D>, distribution: D, x: number): LogTails {
  if (x === Infinity) return { lower: 0, upper: -Infinity };
  if (x === -Infinity) return { lower: -Infinity, upper: 0 };
  const isCount = family.isCount(distribution);
  if (isCount && x <= -1) return { lower: -Infinity, upper: 0 };
  const above = family.logTails(distribution, isCount ? Math.ceil(x) + 0 : x);
  const isBetween = isCount && !Number.isInteger(x);
  const below = isBetween && x > 0 ? family.logTails(distribution, Math.floor(x)) : above;
  // Adding 0 turns the -0 that logs of what is all but certain may be into 0.
  return { lower: isBetween && x < 0 ? -Infinity : below.lower + 0, upper: above.upper + 0 };
}
