/** The sum of products of two columns of the same length, in four strands so that no addition waits for the one before. */
export function dot(one: Float64Array, other: Float64Array): number {
  const n = one.length;
  const whole = n - (n % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 4) {
    a += one[i] * other[i];
    b += one[i + 1] * other[i + 1];
    c += one[i + 2] * other[i + 2];
    d += one[i + 3] * other[i + 3];
  }
  for (let i = whole; i < n; i++) a += one[i] * other[i];
  return a + b + (c + d);
}
