import { describe, expect, it } from "vitest";
import { sentenceHash, sentencesOf } from "../../src/index.js";

describe("sentencesOf", () => {
  it("counts paragraphs and sentences from 1, empty lines left out", () => {
    const found = sentencesOf("One fell. Two rose!\n\n- A bullet, at 10 a.m. sharp. Is it? \u201cYes.\u201d");
    expect(found.map(({ paragraph, sentence, text }) => [paragraph, sentence, text])).toEqual([
      [1, 1, "One fell."],
      [1, 2, "Two rose!"],
      [2, 1, "A bullet, at 10 a.m. sharp."],
      [2, 2, "Is it?"],
      [2, 3, '"Yes."'],
    ]);
  });

  it("does not end a sentence at an abbreviation or an initial", () => {
    expect(sentencesOf("The U.S. Army left. J. Smith of St. Louis stayed.").map((one) => one.text)).toEqual([
      "The U.S. Army left.",
      "J. Smith of St. Louis stayed.",
    ]);
  });
});

describe("sentenceHash", () => {
  it("is the SHA-256 of the plain sentence, whatever its quotes, dashes, notes and spaces", () => {
    expect(sentenceHash("Qaeda\u2013linked  men\u2019s attacks.[12]")).toBe(
      sentenceHash("Qaeda-linked men's attacks."),
    );
    expect(sentenceHash("a")).toBe("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
  });
});
