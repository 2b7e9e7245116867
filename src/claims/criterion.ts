import { isDay, type Span } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { decimals } from "../core/print.js";
import type { Criterion, Question } from "../core/question.js";

const bounds = ["above", "atLeast", "below", "atMost"] as const;
const words = { above: "above", atLeast: "at least", below: "below", atMost: "at most" } as const;

/**
 * Whether a value meets a criterion's bound.
 *
 * @example
 * meets(1, { type: "ratio", above: 1 }) // false
 * meets(1, { type: "ratio", atLeast: 1 }) // true
 */
export function meets(value: number, { above, atLeast, below, atMost }: Criterion): boolean {
  if (above !== undefined) return value > above;
  if (atLeast !== undefined) return value >= atLeast;
  if (below !== undefined) return value < below;
  return value <= (atMost ?? Number.NEGATIVE_INFINITY);
}

/**
 * A criterion's bound in words.
 *
 * @example
 * boundText({ type: "count", atLeast: 12 }) // "at least 12"
 */
export function boundText(criterion: Criterion): string {
  const name = bounds.find((one) => criterion[one] !== undefined) ?? "above";
  const value = criterion[name] ?? Number.NaN;
  return `${words[name]} ${Number.isInteger(value) ? decimals(value, 0) : value}`;
}

/** A value of the kind that a criterion bounds, for people. */
export function valueText(value: number, { type }: Criterion): string {
  return type === "count" ? decimals(value, 0) : decimals(value, 2);
}

/** The stretches that a question needs counted: its own window and, of a ratio, the one it is against. */
export function stretchesOf({ since, until, criterion: { against } }: Question): readonly Span[] {
  return against === undefined ? [{ since, until }] : [{ since, until }, against];
}

/** @throws InputError when a question has not exactly one bound, a ratio nothing to be against, or a stretch no days */
export function checkQuestion(question: Question, verb: string): void {
  const { id, criterion, measured } = question;
  const given = bounds.filter((one) => criterion[one] !== undefined);
  const where = `(question ${id})`;
  if (given.length !== 1)
    throw new InputError(
      `${verb}: needs exactly one of ${bounds.join(", ")}, got ${given.join(", ") || "none"} ${where}`,
    );
  if ((criterion.type === "ratio") !== (criterion.against !== undefined))
    throw new InputError(
      `${verb}: a ratio, and nothing else, is against a window, got a ${criterion.type} ${criterion.against === undefined ? "without" : "with"} one ${where}`,
    );
  for (const { since, until } of stretchesOf(question)) {
    if (!isDay(since) || !isDay(until) || since >= until)
      throw new InputError(`${verb}: a window needs two days in order, got ${since} to ${until} ${where}`);
  }
  for (const { label, measure, cannot } of measured) {
    if (cannot === undefined && (criterion.type === "share") !== (typeof measure === "object"))
      throw new InputError(
        `${verb}: a share, and nothing else, is measured as a share, got a ${criterion.type} of ${typeof measure === "object" ? "a share" : (measure ?? "events")} (question ${id}, ${label})`,
      );
  }
}
