import { addDays, type Day, isDay, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Forecast, ForecastState, Resolved } from "../core/forecast.js";
import type { Panel, Series } from "../core/panel.js";
import { sliceOf } from "../core/slice.js";
import { meetsThreshold } from "../core/thresholdText.js";
import { seriesName } from "./seriesName.js";

export interface ResolveForecastsOptions {
  /** What was known on this day decides. */
  readonly asOf: Day;
  /** So many days after a period's end its counts are taken as settled; before, it is too early. Not asked unless given. */
  readonly settlesAfter?: number;
  /** Of which day each snapshot is, by its hash, where that is not `asOf` itself. */
  readonly days?: Readonly<Record<string, Day>>;
}

/**
 * Sets each forecast beside what came: the count of its period in the series of its key, counted alike. What is not over,
 * or not reached by the panel, is open; too early is what is over but not settled; what the panel has no series for, or begins
 * after, is annulled. Where the panel has several series of one name, from several data sets, they have to agree on what came,
 * or it is ambiguous; one that cannot say yet, or ever, leaves it to the others.
 *
 * @throws InputError when asOf is not a day, or settlesAfter no whole number of days
 */
export function resolveForecasts(
  forecasts: readonly Forecast[],
  panel: Panel,
  options: ResolveForecastsOptions,
): Resolved[] {
  const { asOf, settlesAfter = 0 } = options;
  if (!isDay(asOf))
    throw new InputError(`resolveForecasts: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  if (!(Number.isInteger(settlesAfter) && settlesAfter >= 0))
    throw new InputError(`resolveForecasts: settlesAfter needs whole days from 0, got ${settlesAfter}`);
  const named = new Map<string, Series[]>();
  for (const series of panel) {
    const name = seriesName(series);
    named.set(name, [...(named.get(name) ?? []), series]);
  }
  const known = new Map<Series, Map<Day, Found>>(panel.map((series) => [series, new Map()]));
  const foundOf = (series: Series, one: Forecast): Found => {
    const days = known.get(series);
    const found = days?.get(one.target) ?? foundIn(series, one, options);
    days?.set(one.target, found);
    return one.asks === undefined || found.observed === undefined
      ? found
      : { ...found, observed: Number(meetsThreshold(one.asks, found.observed)) };
  };
  return forecasts.map((one): Resolved => {
    const found = (named.get(seriesName(one)) ?? []).map((series) => foundOf(series, one));
    return { ...one, ...together(one, found, options), asOf };
  });
}

interface Found {
  readonly state: ForecastState;
  readonly evidence: string;
  readonly observed?: number;
  readonly why?: string;
}

/** What came in a forecast's period, as a count. */
function foundIn(series: Series, one: Forecast, { asOf, settlesAfter, days = {} }: ResolveForecastsOptions): Found {
  const evidence = series.from;
  const until = nextPeriod(one.target, one.recipe.every);
  if (until > asOf) return { state: "open", evidence, why: `its period ends on ${until}` };
  if (one.target < series.start) return { state: "annulled", evidence, why: `the counts begin on ${series.start}` };
  const [count] = sliceOf(series, { since: one.target, until }).values;
  if (count === undefined) return { state: "open", evidence, why: `the counts do not reach ${one.target}` };
  const of = Object.hasOwn(days, evidence) ? days[evidence] : asOf;
  if (settlesAfter !== undefined && of < addDays(until, settlesAfter)) {
    const why = `${count} so far as of ${of}; taken as settled on ${addDays(until, settlesAfter)}`;
    return { state: "too early", evidence, why };
  }
  return { state: "resolved", observed: count, evidence };
}

/** One answer of what each data set says. */
function together(one: Forecast, found: readonly Found[], { asOf }: ResolveForecastsOptions): Found {
  if (found.length === 1) return found[0];
  if (found.length === 0) {
    const until = nextPeriod(one.target, one.recipe.every);
    if (until > asOf) return { state: "open", evidence: "", why: `its period ends on ${until}` };
    return { state: "annulled", evidence: "", why: "no such series was counted" };
  }
  const resolved = found.filter(({ state }) => state === "resolved");
  if (new Set(resolved.map(({ observed }) => observed)).size > 1) {
    const said = resolved.map(({ observed, evidence }) => `${observed} by ${evidence.slice(0, 8)}`);
    const evidence = resolved.map((each) => each.evidence).join(" ");
    return { state: "ambiguous", evidence, why: `data sets disagree: ${said.join(", ")}` };
  }
  const order: readonly ForecastState[] = ["resolved", "too early", "open", "annulled"];
  return [...found].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))[0];
}
