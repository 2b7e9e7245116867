import { type Day, isDay } from "../core/day.js";
import { InputError } from "../core/errors.js";

/**
 * Checks the days asked for, either of which may be left out.
 *
 * @throws InputError when one is not a day, or the first is not before the second
 */
export function checkedDays(since: Day | undefined, until: Day | undefined): void {
  for (const one of [since, until]) {
    if (one !== undefined && !isDay(one))
      throw new InputError(`pull: needs days as YYYY-MM-DD, got ${JSON.stringify(one)}`);
  }
  if (since !== undefined && until !== undefined && since >= until)
    throw new InputError(`pull: since needs to be before until, got ${since} and ${until}`);
}
