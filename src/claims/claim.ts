import { createHash } from "node:crypto";
import { canonicalJson } from "../core/canonicalJson.js";
import { type Day, everies, isDay, periodOf } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { isRatio } from "../core/isRatio.js";
import { keyText } from "../core/keyText.js";
import type { Claim, LedgerEntry, LedgerItem } from "../core/ledger.js";
import { periodsFrom } from "../core/shiftPeriod.js";
import { familyOf } from "../distributions/families.js";
import { checkThreshold } from "../distributions/thresholdChance.js";
import { authorName, questionName } from "./seriesName.js";
import { standing } from "./standing.js";

export interface ClaimOptions {
  /** Who says so. */
  readonly by: string;
  /** The day on which it is said. */
  readonly issued: Day;
  readonly note?: string;
  /** Whether they may take the place of claims of the same author (and model) on the same questions. */
  readonly supersede?: boolean;
}

/**
 * Makes forecasts claims, as items for a ledger with these entries: dated, by an author, and of a period that is still to
 * begin. Of one question each author has one claim a model that stands; a later one has to supersede it. A claim that is in
 * the ledger already, word for word, is left out.
 *
 * @throws InputError when a period has begun on the day of issue, a forecast cannot be (a chance beyond 0 to 1, a target that
 * is no first day of a period, a step that is not what lies between origin and target), or its question has a claim of the author that is not to be superseded, or a later one
 */
export function claim(
  forecasts: readonly Forecast[],
  { by, issued, note, supersede = false }: ClaimOptions,
  entries: readonly LedgerEntry[] = [],
): LedgerItem[] {
  if (typeof by !== "string" || by.trim() === "")
    throw new InputError(`claim: by needs a name, got ${JSON.stringify(by)}`);
  if (!isDay(issued)) throw new InputError(`claim: issued needs a day as YYYY-MM-DD, got ${JSON.stringify(issued)}`);
  const all = standing(entries);
  const ids = new Set(all.map((one) => one.claim.id));
  const last = new Map<string, Claim>();
  for (const { claim: one, ended } of all) if (ended === undefined) last.set(authored(one), one);
  const items: LedgerItem[] = [];
  for (const forecast of forecasts) {
    checkForecast(forecast, issued);
    const plain = { ...forecast, by, issued, ...(note !== undefined && { note }) };
    const earlier = last.get(authored(plain));
    if (ids.has(idOf(plain)) || (earlier?.supersedes !== undefined && isSame(earlier, plain))) continue;
    if (earlier !== undefined && !supersede)
      throw new InputError(
        `claim: ${by} has a claim on ${nameOf(forecast)} already, ${earlier.id} of ${earlier.issued}; supersede it to change it`,
      );
    if (earlier !== undefined && earlier.issued > issued)
      throw new InputError(
        `claim: the claim to supersede on ${nameOf(forecast)} is of ${earlier.issued}, got ${issued}`,
      );
    const open = { ...plain, ...(earlier !== undefined && { supersedes: earlier.id }) };
    const made: Claim = { ...open, id: idOf(open) };
    items.push({ kind: earlier === undefined ? "claim" : "supersede", claim: made });
    ids.add(made.id);
    last.set(authored(made), made);
  }
  return items;
}

function checkForecast(forecast: Forecast, issued: Day): void {
  const { model, recipe, origin, target, step, says, asks } = forecast;
  const wrong = (why: string): InputError => new InputError(`claim: ${why} (${nameOf(forecast)})`);
  if (!everies.includes(recipe.every)) throw wrong(`every needs one of ${everies.join(", ")}, got ${recipe.every}`);
  if (isRatio(recipe)) throw wrong("needs a forecast of a count, got a share or ratio");
  if (typeof model !== "string" || model === "") throw wrong(`model needs a name, got ${JSON.stringify(model)}`);
  for (const [name, day] of Object.entries({ origin, target }))
    if (!isDay(day)) throw wrong(`${name} needs a day as YYYY-MM-DD, got ${JSON.stringify(day)}`);
  if (periodOf(target, recipe.every) !== target)
    throw wrong(`target needs the first day of a ${recipe.every}, got ${target}`);
  if (target <= issued) throw wrong(`its period began on ${target}, a claim has to be issued before, got ${issued}`);
  if (!(origin < target)) throw wrong(`origin needs a day before the target, got ${origin}`);
  if (periodOf(origin, recipe.every) !== origin)
    throw wrong(`origin needs the first day of a ${recipe.every}, got ${origin}`);
  if (origin > issued) throw wrong(`origin ${origin} was not seen yet, a claim cannot rest on it, got ${issued}`);
  if (!(Number.isInteger(step) && step > 0)) throw wrong(`step needs a whole number above 0, got ${step}`);
  const steps = periodsFrom(origin, target, recipe.every);
  if (step !== steps) throw wrong(`step needs to be ${steps}, from ${origin} to ${target}, got ${step}`);
  familyOf("claim", says);
  if (asks === undefined) return;
  checkThreshold(asks, "claim");
  if (says.family !== "bernoulli")
    throw wrong(`a question of yes or no needs a chance (bernoulli), got ${says.family}`);
}

function nameOf({ key, target }: Forecast): string {
  return [keyText(key), target].join(", ");
}

function authored(one: Omit<Claim, "id">): string {
  return JSON.stringify([authorName(one.by), one.model, questionName(one)]);
}

function isSame(one: Claim, { ...other }: Omit<Claim, "id" | "supersedes">): boolean {
  const { id: _, supersedes: __, ...rest } = one;
  return canonicalJson(rest) === canonicalJson(other);
}

function idOf(one: Omit<Claim, "id">): string {
  return createHash("sha256").update(canonicalJson(one)).digest("hex").slice(0, 16);
}
