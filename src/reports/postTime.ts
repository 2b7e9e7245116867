import { addressOf, hostOf, pathOf, postNumber } from "./canonicalUrl.js";

/** X counts milliseconds from 4 November 2010; numbers before the first made so were given in turn. */
const epoch = 1_288_834_974_657n;
const first = 29_700_859_247n;
const beyond = 2n ** 63n;

/**
 * The moment at which a post was made, in UTC, from the number in its address: X (Twitter), Mastodon and what is built on
 * it; a bare number is taken as one of X. `undefined` for any other address, for numbers of X from before November 2010
 * and for those of Mastodon from before May 2018, which tell no time. It is the clock of the host, not of the writer.
 *
 * @see King (2010) Announcing Snowflake, Twitter Engineering, 1 June; for the first number made so, Old Dominion University,
 * Web Science and Digital Libraries Research Group (2019) TweetedAt, 3 August
 * @example
 * postTime("https://x.com/who/status/1734951822782058853?s=20") // "2023-12-13T15:02:03.054Z"
 * postTime("20") // undefined
 */
export function postTime(url: string): string | undefined {
  if (/^\d+$/.test(url)) return fromX(url);
  const address = addressOf(url);
  if (address === undefined) return undefined;
  if (hostOf(address) === "x.com") return fromX(postNumber(address) ?? "0");
  const mastodon = /^\/@[^/]+\/(\d{18})\/?$/.exec(pathOf(address))?.[1];
  return mastodon === undefined ? undefined : momentOf(BigInt(mastodon) >> 16n);
}

function fromX(digits: string): string | undefined {
  const number = BigInt(digits);
  return number < first || number >= beyond ? undefined : momentOf((number >> 22n) + epoch);
}

function momentOf(milliseconds: bigint): string {
  return new Date(Number(milliseconds)).toISOString();
}
