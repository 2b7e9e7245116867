import { describe, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/inference.json" with { type: "json" };

type Bounds = readonly (number | null)[] | null | undefined;

function expectInterval(got: hc.Interval | undefined, expected: Bounds, digits: number, what: unknown): void {
  for (const i of [0, 1]) expectDigits(got?.[i] ?? Infinity, expected?.[i] ?? Infinity, digits, what);
}

// Every expected value is from R 4.2.2, base only (tests/fixtures/inference.R).
describe("inference to ten digits of R", () => {
  it("gives Garwood's and the mid-p interval of a rate", () => {
    for (const one of known.poissonInterval) {
      const stretch = { values: [one.count], exposure: [one.exposure] };
      expectInterval(hc.poissonInterval("garwood").test(stretch, one.level).interval, one.garwood, 10, one);
      expectInterval(hc.poissonInterval("mid-p").test(stretch, one.level).interval, one.midp, 10, one);
    }
  });

  it("gives the exact rate ratio with its interval and p", () => {
    for (const one of known.rateRatio) {
      const [before, after] = [one.before, one.after].map(([count, exposure]) => ({
        values: [count],
        exposure: [exposure],
      }));
      for (const [method, expected] of [
        ["central", one.central],
        ["mid-p", one.midp],
      ] as const) {
        const found = hc.rateRatio(method).compare(before, after, one.level);
        expectInterval(found.interval, expected.interval, 10, [method, one]);
        expectDigits(found.p ?? Number.NaN, expected.p, 10, [method, one]);
        if (one.ratio !== null) expectDigits(found.estimate ?? Number.NaN, one.ratio, 14, one);
      }
    }
  });

  it("gives the quasi-Poisson rate ratio", () => {
    for (const one of known.quasiPoisson) {
      const found = hc.quasiPoisson().compare(one.before, one.after, one.level);
      expectDigits(found.estimate ?? Number.NaN, one.ratio, 10, one);
      expectInterval(found.interval, one.interval, 10, one);
      expectDigits(found.statistic ?? Number.NaN, one.statistic, 10, one);
      expectDigits(found.p ?? Number.NaN, one.p, 10, one);
    }
  });

  it("gives the index of dispersion with its test", () => {
    for (const one of known.dispersion) {
      const found = hc.dispersion().test(one, 0.95);
      expectDigits(found.estimate ?? Number.NaN, one.index, 10, one);
      expectInterval(found.interval, one.interval, 10, one);
      expectDigits(found.p ?? Number.NaN, one.p, 10, one);
    }
  });

  it("gives Clopper and Pearson's and Wilson's interval of a share", () => {
    for (const one of known.share) {
      const stretch = { values: [one.count], exposure: [one.whole] };
      expectInterval(hc.share("clopper-pearson").test(stretch, one.level).interval, one.clopperPearson, 10, one);
      expectInterval(hc.share("wilson").test(stretch, one.level).interval, one.wilson, 10, one);
    }
  });

  it("gives the dispersion at which a change stops being clear", () => {
    for (const one of known.tippingPhi) {
      const [before, after] = [one.before, one.after].map(([count, exposure]) => ({
        values: [count],
        exposure: [exposure],
      }));
      expectDigits(hc.tippingPhi().compare(before, after, one.level).estimate ?? Number.NaN, one.phi, 10, one);
    }
  });
});
