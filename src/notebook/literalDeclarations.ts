import { DataError } from "../core/errors.js";

/** One value that is written out in code, or a list of such. */
export type Literal = string | number | boolean | readonly (string | number | boolean)[];

/** A name that code declares with a written-out value: `const level: number = 0.95`. */
export interface LiteralDeclaration {
  readonly keyword: "const" | "let";
  readonly name: string;
  /** The type as it is written after the colon; empty where there is none. */
  readonly annotation: string;
  readonly value: Literal;
}

/**
 * The declarations in a cell that holds nothing but `const` and `let` with written-out values: texts, numbers, true or
 * false, and flat lists of these. Comments may stand anywhere, and imports between the declarations. Anything else is
 * refused, for a value that is worked out from another would not follow when that one is replaced.
 *
 * @throws DataError when the code holds anything else
 *
 * @example
 * literalDeclarations("const zone = 'delta'; // where").map((one) => one.value) // ["delta"]
 */
export function literalDeclarations(code: string): LiteralDeclaration[] {
  const tokens = tokensOf(code);
  const found: LiteralDeclaration[] = [];
  let at = 0;
  function take(wanted: RegExp): string | undefined {
    const token = tokens[at];
    if (token === undefined || !wanted.test(token)) return undefined;
    at += 1;
    return token;
  }
  function need(wanted: RegExp, what: string): string {
    const start = at;
    const token = take(wanted);
    if (token === undefined) throw odd(what, tokens.slice(start, start + 6));
    return token;
  }
  function annotation(): string {
    if (!take(/^:$/)) return "";
    const readonly = take(/^readonly$/) ? "readonly " : "";
    const name = need(word, "a type");
    const list = take(/^\[$/) ? `[${need(/^\]$/, "a ] in a type")}` : "";
    return `${readonly}${name}${list}`;
  }
  function single(): string | number | boolean {
    const minus = take(/^-$/);
    const token = need(minus ? number : literal, "a text, a number, true, false or a list of these");
    if (number.test(token)) return Number(`${minus ?? ""}${token.replaceAll("_", "")}`);
    return token === "true" || token === "false" ? token === "true" : textIn(token);
  }
  function list(): (string | number | boolean)[] {
    const items: (string | number | boolean)[] = [];
    while (!take(/^\]$/)) {
      items.push(single());
      if (!take(/^,$/) && tokens[at] !== "]") throw odd("a , or a ] in a list", tokens.slice(at, at + 6));
    }
    return items;
  }
  while (at < tokens.length) {
    if (take(/^;$/)) continue;
    if (tokens[at] === "import" && tokens[at + 1] !== "(") {
      while (!quoted.test(need(/./s, "what an import is from"))) {}
      continue;
    }
    const keyword = need(/^(const|let)$/, "const or let") === "let" ? "let" : "const";
    do {
      const name = need(/^[A-Za-z_$][\w$]*$/, "a name");
      const type = annotation();
      need(/^=$/, `a value for ${name}`);
      found.push({ keyword, name, annotation: type, value: take(/^\[$/) ? list() : single() });
    } while (take(/^,$/));
  }
  return found;
}

const word = /^[A-Za-z_$][\w$.]*$/;
const quoted = /^(["'`])[\s\S]*\1$/;
const number = /^(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?$/;
const literal = new RegExp(`${quoted.source}|${number.source}|^(?:true|false)$`);
const blank = /^(?:\s+|\/\/|\/\*)/;

const token = new RegExp(
  [
    String.raw`\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/`,
    String.raw`"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|${"`"}[^${"`"}\\$]*${"`"}`,
    String.raw`(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d+)?(?![\w$])|\.?\d[\w$]*`,
    String.raw`[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*`,
    String.raw`[\s\S]`,
  ].join("|"),
  "gi",
);

function tokensOf(code: string): string[] {
  return (code.match(token) ?? []).filter((one) => !blank.test(one));
}

function textIn(quotedText: string): string {
  const signs: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", "0": "\0" };
  return quotedText
    .slice(1, -1)
    .replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_, braced, four, two, sign) => {
      const digits = braced ?? four ?? two;
      return digits === undefined ? (signs[sign] ?? sign) : String.fromCodePoint(Number.parseInt(digits, 16));
    });
}

function odd(what: string, tokens: readonly string[]): DataError {
  return new DataError(`parameters: needs ${what}, got ${tokens.length === 0 ? "the end" : tokens.join(" ")}`);
}
