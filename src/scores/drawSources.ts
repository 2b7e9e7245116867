/**
 * Which models may stand on the same draws: those with the same number. An ensemble is known by its name, which holds its
 * members' names, to stand on their draws, and so two ensembles with a member in common; all others draw each for itself.
 *
 * @example
 * drawSources(['linearPool(["ets()","zero()"])', "ets()", "theta()"]) // [0, 0, 2]
 */
export function drawSources(models: readonly string[]): number[] {
  const sources = models.map((_, i) => i);
  const firsts = new Map<string, number>();
  models.forEach((model, i) => {
    for (const name of namesIn(model)) {
      const found = firsts.get(name);
      if (found === undefined) firsts.set(name, i);
      else {
        const [one, other] = [sources[found], sources[i]];
        const least = Math.min(one, other);
        sources.forEach((source, j) => {
          if (source === one || source === other) sources[j] = least;
        });
      }
    }
  });
  return sources;
}

/**
 * The standard error of a sum, of those of its parts: parts of one source may err together, so that theirs add up, which is the
 * most that it can be; those of others add up in squares.
 */
export function noiseOfParts(noises: readonly number[], sources: readonly number[]): number {
  const sums = new Map<number, number>();
  noises.forEach((noise, i) => {
    sums.set(sources[i], (sums.get(sources[i]) ?? 0) + noise);
  });
  return Math.hypot(...sums.values());
}

/** A model's own name and those of all that it is made of, at any depth. */
function namesIn(model: string): string[] {
  const [, args] = /^\w+\((.*)\)$/s.exec(model) ?? [];
  if (args === undefined) return [model];
  return [model, ...textsIn(read(`[${args}]`)).flatMap((text) => (/^\w+\(.*\)$/s.test(text) ? namesIn(text) : []))];
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
