import { describe, expect, it } from "vitest";
import { canonicalUrl } from "../../src/reports/canonicalUrl.js";

describe("canonicalUrl", () => {
  it.each([
    ["https://twitter.com/Who/status/123?s=20", "x.com/i/status/123"],
    ["https://x.com/i/web/status/123", "x.com/i/status/123"],
    ["https://www.a.org//one//two/", "a.org/one/two"],
    ["http://A.org/One?utm_source=x&b=2&a=1&fbclid=3", "a.org/One?a=1&b=2"],
    ["https://a.org/#part", "a.org"],
    ["https://acleddata.com/dashboard/#/dashboard", "acleddata.com/dashboard/#/dashboard"],
    ["https://www.studiotamani dot org/151388-insecurite", "studiotamani.org/151388-insecurite"],
    ["The  Ledger of Strelsau", "the ledger of strelsau"],
  ])("reads %s as %s", (url, expected) => expect(canonicalUrl(url)).toBe(expected));

  it("keeps apart what is not the same page", () => {
    expect(canonicalUrl("https://a.org/x?id=1")).not.toBe(canonicalUrl("https://a.org/x?id=2"));
    expect(canonicalUrl("https://a.org/x")).not.toBe(canonicalUrl("https://b.org/x"));
    expect(canonicalUrl("https://x.com/who/status/123")).not.toBe(canonicalUrl("https://x.com/who/status/124"));
  });

  it("gives the same again when it is read again", () => {
    for (const url of ["https://twitter.com/a/status/5", "http://www.a.org//b/?utm_x=1&c=d", "a.org/#/route"])
      expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url));
  });
});
