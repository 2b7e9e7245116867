/**
 * Works on all, at most `jobs` at a time, and hands over what came of each in the order of the list. After a fault none is
 * begun; what was begun is waited for.
 *
 * @throws the first fault
 */
export async function inOrder<One, Made>(
  all: readonly One[],
  jobs: number,
  work: (one: One) => Promise<Made>,
  done: (made: Made, one: One) => Promise<void> | void,
): Promise<void> {
  const made = new Map<number, () => Promise<void> | void>();
  const faults: unknown[] = [];
  let begun = 0;
  let handed = 0;
  let handing = Promise.resolve();
  async function worker(): Promise<void> {
    while (begun < all.length && faults.length === 0) {
      const place = begun;
      begun += 1;
      const one = all[place];
      const result = await work(one);
      made.set(place, () => done(result, one));
      for (let next = made.get(handed); next !== undefined; next = made.get(handed)) {
        handed += 1;
        handing = handing.then(next);
      }
      await handing;
    }
  }
  await Promise.all(Array.from({ length: jobs }, () => worker().catch((fault: unknown) => void faults.push(fault))));
  if (faults.length > 0) throw faults[0];
}
