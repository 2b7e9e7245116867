/** You asked wrongly: an option, a name or an argument cannot be what was given. Nothing was read or written. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** The data broke its promise: a file, a row or a stored snapshot is not what it says it is. */
export class DataError extends Error {
  override readonly name = "DataError";
}

/** What one of these errors says, without the verb before it; any other is our bug, and thrown again. */
export function whyOf(error: unknown): string {
  if (!(error instanceof InputError || error instanceof DataError)) throw error;
  return error.message.replace(/^\w+: /, "");
}
