// One turn of ets.ts on the built library: prints how many fits, the processor's time in ms, and some of the series.
import * as hc from "../../dist/index.js";

const least = process.argv[2] === "above 0" ? 1 : 0;
const series = Array.from({ length: 400 }, (_, i) => {
  const n = 96 + ((i * 37) % 75);
  const level = least === 0 ? 3 : 5 + ((i * 7) % 60);
  const values = Array.from({ length: n }, (_, t) => {
    const mean = level * Math.exp(0.5 * Math.sin((2 * Math.PI * t) / 12) * ((i % 5) / 2) + 0.003 * ((i % 7) - 3) * t);
    return least + hc.sample({ family: "negbin", mean, size: 1 + (i % 9) }, { n: 1, seed: i * 1000 + t })[0];
  });
  const past = { values, exposure: values.map(() => 1) };
  return { ...past, start: "2012-01-01", every: "month", beside: [past], place: 0 };
});
const before = process.cpuUsage();
for (const one of series) hc.ets().fit(one);
const { user, system } = process.cpuUsage(before);
const values = series.slice(0, 8).map((one) => one.values);
process.stdout.write(JSON.stringify({ fits: series.length, cpu: (user + system) / 1000, values }));
