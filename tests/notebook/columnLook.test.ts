import { describe, expect, it } from "vitest";
import { columnLook } from "../../src/notebook/columnLook.js";

describe("a column", () => {
  it("of numbers, shares and intervals stands to the right, whatever form they have", () => {
    const forms = ["3", "1,126", "-0.07", "4.0e-5", "53%", "under 1%", "over 99%", "∞", "–", "none", "", "no bound"];
    const intervals = [
      "1.51 [1.21, 1.90]",
      "0.5 [0.1, no bound]",
      "[0.21, 2.98]",
      "71% [42%, 92%]",
      "96%, 54% to over 99%",
    ];
    for (const cell of [...forms, ...intervals, "855 of 900", "p < 1e-300"])
      expect(columnLook(["1", cell]).side, cell).toBe("right");
  });

  it("of texts, days, hashes or nothing stands to the left", () => {
    const texts = ["2023-12-13", "437866f9", "16 in 2024-01-01", "yes", "1.5 times", "holds 0.5 [0.1, 0.9]", "12 10 3"];
    for (const cell of texts) expect(columnLook(["1", cell]).side, cell).toBe("left");
    expect(columnLook(["", ""]).side).toBe("left");
    expect(columnLook(["–", "none"]).side).toBe("left");
  });

  it("wraps only where a text is long, and never a number, an interval or a drawing", () => {
    expect(columnLook(["a", "a sentence of a good many words"]).wraps).toBe(true);
    expect(columnLook(["a", "a few words"]).wraps).toBe(false);
    expect(columnLook(["1,234.5678 [1,234.0000, 1,235.0000]"]).wraps).toBe(false);
    expect(columnLook(["▁▂▃▄▅▆▇█▁▂▃▄▅▆▇█ 0 to 12, last 3"]).wraps).toBe(false);
  });
});
