/** A point of the globe, in degrees north and east. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** The mean radius of the Earth (GRS 80), in km. */
const earthRadiusKm = 6371.0088;

/**
 * The great-circle distance between two points, in km, on a sphere: within 0.6% of the distance on the ellipsoid.
 *
 * @see Sinnott (1984) Sky & Telescope 68(2), 159; Moritz (2000) Journal of Geodesy 74, 128–133 (the radius)
 * @example
 * Math.round(haversine({ lat: 14.49, lon: -4.2 }, { lat: 13.43, lon: -6.26 })) // 252
 */
export function haversine(one: Point, other: Point): number {
  const north = Math.sin(radians(other.lat - one.lat) / 2) ** 2;
  const east = Math.sin(radians(other.lon - one.lon) / 2) ** 2;
  const chord = north + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * east;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** Degrees as radians. */
export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
