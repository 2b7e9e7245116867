import { DataError } from "../core/errors.js";

/** One question to a server; `what` names it in errors. */
export interface Question {
  readonly what: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as a form by POST; without it the question is a GET. */
  readonly form?: Readonly<Record<string, string>>;
}

/** What came back, whatever its status; or why nothing whole did. */
export type Exchange =
  | {
      readonly status: number;
      readonly text: string;
      readonly retryAfter: string;
      readonly location: string;
    }
  | { readonly broken: string };

/**
 * Asks a server once. Redirects are not followed, since they would carry credentials along. A reply that brings no byte for
 * `stall` milliseconds, or is not over after ten times as long, is broken; so is one cut short. Bytes are counted as they
 * come, after decompression, so that no reply fills the memory.
 *
 * @throws DataError when the reply is larger than `most` bytes
 */
export async function exchange(
  { what, url, headers, form }: Question,
  { signal, stall, most }: { signal: AbortSignal; stall: number; most: number },
): Promise<Exchange> {
  const stalled = new AbortController();
  const quiet = setTimeout(() => stalled.abort(), stall);
  const whole = setTimeout(() => stalled.abort(), 10 * stall);
  try {
    const reply = await fetch(url, {
      method: form ? "POST" : "GET",
      headers: { accept: "application/json", "user-agent": "hindcast", ...headers },
      ...(form && { body: new URLSearchParams(form) }),
      redirect: "manual",
      signal: AbortSignal.any([signal, stalled.signal]),
    });
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of reply.body ?? []) {
      quiet.refresh();
      bytes += chunk.length;
      if (bytes > most) throw new DataError(`pull: ${what}: the answer is larger than ${most} bytes`);
      chunks.push(chunk);
    }
    return {
      status: reply.status,
      text: new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)),
      retryAfter: reply.headers.get("retry-after") ?? "",
      location: reply.headers.get("location") ?? "",
    };
  } catch (error) {
    if (error instanceof DataError) throw error;
    return { broken: stalled.signal.aborted ? "a reply that stalled" : reasonOf(error) };
  } finally {
    clearTimeout(quiet);
    clearTimeout(whole);
  }
}

/** The code of a network error; never its message, which may quote what was sent. */
function reasonOf(error: unknown): string {
  for (let one = error; one instanceof Error; one = one.cause) {
    if ("code" in one && one.code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "a reply that is not in UTF-8";
    if ("code" in one && one.code === "UND_ERR_SOCKET") return "a connection broken off";
    if ("code" in one && typeof one.code === "string" && one.code !== "") return one.code;
    if (one.message === "terminated") return "a reply cut short";
  }
  return "no connection";
}
