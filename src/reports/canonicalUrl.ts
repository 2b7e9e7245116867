/** Parts of a query that say how a page was reached, not which page it is. */
const tracking = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref|ref_src|ref_url|share|cmpid)$/;

/**
 * An address that is the same for the same page: without scheme, `www.`, tracking, doubled and closing slashes; a post on
 * X, formerly Twitter, by its number alone. A text that is no address is given back in lower case.
 *
 * @example
 * canonicalUrl("https://twitter.com/who/status/1734951822782058853?s=20") // "x.com/i/status/1734951822782058853"
 * canonicalUrl("http://www.iiss.org/online//2019/06/") // "iiss.org/online/2019/06"
 */
export function canonicalUrl(text: string): string {
  const address = addressOf(text);
  if (address === undefined) return text.trim().toLowerCase().replace(/\s+/g, " ");
  const post = postNumber(address);
  if (post !== undefined) return `x.com/i/status/${post}`;
  const kept = [...address.searchParams].filter(([name]) => !tracking.test(name.toLowerCase()));
  const query = kept
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("&");
  const route = /^#!?\//.test(address.hash) ? address.hash : "";
  const path = `${pathOf(address)}${route}`.replace(/\/+$/, "");
  return `${hostOf(address)}${path}${query === "" ? "" : `?${query}`}`;
}

/** A text as an address, a missing scheme added and a dot in words made one; `undefined` when it is none. */
export function addressOf(text: string): URL | undefined {
  const plain = text.trim().replaceAll(" dot ", ".");
  const whole = /^[a-z]+:\/\//i.test(plain) ? plain : `https://${plain}`;
  if (!URL.canParse(whole)) return undefined;
  const address = new URL(whole);
  return /^https?:$/.test(address.protocol) && address.hostname.includes(".") ? address : undefined;
}

/** Whose address it is: without `www.` and its like, and with one name for X. */
export function hostOf({ hostname }: URL): string {
  const host = hostname.replace(/^(?:www|mobile|m)\./, "");
  return host === "twitter.com" ? "x.com" : host;
}

/** The path, doubled slashes made one. */
export function pathOf({ pathname }: URL): string {
  return pathname.replace(/\/{2,}/g, "/");
}

/** The number of a post on X, as digits; `undefined` for any other address. */
export function postNumber(address: URL): string | undefined {
  if (hostOf(address) !== "x.com") return undefined;
  const path = `${pathOf(address)}${address.hash.replace(/^#!/, "")}`.replace(/^\/{2,}/, "/");
  return /^\/(?:i\/web|[^/]+)\/status(?:es)?\/(\d+)(?:[/#]|$)/.exec(path)?.[1];
}
