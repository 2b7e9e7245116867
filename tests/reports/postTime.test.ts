import { describe, expect, it } from "vitest";
import { postTime } from "../../src/index.js";

const millisecond = (id: string): number => Date.parse(postTime(id) ?? "");

describe("postTime", () => {
  it("is the moment in the number of a post on X", () => {
    // created_at "Wed Oct 10 20:19:24 +0000 2018" in the developer documentation, "Tweet object".
    expect(postTime("1050118621198921728")).toBe("2018-10-10T20:19:24.211Z");
    // TimestampMillis in the published table of TweetedAt.
    expect(millisecond("42963561600909314")).toBe(1299078285967);
    expect(millisecond("208588291283492865")).toBe(1338566298682);
    expect(millisecond("54691802283900928")).toBe(Date.parse("2011-04-03T23:48:36.446Z"));
  });

  it("takes an address however it is written", () => {
    for (const url of [
      "https://twitter.com/who/status/1734951822782058853",
      "https://x.com/who/status/1734951822782058853?s=20",
      "http://www.x.com//who/status/1734951822782058853/",
      "https://mobile.twitter.com/who/statuses/1734951822782058853/photo/1",
      "x.com/i/web/status/1734951822782058853#m",
      "https://twitter.com/#!/who/status/1734951822782058853",
      "1734951822782058853",
    ]) {
      expect(postTime(url), url).toBe("2023-12-13T15:02:03.054Z");
    }
  });

  it("is exact to the millisecond, where a number of JavaScript is not", () => {
    const at = 1_700_000_000_123n;
    const id = ((at - 1_288_834_974_657n) << 22n) | 4_194_303n;
    expect(BigInt(millisecond(String(id)))).toBe(at);
    expect(BigInt(millisecond(String(id + 1n)))).toBe(at + 1n);
  });

  it("says nothing of numbers given in turn, before November 2010, nor of those past 63 bits", () => {
    expect(postTime("29700859246")).toBeUndefined();
    expect(postTime("29700859247")).toBe("2010-11-04T01:43:01.738Z");
    expect(postTime(String(2n ** 63n - 1n))).toBe("2080-07-10T17:30:30.208Z");
    expect(postTime(String(2n ** 63n))).toBeUndefined();
    expect(postTime("https://twitter.com/jack/status/20")).toBeUndefined();
  });

  it("is the moment in the number of a post on Mastodon", () => {
    // created_at "2019-12-08T03:48:33.901Z" in the Mastodon documentation, "Status"; the number is made just before.
    const at = postTime("https://mastodon.social/@Gargron/103270115826048975") ?? "";
    expect(Date.parse("2019-12-08T03:48:33.901Z") - Date.parse(at)).toBe(52);
    expect(postTime("https://mastodon.social/@who@other.example/103270115826048975/")).toBe(at);
  });

  it.each([
    "https://bsky.app/profile/who.bsky.social/post/3kgq2n5p2ls2a",
    "https://www.tiktok.com/@who/video/7305123456789012345",
    "https://www.youtube.com/@who/103270115826048975000",
    "https://mastodon.social/@who/10327011582604897",
    "https://x.com/who/103270115826048975",
    "https://x.com/who",
    "https://notx.com/who/status/1734951822782058853",
    "https://example.org/status/1734951822782058853",
    "mailto:who@x.com",
    "no address at all",
    "",
  ])("says nothing of %s", (url) => expect(postTime(url)).toBeUndefined());
});
