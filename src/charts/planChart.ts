import type { ChartSpec } from "../core/chart.js";
import { type Day, dayNumber } from "../core/day.js";
import type { Plan, PlanRow } from "../core/plan.js";
import { percent } from "../core/print.js";
import { colours, palette, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

const day = 86_400_000;

/** Of a panel: two of them with their labels are no wider than a notebook's page. */
const width = 285;

/**
 * How often an indicator would mislead as periods come in, at its best threshold: on the left when nothing has changed, on
 * the right when what it waits for has come. A line for each dispersion; dashed where the two rates are known from the printed
 * periods alone. The error rates that are looked at are lines across.
 */
export function planChart(plan: Plan, { title, subtitle }: Words): ChartSpec {
  const { rows, low, high, decisions } = plan;
  const phis = [...new Set(rows.map((row) => row.phi))];
  const names = phis.map(nameOf);
  const allowed = [...new Set(decisions.map((one) => one.allowed))];
  const most = Math.max(
    ...rows.flatMap(({ known, uncertain }) => [known.falseAlarm, known.miss, uncertain.falseAlarm, uncertain.miss]),
  );
  const top = Math.min(1, Math.ceil(most * 22) / 20);
  const color = {
    field: "name",
    type: "nominal",
    scale: { domain: names, range: palette.slice(0, names.length) },
    legend: null,
  };
  const x = {
    ...{
      field: "until",
      type: "temporal",
      title: null,
      scale: { type: "utc", nice: false },
    },
    axis: {
      grid: false,
      format: "%-d %b %Y",
      labelFlush: false,
      values: ticksOf(rows.map((row) => row.until)).map(dateOf),
    },
  };
  const y = { type: "quantitative", scale: { domain: [0, top] }, axis: { format: ".0%", tickCount: 5 } };
  const panel = (side: "falseAlarm" | "miss", says: string, nameAt: (phi: number) => string): ChartSpec => {
    const points = rows.flatMap((row) => [pointOf(row, "known", side), pointOf(row, "uncertain", side)]);
    const ends = phis.flatMap((phi) => points.filter((one) => one.phi === phi && !one.isUncertain).slice(-1));
    const places = apart(
      ends.map(({ value }) => value),
      top,
    );
    return {
      title: { text: says, anchor: "start", fontSize: 12.5, color: colours.ink, offset: 8 },
      width,
      height: 240,
      layer: [
        {
          data: { values: allowed.map((value) => ({ value, text: percent(value) })) },
          layer: [
            {
              mark: { type: "rule", color: colours.quiet, strokeDash: [2, 3] },
              encoding: { y: { ...y, field: "value", title: null } },
            },
          ],
        },
        {
          data: { values: points },
          mark: { type: "line", strokeWidth: 2, clip: true },
          encoding: {
            ...{ x, y: { ...y, field: "value", title: null }, color },
            strokeDash: {
              field: "isUncertain",
              type: "nominal",
              legend: null,
              scale: {
                domain: [false, true],
                range: [
                  [1, 0],
                  [5, 4],
                ],
              },
            },
          },
        },
        {
          data: { values: points.filter(({ isUncertain }) => !isUncertain) },
          mark: { type: "point", filled: true, size: 42, opacity: 1 },
          encoding: { x, y: { ...y, field: "value", title: null }, color },
        },
        {
          data: { values: ends.map((one, i) => ({ ...one, label: nameAt(one.phi), place: places[i] })) },
          mark: { type: "text", align: "left", baseline: "middle", dx: 8, fontWeight: 600 },
          encoding: { x: { value: width }, y: { ...y, field: "place", title: null }, text: { field: "label" }, color },
        },
      ],
    };
  };
  return themed(title, subtitle, {
    spacing: 24,
    hconcat: [
      panel("falseAlarm", `Says ${high.printed} a ${plan.per} though it is ${low.printed}`, shortName),
      panel("miss", `Says ${low.printed} a ${plan.per} though it is ${high.printed}`, nameOf),
    ],
  });
}

interface Point {
  readonly phi: number;
  readonly name: string;
  readonly until: number;
  readonly value: number;
  readonly isUncertain: boolean;
}

function pointOf(row: PlanRow, which: "known" | "uncertain", side: "falseAlarm" | "miss"): Point {
  const { phi, until } = row;
  return { phi, name: nameOf(phi), until: at(until), value: row[which][side], isUncertain: which === "uncertain" };
}

function nameOf(phi: number): string {
  return phi === 1 ? "Poisson" : `variance ${phi}×`;
}

/** Between the panels there is no room for the whole of it. */
function shortName(phi: number): string {
  return phi === 1 ? "Poisson" : `${phi}×`;
}

function at(when: Day): number {
  return dayNumber(when) * day;
}

/** A day as an axis takes it. */
function dateOf(when: Day): ChartSpec {
  const [year, month, date] = when.split("-").map(Number);
  return { year, month, date, utc: true };
}

/** At most six of the days, evenly apart. */
function ticksOf(days: readonly Day[]): Day[] {
  const unique = [...new Set(days)];
  const step = Math.ceil(unique.length / 6);
  return unique.filter((_, i) => (unique.length - 1 - i) % step === 0);
}

/** Heights near these values that leave each label a line of its own. */
function apart(values: readonly number[], top: number): number[] {
  const line = top * 0.07;
  const order = values.map((_, i) => i).sort((one, other) => values[one] - values[other]);
  const places = [...values];
  order.forEach((i, rank) => {
    places[i] = Math.max(values[i], rank === 0 ? top * 0.02 : places[order[rank - 1]] + line);
  });
  return places;
}
