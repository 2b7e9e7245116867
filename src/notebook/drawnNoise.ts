type Fields = ReadonlyMap<string, unknown>;

/**
 * The standard error that a finite number of draws leaves in the p of a test, where its name or its reading says how many there
 * were: the root of p (1 - p) / (draws + 1). Undefined in any other column, and where every arrangement was looked at.
 */
export function drawnNoise(column: string, fields: Fields): number | undefined {
  const [p, test, reading] = ["p", "test", "reading"].map((name) => fields.get(name));
  if (column !== "p" && column !== "adjusted") return undefined;
  if (typeof p !== "number" || typeof test !== "string" || typeof reading !== "string") return undefined;
  const draws = drawsIn(test, reading);
  if (draws === undefined || !(p > 0)) return undefined;
  const noise = Math.sqrt((p * (1 - p)) / (draws + 1));
  const adjusted = fields.get("adjusted");
  // After allowing for other questions p is a multiple of itself.
  return column === "adjusted" && typeof adjusted === "number" ? (noise * adjusted) / p : noise;
}

function drawsIn(test: string, reading: string): number | undefined {
  if (/\(exact\b|\ball [\d,]+ arrangements/.test(reading)) return undefined;
  const said = /\bby ([\d,]+) random arrangements/.exec(reading) ?? /\bdraws: (\d+)/.exec(test);
  return said?.[1] === undefined ? undefined : Number(said[1].replaceAll(",", ""));
}
