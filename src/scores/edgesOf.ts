import { familyFor } from "../distributions/families.js";
import type { Leaves } from "../distributions/leavesOf.js";

/** A chance so small that its square adds nothing to any score. */
const nothing = Math.log(1e-60);

/**
 * Points between which the cumulative chances are smooth enough to be integrated: ever wider apart from the centre
 * outwards, and ever closer towards an end at which they may bend without limit. Rising, and without repeats.
 */
export function edgesOf({ counts, measures }: Leaves): number[] {
  const edges: number[] = [];
  for (const { of } of counts) {
    const family = familyFor(of);
    const spread = Math.max(1, Math.sqrt(family.variance(of)));
    const top = "n" in of ? of.n : Infinity;
    const add = (at: number): void => {
      if (at >= 0 && at <= top) edges.push(Math.round(at));
    };
    const centre = Math.round(family.mean(of));
    const reach = (at: number): boolean => at < top && family.logTails(of, at).upper > nothing;
    [0, 256, centre, top].filter((at) => at < Infinity).forEach(add);
    for (let step = 256; step < centre; step *= 2) add(step);
    if (top < Infinity) for (let step = 256; step < top; step *= 2) add(top - step);
    for (let step = spread / 2; step < centre; step *= 2) add(centre - step);
    let step = spread / 2;
    for (; reach(Math.round(centre + step)); step *= 2) add(centre + step);
    if (top === Infinity) add(centre + step);
  }
  for (const { of } of measures) {
    if (of.family === "quantiles") {
      edges.push(of.values[0], of.values[of.values.length - 1]);
      continue;
    }
    const family = familyFor(of);
    const [low, high] = [0, 1].map((p) => family.quantile(of, p));
    const [centre, spread] =
      of.family === "student" ? [of.centre, of.scale] : [family.mean(of), Math.sqrt(family.variance(of))];
    edges.push(centre);
    for (const end of [low, high]) {
      const side = end < centre ? -1 : 1;
      const tail = (at: number): number => family.logTails(of, at)[side < 0 ? "lower" : "upper"];
      const room = Math.abs(end - centre);
      let wide = spread / 4;
      for (; wide < Math.min(room, Number.MAX_VALUE) && tail(centre + side * wide) > nothing; wide *= 2)
        edges.push(centre + side * wide);
      if (room === Infinity) edges.push(centre + side * wide);
      else for (let close = room, i = 0; i < 200; close /= 2, i++) edges.push(end - side * close);
      if (room < Infinity) edges.push(end);
    }
  }
  return [...new Set(edges)].sort((one, other) => one - other);
}
