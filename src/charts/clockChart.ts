import type { ChartSpec } from "../core/chart.js";
import type { ClockRow, Standing } from "../core/clockRow.js";
import { addDays, type Day, dayNumber, type Span } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/** What a clock shows: from which day on, the close, and the window that most is cited for. */
export interface ClockFace {
  /** Items that are older are counted at the side. */
  readonly since: Day;
  /** A moment in UTC, or a day that closes as it begins. */
  readonly close: string;
  readonly window?: Span & { readonly label: string };
}

/** Colours and signs by where an item lies; in the legend's order. */
const looks: readonly (readonly [Standing, string, string])[] = [
  ["before the window", "#7b5ea7", "triangle-left"],
  ["inside", colours.blue, "circle"],
  ["after the window, before the close", "#56b4e9", "triangle-right"],
  ["before the close", "#8a96a3", "circle"],
  ["too coarse to tell", "#b8860b", "square"],
  ["after the close", colours.orange, "diamond"],
  ["after the cutoff day", "#cc79a7", "diamond"],
];

/**
 * Cited items in time, one row a note: a sign where the day is known, a bar over the month or year where only that is, each
 * by where it lies beside what it is cited for and the close. What is older or has no date is counted at the right.
 *
 * @throws InputError when there are no rows or the close is no moment
 */
export function clockChart(
  rows: readonly ClockRow[],
  { title, subtitle, since, close, window }: Words & ClockFace,
): ChartSpec {
  const closing = close.includes("T") ? Date.parse(close) : timeOf(close);
  if (rows.length === 0 || Number.isNaN(closing))
    throw new InputError(`clockChart: needs rows and a close, got ${rows.length} rows and ${JSON.stringify(close)}`);
  const dated = rows.flatMap(({ date, ...row }) => (date === undefined ? [] : [{ ...row, date }]));
  const shown = dated.filter((row) => row.date.until > since);
  const notes = [...new Set(rows.map((row) => row.note))].map((note) => `[${note}]`);
  const isExact = (row: (typeof shown)[number]): boolean => /moment|day/.test(row.date.precision);
  const ends = shown.map((row) => (isExact(row) ? row.date.until : addDays(row.date.since, 1)));
  const domain = [timeOf(since), timeOf(addDays([since, ...ends, close.slice(0, 10)].sort()[shown.length + 1], 1))];
  const values = shown.map((row) => ({
    note: `[${row.note}]`,
    at: row.date.at === undefined ? timeOf(row.date.since) + 43_200_000 : Date.parse(row.date.at),
    since: Math.max(timeOf(row.date.since), timeOf(since)),
    until: Math.min(timeOf(row.date.until), domain[1]),
    standing: row.standing,
    who: `${row.publisher}: ${row.source}`,
    isExact: isExact(row),
  }));
  const x = { type: "temporal", scale: { type: "utc", nice: false }, title: null };
  const days = (domain[1] - domain[0]) / 86_400_000;
  const format = days > 90 ? "%b %Y" : "%-d %b %Y";
  const axis = { format, grid: true, labelFlush: true, tickCount: 6, labelOverlap: true };
  const y = {
    ...{ field: "note", type: "ordinal", sort: notes, scale: { domain: notes }, title: "note" },
    axis: { domain: false, ticks: false, grid: true, titleAngle: 0, titleY: -14, titleX: -8, titleAlign: "right" },
  };
  const here = looks.filter(([standing]) => values.some((one) => one.standing === standing));
  const color = {
    ...{ field: "standing", type: "nominal", title: null },
    scale: { domain: here.map(([name]) => name), range: here.map(([, colour]) => colour) },
    legend: { orient: "bottom", columns: 3, labelLimit: 0, symbolOpacity: 1 },
  };
  const shape = { ...color, scale: { domain: color.scale.domain, range: here.map(([, , sign]) => sign) } };
  const tooltip = [{ field: "who" }, { field: "standing" }];
  const aside = notes.map((note) => ({ note, text: asideText(rows, note, since) })).filter((one) => one.text !== "");
  const told = `${shown.length} of ${rows.length} items drawn; at the right ${dated.length - shown.length} from before ${since} and ${rows.length - dated.length} without a date`;
  const drawn = [
    {
      data: { values: values.filter((one) => !one.isExact) },
      mark: { type: "bar", height: 5, opacity: 0.8 },
      encoding: { x: { ...x, field: "since" }, x2: { field: "until" }, y, color, tooltip },
    },
    {
      data: { values: values.filter((one) => one.isExact) },
      mark: { type: "point", filled: true, size: 75, opacity: 0.85, stroke: "white", strokeWidth: 0.7 },
      encoding: { x: { ...x, field: "at" }, y, color, shape, tooltip },
    },
  ];
  return themed(title, [...subtitle, told], {
    ...{ width: 640, height: { step: 15 } },
    layer: [
      {
        data: { values: domain.map((at) => ({ at })) },
        mark: { type: "tick", opacity: 0 },
        encoding: { x: { ...x, axis, field: "at" } },
      },
      ...shaded(window, domain, x),
      ...drawn.filter((layer) => layer.data.values.length > 0),
      ...closed(closing, close, x),
      {
        data: { values: aside },
        mark: { type: "text", align: "left", dx: 10, fontSize: 11, color: colours.quiet },
        encoding: { x: { value: 640 }, y, text: { field: "text" } },
      },
    ],
  });
}

function shaded(window: ClockFace["window"], [from, to]: readonly number[], x: ChartSpec): readonly ChartSpec[] {
  if (window === undefined) return [];
  const since = Math.max(from, timeOf(window.since));
  const until = Math.min(to, timeOf(window.until));
  if (since >= until) return [];
  const data = { values: [{ since, until, text: window.label }] };
  const label = { type: "text", align: "left", baseline: "bottom", color: colours.blue, dx: 2 };
  return [
    {
      data,
      mark: { type: "rect", color: colours.blue, opacity: 0.07 },
      encoding: { x: { ...x, field: "since" }, x2: { field: "until" } },
    },
    { data, mark: label, encoding: { x: { ...x, field: "since" }, y: { value: -4 }, text: { field: "text" } } },
  ];
}

function closed(at: number, close: string, x: ChartSpec): readonly ChartSpec[] {
  const when = close.includes("T") ? `${close.slice(0, 10)} ${close.slice(11, 16)} UTC` : close;
  const data = { values: [{ at, text: `closes ${when}` }] };
  const encoding = { x: { ...x, field: "at" } };
  return [
    { data, mark: { type: "rule", color: colours.orange, strokeDash: [5, 3], strokeWidth: 1.5 }, encoding },
    {
      data,
      mark: { type: "text", align: "right", baseline: "bottom", color: colours.orange, dx: 40 },
      encoding: { ...encoding, y: { value: -20 }, text: { field: "text" } },
    },
  ];
}

function asideText(rows: readonly ClockRow[], note: string, since: Day): string {
  const own = rows.filter((row) => `[${row.note}]` === note);
  const older = own.filter((row) => row.date !== undefined && row.date.until <= since).length;
  const undated = own.filter((row) => row.date === undefined).length;
  return [...(older > 0 ? [`${older} older`] : []), ...(undated > 0 ? [`${undated} undated`] : [])].join(", ");
}

function timeOf(day: Day): number {
  return dayNumber(day) * 86_400_000;
}
