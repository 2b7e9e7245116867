import type { ChartSpec } from "../core/chart.js";
import { type Day, dayNumber, nextPeriod } from "../core/day.js";
import type { Key } from "../core/panel.js";
import type { Regression } from "../core/regression.js";
import type { Term } from "../core/term.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * Counts as points and what a regression expects as a line, one series a row, with the days at which its steps, slopes and
 * pulses begin.
 */
export function regressionChart(found: Regression, { title, subtitle, labels }: Words & { labels: Labels }): ChartSpec {
  const { every, keys } = found;
  const format = { day: "%-d %b %Y", week: "%-d %b %Y", month: "%b %Y", quarter: "%b %Y", year: "%Y" }[every];
  const x = { type: "temporal", scale: { type: "utc", nice: false }, title: null };
  const y = { type: "quantitative", title: `events a ${every}`, scale: { zero: true } };
  return themed(title, subtitle, {
    spacing: 18,
    resolve: { scale: { x: "shared" } },
    vconcat: keys.map((key, i) => {
      const isLast = i === keys.length - 1;
      const axis = { format, grid: false, tickCount: 10, labelFlush: true, labels: isLast, ticks: isLast };
      const at = { ...x, axis, field: "middle" };
      return {
        ...(keys.length > 1 && {
          title: { text: nameOf(key, labels), fontSize: 13, anchor: "start", offset: 6, frame: "group" },
        }),
        width: 760,
        height: keys.length > 1 ? 120 : 240,
        data: { values: pointsOf(found, key) },
        layer: [
          {
            mark: { type: "point", filled: true, size: 38, opacity: 1, color: colours.quiet },
            encoding: { x: at, y: { ...y, field: "observed" } },
          },
          {
            mark: { type: "line", color: colours.blue, strokeWidth: 2.2 },
            encoding: { x: at, y: { ...y, field: "fitted" } },
          },
          ...days(found, x, i === 0),
          ...(i === 0 ? [words("observed", colours.quiet, -1), words("fitted", colours.blue, 0)] : []),
        ],
      };
    }),
  });
}

/** The names of keys' values for people. */
export type Labels = Readonly<Record<string, string>>;

function nameOf(key: Key, labels: Labels): string {
  return Object.values(key)
    .map((value) => (Object.hasOwn(labels, value) ? labels[value] : value))
    .join(", ");
}

function pointsOf({ rows, every }: Regression, key: Key): ChartSpec[] {
  return rows
    .filter((row) => JSON.stringify(row.key) === JSON.stringify(key))
    .map(({ period, observed, fitted }) => ({
      middle: (timeOf(period) + timeOf(nextPeriod(period, every))) / 2,
      observed,
      fitted,
    }));
}

interface Mark {
  readonly day: Day;
  readonly text: string;
}

function daysOf(term: Term): Mark[] {
  if ("step" in term) return [{ day: term.step, text: "step" }];
  if ("ramp" in term) return [{ day: term.ramp, text: "slope" }];
  if ("pulse" in term) return [{ day: term.pulse.since, text: "pulse" }];
  return [];
}

/** A line at each day, named to the side that has room, one name below the other. */
function days({ terms, rows }: Regression, x: ChartSpec, isNamed: boolean): readonly ChartSpec[] {
  const starts = rows.map(({ period }) => timeOf(period));
  const centre = (Math.min(...starts) + Math.max(...starts)) / 2;
  const texts = new Map<Day, string[]>();
  for (const { day, text } of terms.flatMap(daysOf)) texts.set(day, [...(texts.get(day) ?? []), text]);
  const encoding = { x: { ...x, field: "at" } };
  const { orange: color } = colours;
  return [...texts].flatMap(([day, some], i) => {
    const data = { values: [{ at: timeOf(day), text: `${some.join(", ")} ${day}` }] };
    const isLate = timeOf(day) > centre;
    const side = { align: isLate ? "right" : "left", dx: isLate ? -5 : 5 };
    const rule = { data, mark: { type: "rule", color, strokeDash: [5, 3], strokeWidth: 1.5 }, encoding };
    if (!isNamed) return [rule];
    const mark = { type: "text", baseline: "top", ...side, color };
    return [rule, { data, mark, encoding: { ...encoding, y: { value: 2 + 16 * i }, text: { field: "text" } } }];
  });
}

function words(text: string, color: string, place: number): ChartSpec {
  return {
    data: { values: [{ text }] },
    mark: { type: "text", align: "right", baseline: "bottom", fontWeight: 600, color, dx: place * 45 },
    encoding: { x: { value: 760 }, y: { value: -4 }, text: { field: "text" } },
  };
}

function timeOf(day: Day): number {
  return dayNumber(day) * 86_400_000;
}
