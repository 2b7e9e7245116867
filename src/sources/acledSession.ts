import { DataError, InputError } from "../core/errors.js";
import { type Answer, request, type Transport } from "./request.js";
import type { TokenStore, Tokens } from "./tokens.js";

/** Asks with a token that ACLED accepts. */
export interface AcledSession {
  ask(send: (headers: Readonly<Record<string, string>>) => Promise<Answer>): Promise<Answer>;
}

const day = 86_400_000;

/**
 * Signs in to ACLED: the kept token while it lasts (24 hours), then the refresh token (14 days), then the password. A 401
 * moves on to the next of the three, so that a token that ends midway costs one question, and a password is sent only
 * where nothing less will do. Tokens are kept for the next run where that can be done.
 *
 * @throws InputError when the user name and the password are refused
 */
export function acledSession(
  { address, username, password, store }: { address: string; username: string; password: string; store: TokenStore },
  transport: Transport,
): AcledSession {
  const { now, secrets, note } = transport;
  for (const secret of [username, password]) secrets.add(secret);
  const url = new URL(`${address}/oauth/token`);

  let held: Tokens | undefined;

  const granted = async (form: Readonly<Record<string, string>>): Promise<Tokens | Answer> => {
    const what = "signing in to ACLED";
    const answer = await request({ what, url, headers: {}, form: { ...form, client_id: "acled" } }, transport);
    if (answer.status !== 200) return answer;
    const { access_token: access, refresh_token: refresh = "", expires_in: seconds } = fieldsOf(answer.body);
    if (!isToken(access)) throw new DataError(`pull: ${what}: the answer holds no token (${url.host})`);
    secrets.add(access);
    if (isToken(refresh)) secrets.add(refresh);
    const lasts = typeof seconds === "number" && seconds > 0 ? Math.min(seconds * 1000, day) : day;
    const tokens: Tokens = {
      access,
      until: now() + lasts,
      refresh: isToken(refresh) ? refresh : "",
      refreshUntil: now() + 14 * day,
    };
    held = tokens;
    await store.write(tokens).catch(() => note("the tokens cannot be kept for the next run"));
    return tokens;
  };

  const kept = async (): Promise<Tokens | undefined> => {
    held ??= await store.read();
    for (const secret of [held?.access, held?.refresh]) if (secret !== undefined) secrets.add(secret);
    return held;
  };

  const ways: readonly (() => Promise<string>)[] = [
    async () => {
      const tokens = await kept();
      return tokens !== undefined && isToken(tokens.access) && tokens.until > now() + 60_000 ? tokens.access : "";
    },
    async () => {
      const tokens = await kept();
      if (tokens === undefined || !isToken(tokens.refresh) || tokens.refreshUntil < now()) return "";
      const found = await granted({ grant_type: "refresh_token", refresh_token: tokens.refresh });
      return "access" in found ? found.access : "";
    },
    async () => {
      const found = await granted({ grant_type: "password", username, password });
      if ("access" in found) return found.access;
      throw new InputError(
        `pull: ACLED refused the user name and password, got ${found.status} ${found.words}; check ACLED_USERNAME and ACLED_PASSWORD`,
      );
    },
  ];

  return {
    ask: async (send) => {
      for (const way of ways) {
        const access = await way();
        if (access === "") continue;
        const answer = await send({ authorization: `Bearer ${access}` });
        if (answer.status !== 401) return answer;
      }
      throw new DataError(`pull: ACLED refuses the token it has just given, got 401 (${url.host})`);
    },
  };
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null ? { ...body } : {};
}

/** A token goes into a header: nothing but visible ASCII may stand in it. */
function isToken(value: unknown): value is string {
  return typeof value === "string" && /^[\x21-\x7e]{1,8192}$/.test(value);
}
