import { describe, expect, it } from "vitest";
import { seriesText } from "../../src/notebook/seriesText.js";

describe("the values of a series in a cell", () => {
  it("are written out up to twelve", () => {
    const year = "22 31 25 25 26 34 21 23 23 22 34 34";
    expect(seriesText(year)).toBe(year);
    expect(seriesText(`${year} 0`)).toBe("▆▇▆▆▆█▅▆▆▆██▁ 0 to 34, last 0");
  });

  it("are drawn from 0, so that a series that hardly moves looks like it", () => {
    expect(seriesText("100 101 100 99 100 101 100 99 100 101 100 99 100")).toBe("█████████████ 99 to 101, last 100");
    expect(seriesText("-1 0 1 -1 0 1 -1 0 1 -1 0 1 -1")).toBe("▁▅█▁▅█▁▅█▁▅█▁ -1 to 1, last -1");
    expect(seriesText(Array(13).fill("0").join(" "))).toBe("▁▁▁▁▁▁▁▁▁▁▁▁▁ 0 to 0, last 0");
  });

  it("are never more than 24 bars, each the mean of as many periods", () => {
    const [bars, ...words] = seriesText(
      Array.from({ length: 171 }, (_, i) => String(i % 8 < 4 ? 0 : 8)).join(" "),
    ).split(" ");
    expect(bars).toBe(`${"▅".repeat(21)}▁`);
    expect(words.join(" ")).toBe("0 to 8, last 0");
  });

  it("leave a gap where there is none, and say the numbers as the table does", () => {
    expect(seriesText("– – 1,200 4 4 4 4 4 4 4 4 4 0.5")).toBe("··█▁▁▁▁▁▁▁▁▁▁ 0.5 to 1,200, last 0.5");
  });

  it("stay as they are where they are no list of numbers", () => {
    for (const text of ["", "a b c d e f g h i j k l m n", "– – – – – – – – – – – – –"])
      expect(seriesText(text)).toBe(text);
  });
});
