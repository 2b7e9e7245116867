import { InputError } from "../core/errors.js";

/**
 * The address below which an API is asked, without a slash at its end. Only https, or http to this very machine (for tests
 * and tunnels): credentials never travel in the clear.
 *
 * @throws InputError when it is no such address, or holds a user name, a query or a fragment
 */
export function apiAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw new InputError("pull: --url needs an address such as https://acleddata.com");
  // The address itself is not shown: what stands before the @ is a password.
  if (url.username !== "" || url.password !== "")
    throw new InputError("pull: --url must not hold a user name or a password; they are read from the environment");
  const isHere = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isHere))
    throw new InputError(
      `pull: --url needs https, got ${url.protocol}//${url.host}; credentials never travel in the clear`,
    );
  if (url.search !== "" || url.hash !== "")
    throw new InputError(`pull: --url needs an address without ? and #, got ${JSON.stringify(url.search + url.hash)}`);
  return url.href.replace(/\/+$/, "");
}
