import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { secrets } from "../../src/sources/secrets.js";

const withheld = "words that echo a secret";
const encodings: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => encodeURIComponent(secret),
  (secret) => encodeURIComponent(secret).toLowerCase(),
  (secret) => new URLSearchParams({ s: secret }).toString(),
  (secret) => JSON.stringify(secret),
  (secret) => Buffer.from(secret).toString("hex"),
  (secret) => Buffer.from(secret).toString("base64"),
  (secret) => Buffer.from(secret).toString("base64url"),
  (secret) => Buffer.from(`user:${secret}`).toString("base64"),
  (secret) => Buffer.from(`ab${secret}cd`).toString("base64"),
  (secret) => Buffer.from(`x${secret}`).toString("base64url"),
];

describe("secrets", () => {
  it("finds a secret however it is written, wherever it stands", () => {
    const words = fc.string({ minLength: 8, maxLength: 40, unit: "grapheme" });
    fc.assert(
      fc.property(words, fc.constantFrom(...encodings), fc.string(), (secret, encoded, around) => {
        const kept = secrets();
        kept.add(secret);
        const text = `${around}${encoded(secret)}${around}`;
        expect(kept.holds(text)).toBe(true);
        expect(kept.said(text)).toBe(withheld);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it("withholds words that hold a part of it, and short secrets too", () => {
    const kept = secrets();
    kept.add("correct horse battery");
    expect(kept.said("no such word: correct ho…")).toBe(withheld);
    expect(kept.said("CORRECT HORSE BATTERY")).toBe(withheld);
    expect(kept.said("correct")).toBe('"correct"');
    kept.add("pw1");
    expect(kept.said("pw1 is too short")).toBe(withheld);
    expect(kept.holds("pw1 is too short")).toBe(false);
  });

  it("shows other words in one short line without control characters", () => {
    const kept = secrets();
    kept.add("");
    kept.add("tr0ub4dor");
    expect(kept.said('Access\n\u001b[31m "denied"')).toBe('"Access [31m \\"denied\\""');
    expect(kept.said("a".repeat(500))).toHaveLength(162);
    expect(kept.said(" \n")).toBe("no words");
  });
});
