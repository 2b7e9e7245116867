import { random } from "../../src/math/random.js";

const turn = (month: number, k: number): number => (2 * Math.PI * k * month) / 12;

/** 96 seeded monthly counts with theta about 4 and a design of seven columns: ones, trend, two harmonics, a step. */
export function regressionData(): { columns: Float64Array[]; values: number[]; offset: Float64Array } {
  const months = Array.from({ length: 96 }, (_, month) => month);
  const columns = [
    months.map(() => 1),
    months.map((month) => month / 12),
    ...[1, 2].flatMap((k) => [months.map((m) => Math.sin(turn(m, k))), months.map((m) => Math.cos(turn(m, k)))]),
    months.map((month) => (month >= 60 ? 1 : 0)),
  ].map((column) => Float64Array.from(column));
  const next = random(96);
  const values = months.map((month) => {
    const mean = 12 * Math.exp(0.1 * (month / 12) + 0.3 * columns[2][month] - 0.5 * columns[6][month]);
    // a gamma of shape 4 times the mean, rounded: nearly negative binomial, and the same on every machine to the digit
    const gamma = -Math.log(next() * next() * next() * next()) / 4;
    return Math.round(mean * gamma);
  });
  return { columns, values, offset: Float64Array.from(months, (month) => Math.log(month % 2 === 0 ? 31 : 30)) };
}
