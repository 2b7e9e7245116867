/** What must never be shown: credentials and tokens, with the ways to find them in a text. */
export interface Secrets {
  add(secret: string): void;
  /** Whether the text holds a secret of eight characters or more, plain or encoded. */
  holds(text: string): boolean;
  /** A server's words as they may be shown: short, quoted, and withheld where they echo any part of a secret. */
  said(words: string): string;
}

const shortest = 8;

/**
 * Keeps secrets out of what is shown. A secret is looked for as it stands, as JSON, as a URL or a form writes it, in base64
 * at each of the three places it can have in a longer text, in hex and without regard to case; in a server's words any
 * eight characters of it suffice. Words that echo are dropped whole, since what is left of them could still tell.
 */
export function secrets(): Secrets {
  const kept = new Set<string>();
  const finds = (text: string, forms: (secret: string) => readonly string[], length: number): boolean => {
    const plain = text.toLowerCase();
    return [...kept].some((secret) => secret.length >= length && forms(secret).some((form) => plain.includes(form)));
  };
  return {
    add: (secret) => {
      if (secret !== "") kept.add(secret);
    },
    holds: (text) => finds(text, formsOf, shortest),
    said: (words) => {
      if (finds(words, (secret) => [...formsOf(secret), ...piecesOf(secret)], 1)) return "words that echo a secret";
      const plain = words.replace(/[\p{C}\s]+/gu, " ").trim();
      return plain === "" ? "no words" : JSON.stringify(plain.slice(0, 160));
    },
  };
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const form = new URLSearchParams({ s: secret }).toString().slice(2);
  const inBase64 = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    // The first and the last sextet are shared with what stands around the secret.
    const core = text.slice(Math.ceil((8 * before) / 6), Math.floor((8 * (before + bytes.length)) / 6));
    return [core, core.replaceAll("+", "-").replaceAll("/", "_")];
  });
  const json = JSON.stringify(secret).slice(1, -1);
  // Half a character, which no URL can write, has become the sign for that.
  const whole = bytes.toString();
  const forms = [secret, json, encodeURIComponent(whole), encodeURI(whole), form, bytes.toString("hex"), ...inBase64];
  return forms.filter((text) => text !== "").map((text) => text.toLowerCase());
}

function piecesOf(secret: string): string[] {
  const plain = secret.toLowerCase();
  return Array.from({ length: Math.max(0, plain.length - shortest + 1) }, (_, i) => plain.slice(i, i + shortest));
}
