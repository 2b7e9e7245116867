/** A text in either quotes, a call, a number as people write it, a word, or any other sign. */
const tokens =
  /"(?:[^"\\]|\\.)*"|'[^'\\]*'|[A-Za-z_]\w*\s*\([^()]*\)|[A-Za-z_]\w*|[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|\s+|./gs;

/**
 * Arguments as JSON, as somebody may have meant them who left out a leading 0 or quotes, or wrote single ones; `undefined` where
 * they cannot be made out. It serves to tell how to write them, never to take them as meant.
 *
 * @example
 * meantArguments(".1, 'poisson'") // '0.1, "poisson"'
 */
export function meantArguments(text: string): string | undefined {
  const mended = (text.match(tokens) ?? []).map(mendedToken).join("");
  try {
    JSON.parse(`[${mended}]`);
    return mended;
  } catch {
    return undefined;
  }
}

function mendedToken(token: string): string {
  if (/^[+-]?\.?\d/.test(token)) return String(Number(token));
  if (token === "undefined") return "null";
  if (/^(?:"|true$|false$|null$)/.test(token)) return token;
  if (token.startsWith("'")) return JSON.stringify(token.slice(1, -1));
  return /^[A-Za-z_]/.test(token) ? JSON.stringify(token) : token;
}
