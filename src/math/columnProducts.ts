/**
 * The products of a table's columns with one another, summed over its rows: of `rows` (each `wide` long, a multiple of 3, up
 * to `end`) into the lower half of `into` (row by row; beside the diagonal a little of the upper half is written as well). In
 * blocks of 3 by 3, which is twice as fast as cell by cell.
 */
export function columnProducts(rows: Float64Array, end: number, wide: number, into: Float64Array): void {
  for (let i = 0; i < wide; i += 3) {
    for (let j = 0; j <= i; j += 3) {
      let [aa, ab, ac, ba, bb, bc, ca, cb, cc] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
      for (let one = i, other = j; one < end; one += wide, other += wide) {
        const p = rows[one];
        const q = rows[one + 1];
        const r = rows[one + 2];
        const x = rows[other];
        const y = rows[other + 1];
        const z = rows[other + 2];
        aa += p * x;
        ab += p * y;
        ac += p * z;
        ba += q * x;
        bb += q * y;
        bc += q * z;
        ca += r * x;
        cb += r * y;
        cc += r * z;
      }
      const at = i * wide + j;
      into[at] = aa;
      into[at + 1] = ab;
      into[at + 2] = ac;
      into[at + wide] = ba;
      into[at + wide + 1] = bb;
      into[at + wide + 2] = bc;
      into[at + 2 * wide] = ca;
      into[at + 2 * wide + 1] = cb;
      into[at + 2 * wide + 2] = cc;
    }
  }
}
