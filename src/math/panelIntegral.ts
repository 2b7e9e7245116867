/** Sixteen points and weights of Gauss and Legendre on [-1, 1]; the positive half. */
const half = legendre(16);

/**
 * The integral of a smooth function over a stretch, in panels that are halved until halving changes nothing. `least` is
 * a size that no longer matters.
 *
 * @see Abramowitz & Stegun (1964) 25.4.29
 * @example
 * panelIntegral((x) => x * x, 0, 3, 0) // 9
 */
export function panelIntegral(f: (x: number) => number, low: number, high: number, least: number): number {
  return refined(f, low, high, { rough: onePanel(f, low, high), least, off: Infinity, depth: 0 });
}

interface Guess {
  readonly rough: number;
  readonly least: number;
  /** By how much the guess before this one was off. */
  readonly off: number;
  readonly depth: number;
}

function refined(f: (x: number) => number, low: number, high: number, { rough, least, off, depth }: Guess): number {
  const middle = low + (high - low) / 2;
  const left = onePanel(f, low, middle);
  const right = onePanel(f, middle, high);
  const both = left + right;
  const change = Math.abs(both - rough);
  // What is small and no longer falls is the rounding of the function itself.
  const isRounding = change < 1e-7 * Math.abs(both) && change > off / 16;
  if (
    depth > 12 ||
    isRounding ||
    !(change > Math.max(least, 1e-13 * Math.abs(both))) ||
    !(middle > low && middle < high)
  )
    return both;
  const next = { least, off: change, depth: depth + 1 };
  return refined(f, low, middle, { ...next, rough: left }) + refined(f, middle, high, { ...next, rough: right });
}

function onePanel(f: (x: number) => number, low: number, high: number): number {
  const radius = (high - low) / 2;
  const centre = low + radius;
  let sum = 0;
  for (const { at, weight } of half) sum += weight * (f(centre - radius * at) + f(centre + radius * at));
  return sum * radius;
}

/** The positive roots of Legendre's polynomial of an even degree, by Newton's steps. */
function legendre(degree: number): readonly { at: number; weight: number }[] {
  const found: { at: number; weight: number }[] = [];
  for (let i = 1; i <= degree / 2; i++) {
    let at = Math.cos((Math.PI * (i - 0.25)) / (degree + 0.5));
    let slope = 1;
    for (let turn = 0; turn < 20; turn++) {
      let [value, before] = [1, 0];
      for (let j = 1; j <= degree; j++) [value, before] = [((2 * j - 1) * at * value - (j - 1) * before) / j, value];
      slope = (degree * (at * value - before)) / (at * at - 1);
      at -= value / slope;
    }
    found.push({ at, weight: 2 / ((1 - at * at) * slope * slope) });
  }
  return found;
}
