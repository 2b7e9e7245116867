import type { Command } from "commander";
import { addDays, type Day, everies, periodOf, periodsIn } from "../core/day.js";
import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import type { Forecast, Threshold } from "../core/forecast.js";
import { likelihoodWord } from "../core/likelihoodWords.js";
import { checkedWhere, type Where } from "../core/where.js";
import { numberOf } from "./methodsIn.js";
import { dayOf } from "./sourceOptions.js";

/** How a person states one forecast. */
export interface QuestionFlags extends ThresholdFlags {
  readonly key?: readonly string[];
  readonly where: string;
  readonly every: string;
  readonly deaths?: boolean;
  readonly target?: string;
  readonly probability?: string;
  readonly median?: string;
  readonly quantiles?: readonly string[];
  readonly model?: string;
}

interface ThresholdFlags {
  readonly above?: string;
  readonly atLeast?: string;
  readonly below?: string;
  readonly atMost?: string;
}

/** The options by which one forecast is stated. */
export function takesQuestion(command: Command): Command {
  return command
    .option("--target <day>", "the first day of the period that is meant")
    .option("--every <period>", "day, week, month, quarter or year", "month")
    .option("--key <name=value...>", "where: zone=mopti-delta")
    .option("--where <json>", "which events", "{}")
    .option("--deaths", "deaths are meant, not events")
    .option("--probability <p>", "the chance of yes, of a question with --at-least or another bound")
    .option("--median <n>", "of the count, where no bound is asked; alone it is taken as certain")
    .option("--quantiles <level=n...>", "of the count, beside the median: 0.05=2 0.95=21")
    .option("--above <n>", "the question: above n; of forecasts in a file, each is turned into it")
    .option("--at-least <n>", "the question: n or more")
    .option("--below <n>", "the question: below n")
    .option("--at-most <n>", "the question: n or fewer")
    .option("--model <name>", "what it comes from, where that is not the author");
}

/** The bound that a person gives, if any. */
export function thresholdOf({ above, atLeast, below, atMost }: ThresholdFlags): Threshold | undefined {
  const given = Object.entries({ above, atLeast, below, atMost }).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, countOf(text, optionOf(name))]],
  );
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/**
 * The forecast that options state; made, as far as is told, from the snapshot with the hash `from`.
 *
 * @throws InputError when something is missing, or is not what it should be
 */
export function questionOf(flags: QuestionFlags, told: { by: string; issued: Day; from: string }): Forecast {
  if (flags.target === undefined)
    throw new InputError(
      "ledger add: needs a file of forecasts, or one stated with --target and --probability or --median",
    );
  const every = everies.find((one) => one === flags.every);
  if (every === undefined)
    throw new InputError(`ledger add: --every needs one of ${everies.join(", ")}, got ${JSON.stringify(flags.every)}`);
  const target = dayOf(flags.target, "ledger add: --target");
  const key = Object.fromEntries((flags.key ?? []).map((text) => pairOf(text, "--key")));
  const asks = thresholdOf(flags);
  // The last period that was over when it was issued.
  const now = periodOf(told.issued, every);
  const origin = periodOf(addDays(now, -1), every);
  const step = target > origin ? periodsIn({ since: origin, until: target }, every).length : 1;
  return {
    ...{ model: flags.model ?? told.by, key, from: told.from, origin, target, step },
    recipe: {
      where: [whereOf(flags.where)].filter((one) => Object.keys(one).length > 0),
      by: Object.keys(key),
      every,
      measure: flags.deaths ? "deaths" : "events",
    },
    says: saidOf(flags, asks),
    ...(asks !== undefined && { asks }),
  };
}

function saidOf({ probability, median, quantiles = [] }: QuestionFlags, asks: Threshold | undefined): Distribution {
  if (asks !== undefined) {
    if (probability === undefined) throw new InputError("ledger add: a question with a bound needs --probability");
    if (median !== undefined || quantiles.length > 0)
      throw new InputError(
        "ledger add: a question with a bound takes --probability alone, not --median or --quantiles",
      );
    return { family: "bernoulli", p: chanceOf(probability) };
  }
  if (probability !== undefined)
    throw new InputError("ledger add: --probability needs its bound: --at-least, --above, --below or --at-most");
  const pairs = quantiles.map((text) => pairOf(text, "--quantiles").map((one) => countOf(one, "--quantiles")));
  const [beyond] = pairs.filter(([level]) => !(level >= 0 && level <= 1));
  if (beyond !== undefined)
    throw new InputError(
      `ledger add: --quantiles needs levels from 0 to 1, as in 0.05=21, got ${beyond[0]}=${beyond[1]}`,
    );
  if (median !== undefined) pairs.push([0.5, countOf(median, "--median")]);
  if (pairs.length === 0) throw new InputError("ledger add: needs --probability with a bound, or --median");
  pairs.sort(([one], [other]) => one - other);
  const falls = pairs.findIndex(([, value], i) => i > 0 && value < pairs[i - 1][1]);
  if (falls > 0) {
    const [[low, less], [high, more]] = [pairs[falls - 1], pairs[falls]];
    throw new InputError(
      `ledger add: quantiles cannot fall as levels rise, got ${less} at ${low} and ${more} at ${high}`,
    );
  }
  return { family: "quantiles", levels: pairs.map(([level]) => level), values: pairs.map(([, value]) => value) };
}

/** A number of events or deaths, or a level: none is below zero. */
function countOf(text: string, option: string): number {
  const value = numberOf(text, `ledger add: ${option}`);
  if (value < 0) throw new InputError(`ledger add: ${option}: no count is below 0, got ${text}`);
  return value;
}

/** A chance as a number from 0 to 1; what people write besides is told its number, as it may be meant otherwise. */
function chanceOf(text: string): number {
  const wants = "ledger add: --probability needs a chance from 0 to 1, as in 0.7";
  const [, share] = /^\s*([0-9.]+)\s*%\s*$/.exec(text) ?? [];
  if (share !== undefined) throw new InputError(`${wants}, got ${text}; that is ${Number(share) / 100}`);
  const range = likelihoodWord(text)?.range;
  if (range !== undefined)
    throw new InputError(`${wants}, got "${text}"; in ICD 203 that is somewhere from ${range[0]} to ${range[1]}`);
  const p = numberOf(text, "ledger add: --probability");
  if (!(p >= 0 && p <= 1)) throw new InputError(`${wants}, got ${text}`);
  return p;
}

function pairOf(text: string, option: string): [string, string] {
  const at = text.indexOf("=");
  if (at <= 0) throw new InputError(`ledger add: ${option} needs name=value, got ${JSON.stringify(text)}`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function whereOf(text: string): Where {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new InputError(`ledger add: --where needs criteria as JSON, got ${text}`);
  }
  return checkedWhere(found, "ledger add: --where");
}

/** `atLeast` as it is given: `--at-least`. */
function optionOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
