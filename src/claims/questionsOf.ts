import type { Span } from "../core/day.js";
import { DataError } from "../core/errors.js";
import type { Question } from "../core/question.js";
import type { Report } from "../core/report.js";

/**
 * The questions of a report with their windows' days in the place of the windows' names, in the report's order.
 *
 * @throws DataError when a question names a window that the report does not have
 * @example
 * questionsOf({ questions: [] }) // []
 */
export function questionsOf(report: Report): Question[] {
  return report.questions.map(({ window, criterion: { against, ...criterion }, ...rest }) => ({
    ...rest,
    ...spanOf(report, window, rest.id),
    every: report.every,
    criterion: { ...criterion, ...(against !== undefined && { against: spanOf(report, against, rest.id) }) },
  }));
}

function spanOf({ id, windows }: Report, name: string, question: string): Span {
  if (!Object.hasOwn(windows, name))
    throw new DataError(`questionsOf: ${id} has no window ${JSON.stringify(name)} (question ${question})`);
  const { since, until } = windows[name];
  return { since, until };
}
