import type { Story } from "../../src/reports/stories.js";
import type { ZoneCounts } from "../../src/reports/timeline.js";

type Slice = ZoneCounts["past"];

/**
 * The log chance of a forecast given what came before, by adding up plainly: every size from six standard deviations below to
 * six above in small even steps, every end, every dispersion, log rates in 400 even steps, and the drift by weighing every
 * one of them against every other. It shares no code with the library: the negative binomial is multiplied out.
 */
export function plainEvidence(
  { effects, ends }: Story,
  counts: readonly ZoneCounts[],
  { phis, drift, sizes }: { phis: readonly number[]; drift: number; sizes: number },
): number {
  const both: number[] = [];
  const before: number[] = [];
  const steps = Array.from({ length: sizes }, (_, i) => -6 + (12 * (i + 0.5)) / sizes);
  const visit = (set: readonly number[]): void => {
    if (set.length < effects.length) {
      for (const z of steps) visit([...set, z]);
      return;
    }
    const prior = set.reduce((sum, z) => sum - (z * z) / 2, 0);
    for (const end of ends) {
      let [all, past] = [prior, prior];
      for (const zone of counts) {
        const meansOf = (slice: Slice): number[] =>
          slice.exposure.map((days, t) => {
            let log = Math.log(days);
            effects.forEach((effect, e) => {
              if (effect.zones.includes(zone.zone))
                log += effect.courseIn(slice.periods[t], end) * (effect.centre + effect.sd * set[e]);
            });
            return Math.exp(log);
          });
        const [whole, part]: [number[], number[]] = [[], []];
        for (const phi of phis) {
          let earlier = 0;
          for (const slice of zone.earlier) earlier += onGrid(slice, meansOf(slice), phi).sum;
          const { logs, rates, sum } = onGrid(zone.past, meansOf(zone.past), phi);
          part.push(earlier + sum);
          const means = meansOf(zone.forecast);
          const ahead = rates.map((rate) => logOf(zone.forecast.values, means, rate, phi));
          const joint =
            drift === 0
              ? logs.map((log, i) => log + ahead[i])
              : logs.flatMap((log, i) => {
                  const kernel = rates.map((rate) => -((Math.log(rate / rates[i]) / drift) ** 2) / 2);
                  const norm = logSum(kernel);
                  return kernel.map((weight, j) => log + weight - norm + ahead[j]);
                });
          whole.push(earlier + logSum(joint));
        }
        all += logSum(whole);
        past += logSum(part);
      }
      both.push(all);
      before.push(past);
    }
  };
  visit([]);
  return logSum(both) - logSum(before);
}

/** Log likelihood with prior on 400 log rates, and its log sum over even steps. */
function onGrid(slice: Slice, means: readonly number[], phi: number): { logs: number[]; rates: number[]; sum: number } {
  const total = slice.values.reduce((sum, value) => sum + value, 0);
  const days = means.reduce((sum, mean) => sum + mean, 0);
  const rates = Array.from({ length: 400 }, (_, i) => ((total + 0.5) / days) * Math.exp(-5 + (9 * i) / 399));
  const logs = rates.map((rate) => (Math.log(rate) + Math.log(days)) / 2 + logOf(slice.values, means, rate, phi));
  return { logs, rates, sum: logSum(logs) };
}

function logOf(values: readonly number[], means: readonly number[], rate: number, phi: number): number {
  let log = 0;
  values.forEach((value, t) => {
    const mean = rate * means[t];
    for (let k = 1; k <= value; k++) log -= Math.log(k);
    if (phi === 1) {
      log += value * Math.log(mean) - mean;
      return;
    }
    const size = mean / (phi - 1);
    for (let k = 0; k < value; k++) log += Math.log(size + k);
    log += value * Math.log(1 - 1 / phi) - size * Math.log(phi);
  });
  return log;
}

function logSum(logs: readonly number[]): number {
  let most = -Infinity;
  for (const log of logs) most = Math.max(most, log);
  let sum = 0;
  for (const log of logs) sum += Math.exp(log - most);
  return most + Math.log(sum);
}
