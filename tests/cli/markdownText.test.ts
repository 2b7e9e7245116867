import { describe, expect, it } from "vitest";
import { markdownTable, markdownText } from "../../src/cli/markdownText.js";

describe("a text in Markdown", () => {
  it("is no tag, link, image, emphasis, code or cell of its own", () => {
    expect(markdownText("<b>x</b> & y")).toBe("&lt;b&gt;x&lt;/b&gt; &amp; y");
    expect(markdownText("see [here](https://x.test) or ![i](y) or [a][b]")).toBe(
      "see [here\\](https://x.test) or \\![i\\](y) or [a\\][b]",
    );
    expect(markdownText("*a* _b_ ~c~ `d` | \\")).toBe("\\*a\\* \\_b\\_ \\~c\\~ \\`d\\` \\| \\\\");
  });

  it("begins no heading, list, quote, rule or definition, and stays in its line", () => {
    expect(["# a", "- a", "+ a", "> a", "=== a", "[a]: b", "1. a", "12) a"].map(markdownText)).toEqual([
      "\\# a",
      "\\- a",
      "\\+ a",
      "&gt; a",
      "\\=== a",
      "\\[a]: b",
      "1\\. a",
      "12\\) a",
    ]);
    expect(markdownText(" a\n\n# b\u202e ")).toBe("a # b");
  });

  it("leaves an interval and a number as they are", () => {
    expect(markdownText("0.53 [0.37, 0.75]: 3 of 4, 2.5 a month")).toBe("0.53 [0.37, 0.75]: 3 of 4, 2.5 a month");
  });
});

describe("a table in Markdown", () => {
  it("has a heading, a rule and a line a row", () => {
    expect(markdownTable(["a", "b"], [["1", "2"]])).toEqual(["| a | b |", "| --- | --- |", "| 1 | 2 |", ""]);
  });
});
