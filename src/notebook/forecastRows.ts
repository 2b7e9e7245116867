import type { Failure } from "../core/backtest.js";
import type { Forecast, Resolved } from "../core/forecast.js";
import type { Claim, LedgerEntry } from "../core/ledger.js";
import { decimals, percent, withInterval } from "../core/print.js";
import type { SaidInWords } from "../core/saidInWords.js";
import type { Tracked, TrackedWire } from "../core/tracked.js";
import type { WordForecast } from "../core/wordForecast.js";
import { saidText } from "../distributions/saidText.js";

type Row = Readonly<Record<string, string>>;

/** How a noun is known, and the row that it becomes. */
interface Kind<Noun> {
  readonly has: readonly string[];
  readonly row: (one: Noun) => Row;
}

/** The row of a forecast, or of what a ledger says of one, by the fields that tell it; undefined for anything else. */
export function forecastRow(one: object): Row | undefined {
  if (isWords(one)) return wordsRow(one);
  return kinds.find(({ has }) => has.every((field) => field in one))?.row(one as never);
}

/** A finding has p and a sentence as well, and more. */
function isWords(one: object): one is SaidInWords {
  const own = ["p", "word", "range", "reading"];
  return "p" in one && "reading" in one && Object.keys(one).every((field) => own.includes(field));
}

const kinds: readonly Kind<never>[] = [
  { has: ["claim", "since", "until", "isLate"], row: standingRow },
  { has: ["kind", "seq", "written", "hash"], row: entryRow },
  { has: ["recipe", "says", "target", "step"], row: saidRow },
  { has: ["wires", "fan", "now"], row: trackedRow },
  { has: ["model", "origin", "why", "key"], row: failureRow },
];

/** A forecast, and where there is more to it who made it, in which words, and what came. */
function saidRow(one: Forecast & Partial<Claim & Resolved & WordForecast>): Row {
  const { key, model, origin, target, step, id, by, issued, said, state, observed, asks, why } = one;
  return {
    ...(id !== undefined && { id: id.slice(0, 8) }),
    ...(by !== undefined && { by }),
    ...(issued !== undefined && { issued }),
    ...key,
    ...{ model, origin, target, step: decimals(step, 0), says: saidText(one) },
    ...(said !== undefined && { words: `${said.word}: ${rangeText(said.range)}` }),
    ...(state !== undefined && {
      ...{ state, observed: observed === undefined ? "" : observedText(observed, asks !== undefined), why: why ?? "" },
    }),
  };
}

function rangeText([low, high]: readonly [number, number | null]): string {
  return `${percent(low)} to ${percent(high ?? 1)}`;
}

function observedText(observed: number, isAsked: boolean): string {
  return isAsked ? (observed === 1 ? "yes" : "no") : decimals(observed, 0);
}

/** What `standing` says of a claim. */
interface Standing {
  readonly claim: Claim;
  readonly since: string;
  readonly until: string;
  readonly ended?: string;
  readonly isLate: boolean;
  readonly annulled?: string;
  readonly decision?: { readonly state: string; readonly observed?: number };
}

function standingRow({ claim, since, until, ended, isLate, annulled, decision }: Standing): Row {
  const state = annulled !== undefined ? "annulled" : (ended ?? decision?.state ?? "open");
  const came = annulled === undefined ? decision?.observed : undefined;
  const { id, by, issued, key, model, target } = claim;
  return {
    ...{ id: id.slice(0, 8), by, issued, ...key, model, target, says: saidText(claim) },
    ...{ "stood from": since, "and before": until, state: `${state}${isLate ? ", late" : ""}` },
    ...{ observed: came === undefined ? "" : observedText(came, claim.asks !== undefined), why: annulled ?? "" },
  };
}

/** A line of a ledger: what it says and of which claim, and what ties it to the line before. */
function entryRow(one: LedgerEntry): Row {
  const { seq, written, kind, previous, hash } = one;
  const tie = { previous: previous.slice(0, 8), hash: hash.slice(0, 8) };
  const opening = { entry: String(seq), written, kind };
  if (one.kind === "ledger") return { ...opening, claim: "", by: "", what: `the ledger ${one.name}`, ...tie };
  if (one.kind === "claim" || one.kind === "supersede") {
    const { id, by, key, target, supersedes } = one.claim;
    const of = [...Object.values(key), target, saidText(one.claim)].join(", ");
    const instead = supersedes === undefined ? "" : `, in place of ${supersedes.slice(0, 8)}`;
    return { ...opening, claim: id.slice(0, 8), by, what: `${of}${instead}`, ...tie };
  }
  const claim = one.of.slice(0, 8);
  if (one.kind !== "resolve") return { ...opening, claim, by: one.by, what: one.why, ...tie };
  const came = one.observed === undefined ? "" : `, ${one.observed}`;
  return { ...opening, claim, by: "", what: `${one.state}${came}, as of ${one.asOf}`, ...tie };
}

/** An indicator as it stands, beside its climatology and its wires. */
function trackedRow({ key, every, model, now, wires }: Tracked): Row {
  const all = (of: (wire: TrackedWire) => string): string => wires.map(of).join("; ");
  return {
    ...{ ...key, [every]: now.period, events: withInterval(now.observed, now.interval, 0) },
    "above, of the same time of year": now.percentile === undefined ? "" : `${percent(now.percentile)} of ${now.n}`,
    ...{ wire: all(({ name }) => name), state: all(({ runs }) => stateText(runs[runs.length - 1])) },
    "tripped before": all(({ falseAlarms: { tripped, n } }) => `${tripped} of ${n}`),
    "chance ahead": all(({ any }) => (any === null ? "unknown" : [...new Set(any.map(percent))].join(" to "))),
    model,
  };
}

function stateText({ state, since }: TrackedWire["runs"][number]): string {
  return `${state} since ${since}`;
}

function failureRow({ model, key, origin, why }: Failure): Row {
  return { model, ...key, origin, why };
}

function wordsRow({ p, word = "", range, reading }: SaidInWords): Row {
  return { chance: percent(p), word, "the word means": range === undefined ? "" : rangeText(range), reading };
}
