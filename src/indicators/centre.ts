import type { Centre } from "../core/centre.js";
import { type Day, isDay } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { PlaceCount } from "../core/placeCount.js";
import { haversine, type Point, radians } from "../math/haversine.js";

/**
 * Where the events of each period lay on average, how far apart (standard distance, km), and how far that point moved since
 * the last period that has one, on a sphere of the Earth's mean radius. `null` where there was no event, or where they lie
 * so evenly around the globe that no point is their middle. Rows at one point add up; periods come out in order of time.
 *
 * @throws InputError when there are no rows; DataError when a row holds no day, no point of the globe, or no count
 * @see Mardia & Jupp (2000) Directional Statistics, section 9.2.1; Bachi (1963) Papers of the Regional Science Association 10, 83–132
 * @example
 * centre([{ period: "2024-01-01", lat: 0, lon: 10, events: 1 }, { period: "2024-01-01", lat: 0, lon: 10, events: 3 }])[0].n // 4
 */
export function centre(rows: readonly PlaceCount[]): Centre[] {
  if (rows.length === 0) throw new InputError("centre: needs at least one row, got none");
  const byPeriod = new Map<Day, PlaceCount[]>();
  for (const row of rows) {
    checkRow(row);
    const same = byPeriod.get(row.period);
    if (same === undefined) byPeriod.set(row.period, [row]);
    else same.push(row);
  }
  let last: Point | undefined;
  return [...byPeriod.keys()].sort().map((period) => {
    const places = byPeriod.get(period) ?? [];
    const n = places.reduce((sum, { events }) => sum + events, 0);
    const middle = middleOf(places, n);
    if (middle === undefined) return { period, lat: null, lon: null, spreadKm: null, movedKm: null, n };
    const squares = places.reduce((sum, place) => sum + place.events * haversine(middle, place) ** 2, 0);
    const movedKm = last === undefined ? null : haversine(last, middle);
    last = middle;
    return { period, ...middle, spreadKm: Math.sqrt(squares / n), movedKm, n };
  });
}

/** The direction of the weighted sum of the points as arrows from the Earth's middle. */
function middleOf(places: readonly PlaceCount[], n: number): Point | undefined {
  let [x, y, z] = [0, 0, 0];
  for (const { lat, lon, events } of places) {
    x += events * Math.cos(radians(lat)) * Math.cos(radians(lon));
    y += events * Math.cos(radians(lat)) * Math.sin(radians(lon));
    z += events * Math.sin(radians(lat));
  }
  if (!(Math.hypot(x, y, z) > 1e-9 * n)) return undefined;
  return { lat: degrees(Math.atan2(z, Math.hypot(x, y))), lon: degrees(Math.atan2(y, x)) };
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}

function checkRow({ period, lat, lon, events }: PlaceCount): void {
  if (!isDay(period)) throw new DataError(`centre: needs a day as YYYY-MM-DD, got ${JSON.stringify(period)}`);
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180))
    throw new DataError(`centre: needs degrees north and east, got ${lat} and ${lon} (${period})`);
  if (!(events >= 0 && events < Infinity))
    throw new DataError(`centre: needs a count from 0, got ${events} (${period})`);
}
