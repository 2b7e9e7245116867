/**
 * The sum of the chosen numbers for every choice of `k` of them, in lexicographic order of their places: the first is that
 * of the first `k`. Each sum is added from left to right, so whole numbers stay whole and nothing drifts.
 *
 * @example
 * Array.from(everySum([1, 2, 4], 2)) // [3, 5, 6]
 */
export function everySum(numbers: readonly number[], k: number): Float64Array {
  const n = numbers.length;
  const sums = new Float64Array(choose(n, k));
  if (k === 0) return sums;
  const deck = Float64Array.from(numbers);
  const places = Int32Array.from({ length: k }, (_, j) => j);
  // What the first j chosen numbers add up to.
  const upTo = new Float64Array(k);
  for (let j = 1; j < k; j++) upTo[j] = upTo[j - 1] + deck[j - 1];
  for (let done = 0; ; ) {
    const rest = upTo[k - 1];
    for (let last = places[k - 1]; last < n; last++) sums[done++] = rest + deck[last];
    let moved = k - 2;
    while (moved >= 0 && places[moved] === n - k + moved) moved--;
    if (moved < 0) return sums;
    places[moved]++;
    for (let j = moved + 1; j < k; j++) {
      places[j] = places[j - 1] + 1;
      upTo[j] = upTo[j - 1] + deck[places[j - 1]];
    }
  }
}

/**
 * The sum of the chosen numbers for `draws` random choices of `k` of them, every choice being exactly as likely as any
 * other. The places chosen depend on the seed, `k`, and how many numbers there are, not on the numbers: two lists drawn
 * with one seed are chosen from alike. The same seed gives the same sums on every machine.
 *
 * Part of a Fisher–Yates shuffle, several places out of one random number: a fraction of 2^bits times what is left has a
 * place as its whole part and a new fraction as its rest, all in 32 bits; the few that would favour a place are drawn anew.
 *
 * @throws RangeError when there are more than 65,535 numbers
 * @see Lemire (2019) ACM Transactions on Modeling and Computer Simulation 29(1), article 3 (the rejection)
 * @example
 * drawnSums([1, 1, 1, 1], 2, 3, 7).join() // "2,2,2"
 */
export function drawnSums(numbers: readonly number[], k: number, draws: number, seed: number): Float64Array {
  const n = numbers.length;
  if (n > 65_535) throw new RangeError(`drawnSums: takes at most 65,535 numbers, got ${n}`);
  const deck = Float64Array.from(numbers);
  const sums = new Float64Array(draws);
  const bits = Math.clz32(n);
  const mask = 2 ** bits - 1;
  const { ends, unfair } = batchesOf(n, k, bits);
  // Not by destructuring: the engine then keeps the four words as plain 32-bit integers, half as fast again.
  const state = seeded(seed);
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    let start = 0;
    for (let batch = 0; batch < ends.length; batch++) {
      const end = ends[batch];
      const before = sum;
      let rest = 0;
      do {
        // sfc32, by Doty-Humphrey: three 32-bit words of state and a counter.
        const word = (((a + b) | 0) + d) | 0;
        d = (d + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + word) | 0;
        rest = word >>> (32 - bits);
        sum = before;
        for (let j = start; j < end; j++) {
          const scaled = Math.imul(rest, n - j);
          const place = j + (scaled >>> bits);
          rest = scaled & mask;
          const taken = deck[place];
          deck[place] = deck[j];
          deck[j] = taken;
          sum += taken;
        }
      } while (rest < unfair[batch]);
      start = end;
    }
    sums[draw] = sum;
  }
  return sums;
}

/**
 * In how many ways `k` of `n` can be chosen, exact where the answer is a safe whole number.
 *
 * @example
 * choose(11, 4) // 330
 */
export function choose(n: number, k: number): number {
  let ways = 1;
  for (let j = 1; j <= Math.min(k, n - k); j++) ways = (ways * (n - j + 1)) / j;
  return ways;
}

/** Up to which place each random number serves, and below which rest of it a new one must be drawn. */
function batchesOf(n: number, k: number, bits: number): { ends: Int32Array; unfair: Int32Array } {
  const ends: number[] = [];
  const unfair: number[] = [];
  for (let end = 0; end < k; ) {
    let outcomes = n - end++;
    while (end < k && outcomes * (n - end) <= 2 ** (bits - 3)) outcomes *= n - end++;
    ends.push(end);
    unfair.push(2 ** bits % outcomes);
  }
  return { ends: Int32Array.from(ends), unfair: Int32Array.from(unfair) };
}

/** Four words out of one whole number, by splitmix32. */
function seeded(seed: number): Int32Array {
  const words = new Int32Array(4);
  let state = (seed | 0) ^ Math.imul(Math.floor(seed / 2 ** 32), 0x9e3779b1);
  for (let i = 0; i < 4; i++) {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    words[i] = z ^ (z >>> 15);
  }
  return words;
}
