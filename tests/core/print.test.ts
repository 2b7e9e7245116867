import { describe, expect, it } from "vitest";
import { dataText, decimals, percent, pText, withInterval } from "../../src/core/print.js";

describe("decimals", () => {
  it("shows as many decimals as asked, and groups the digits", () => {
    expect(decimals(0.53472, 4)).toBe("0.5347");
    expect(decimals(1234567.5, 1)).toBe("1,234,567.5");
    expect(decimals(2, 2)).toBe("2.00");
    expect(decimals(-1.25, 1)).toBe("-1.3");
  });

  it("says in words that there is no bound", () => {
    expect(decimals(null, 2)).toBe("no bound");
    expect(decimals(Infinity, 2)).toBe("no bound");
  });

  it("never passes off what is not a number as one", () => {
    expect(decimals(Number.NaN, 2)).toBe("NaN");
  });
});

describe("withInterval", () => {
  it("puts the interval behind the estimate", () => {
    expect(withInterval(0.53472, [0.37252, 0.75416], 4)).toBe("0.5347 [0.3725, 0.7542]");
    expect(withInterval(3, [1, null], 1)).toBe("3.0 [1.0, no bound]");
  });
});

describe("pText", () => {
  it("shows two digits, in powers of ten when it is tiny", () => {
    expect(pText(0.000191)).toBe("p = 0.00019");
    expect(pText(0.0001)).toBe("p = 0.0001");
    expect(pText(0.04999)).toBe("p = 0.05");
    expect(pText(1)).toBe("p = 1");
    expect(pText(0.0000254)).toBe("p = 2.5e-5");
    expect(pText(3.04e-12)).toBe("p = 3.0e-12");
  });

  it("never says that a p-value is zero", () => {
    expect(pText(0)).toBe("p < 1e-300");
  });
});

describe("percent", () => {
  it("rounds to whole percent", () => {
    expect(percent(0.5347)).toBe("53%");
    expect(percent(0.005)).toBe("1%");
    expect(percent(0)).toBe("0%");
    expect(percent(1)).toBe("100%");
  });

  it("says 0% and 100% of nothing but 0 and 1", () => {
    expect(percent(0.0001)).toBe("under 1%");
    expect(percent(0.00499)).toBe("under 1%");
    expect(percent(0.9949)).toBe("99%");
    expect(percent(0.995)).toBe("over 99%");
    expect(percent(0.99999)).toBe("over 99%");
  });
});

describe("dataText", () => {
  it("names a snapshot with its day and the start of its hash, and a report's own print alone", () => {
    expect(dataText({ name: "wire", asOf: "2020-11-01", hash: "0123456789ab" })).toBe(
      "wire as of 2020-11-01 (01234567)",
    );
    expect(dataText({ name: "r, as printed" })).toBe("r, as printed");
  });
});
