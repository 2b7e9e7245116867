/** A place and the height there. */
export interface Top {
  readonly at: number;
  readonly height: number;
}

/**
 * The highest place seen of a function with one peak between `low` and `high`, by golden sections: each of `turns` looks once more and
 * leaves 0.618 of where the peak may be, so that 12 leave 1/300 and 38 less than 1e-8.
 *
 * @see Kiefer (1953) Proceedings of the American Mathematical Society 4, 502–506
 * @example
 * Math.round(1e6 * goldenSection((x) => -((x - 2) ** 2), 0, 10, 60).at) // 2e6
 */
export function goldenSection(heightAt: (x: number) => number, low: number, high: number, turns: number): Top {
  const part = (Math.sqrt(5) - 1) / 2;
  const look = (at: number): Top => ({ at, height: heightAt(at) });
  let [from, to] = [low, high];
  let [left, right] = [look(to - part * (to - from)), look(from + part * (to - from))];
  for (let turn = 0; turn < turns; turn++) {
    if (left.height > right.height) {
      [to, right] = [right.at, left];
      left = look(to - part * (to - from));
    } else {
      [from, left] = [left.at, right];
      right = look(from + part * (to - from));
    }
  }
  return left.height > right.height ? left : right;
}
