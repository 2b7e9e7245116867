import { DataError, InputError } from "../core/errors.js";
import { type Exchange, exchange, type Question } from "./exchange.js";
import type { Secrets } from "./secrets.js";

/** What a client needs of the world around it; all of it handed in. */
export interface Transport {
  /** Ends early, without an error, when the signal does. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which a reply counts as broken. */
  readonly stall: number;
  /** The most bytes of one answer. */
  readonly most: number;
  readonly secrets: Secrets;
  readonly note: (step: string) => void;
}

/** A server's answer that is JSON; `words` is what it says of a failure, fit to be shown. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly words: string;
}

const tries = 6;
const longest = 15 * 60_000;

/**
 * Asks until there is a whole answer. Broken replies, cut JSON, 408, 429 and 5xx are asked again after 1, 2, 4, 8 and 16
 * seconds, or when `Retry-After` says, up to a quarter of an hour. Other statuses are answers.
 *
 * @throws DataError when there is none after six tries, or it is a redirect or a web page; InputError when it was stopped
 */
export async function request(question: Question, transport: Transport): Promise<Answer> {
  const { what, url } = question;
  const { wait, signal, note } = transport;
  let last = "";
  for (let attempt = 0; attempt < tries; attempt++) {
    if (signal.aborted) throw new InputError("pull: stopped");
    const reply = await exchange(question, transport);
    if (signal.aborted) throw new InputError("pull: stopped");
    const found = answerOf(reply, question, transport);
    if (typeof found !== "string") return found;
    last = found;
    if (attempt === tries - 1) break;
    const pause = pauseAfter(reply, attempt, question, transport);
    note(`${what}: ${last}; asking again in ${Math.ceil(pause / 1000)} s`);
    await wait(pause);
  }
  const from = url.host;
  throw new DataError(
    `pull: ${what}: no whole answer in ${tries} tries, got ${last} (${from}); run the same command later to go on`,
  );
}

/** The answer, or the passing fault for which to ask again. */
function answerOf(reply: Exchange, { what, url }: Question, { secrets }: Transport): Answer | string {
  if ("broken" in reply) return reply.broken;
  const { status, text, location } = reply;
  if (status >= 300 && status < 400) {
    const to = URL.canParse(location, url.href) ? new URL(location, url).origin : "nowhere";
    throw new DataError(
      `pull: ${what}: is sent on to ${secrets.said(to)}, got ${status}; a redirect is not followed, as it would carry credentials along`,
    );
  }
  if (status === 408 || status === 429 || status >= 500) return `status ${status}`;
  if (/^\s*</.test(text))
    throw new DataError(`pull: ${what}: a web page stands where JSON should, got status ${status} (${url.host})`);
  try {
    const body: unknown = JSON.parse(text);
    return { status, body, words: secrets.said(wordsOf(body)) };
  } catch {
    return status < 300 ? "JSON cut short" : { status, body: undefined, words: secrets.said(text) };
  }
}

function pauseAfter(reply: Exchange, attempt: number, { what }: Question, { now }: Transport): number {
  const usual = 1000 * 2 ** attempt;
  if ("broken" in reply || reply.retryAfter === "") return usual;
  const { retryAfter } = reply;
  const asked = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now();
  if (Number.isNaN(asked)) return usual;
  if (asked > longest)
    throw new DataError(
      `pull: ${what}: the server asks to wait ${Math.ceil(asked / 1000)} s, got status ${reply.status}; run the same command then to go on`,
    );
  return Math.max(asked, usual);
}

/** What an error's body says, wherever these publishers put it. */
function wordsOf(body: unknown): string {
  if (typeof body === "string") return body;
  if (typeof body !== "object" || body === null) return "";
  const names = ["error_description", "message", "messages", "Message", "error", "hint", "detail", "title"];
  for (const name of names) {
    const value: unknown = Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined;
    const said = [value].flat().filter((one) => one !== undefined && one !== null && one !== "");
    if (said.length > 0) return said.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("; ");
  }
  return "";
}
