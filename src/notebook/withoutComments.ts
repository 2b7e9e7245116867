/**
 * A program without its comments, blanks at the ends of lines and empty lines: what a change of code, and not of words about
 * it, is told by. Texts, templates and patterns are kept as they are; elsewhere several blanks are one.
 *
 * @example
 * withoutComments("const a = 1; // one\n/* two *\/ f('// no');") // "const a = 1;\nf('// no');"
 */
export function withoutComments(code: string): string {
  const kept: string[] = [];
  // How deep the braces were where each template that is still open was left for a value in it.
  const templates: number[] = [];
  let depth = 0;
  let last = "";
  function template(start: number): number {
    templatePart.lastIndex = start;
    const end = templatePart.exec(code) === null ? code.length : templatePart.lastIndex;
    if (code[end - 1] === "{") templates.push(depth);
    return end;
  }
  for (let at = 0; at < code.length; ) {
    const sign = code[at];
    const isClosing = sign === "}" && templates.at(-1) === depth;
    if (isClosing) templates.pop();
    const end = isClosing || sign === "`" ? template(at + 1) : partEnd(code, at, last);
    const part = code.slice(at, end);
    if (sign === "{") depth += 1;
    if (sign === "}" && !isClosing) depth -= 1;
    kept.push(part);
    if (!/^(?:\s|\/[/*])/.test(part)) last = part;
    at = end;
  }
  return tidied(kept);
}

const templatePart = /(?:\\[\s\S]|\$(?!\{)|[^\\`$])*(?:`|\$\{)/y;
const simplePart = new RegExp(
  [
    String.raw`\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`,
    String.raw`"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?`,
    String.raw`[\p{ID_Start}$_#@\d][\p{ID_Continue}$.\u200c\u200d]*|\+\+|--|[\s\S]`,
  ].join("|"),
  "uy",
);
const pattern = /\/(?:\\[^\n]|\[(?:\\[^\n]|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;

/** Where a part ends that begins here. A slash begins a pattern where a value may stand, and divides after one. */
function partEnd(code: string, at: number, last: string): number {
  if (code[at] === "/" && !/^[/*]$/.test(code[at + 1] ?? "") && !endsValue(last)) {
    pattern.lastIndex = at;
    if (pattern.test(code)) return pattern.lastIndex;
  }
  simplePart.lastIndex = at;
  return simplePart.test(code) ? simplePart.lastIndex : at + 1;
}

function endsValue(part: string): boolean {
  if (/^(?:return|typeof|case|in|of|do|else|void|delete|throw|new|instanceof|await|yield)$/.test(part)) return false;
  return /[\p{ID_Continue}$)\]}"'`/]$/u.test(part) || part === "++" || part === "--" || /^\/.+\/[a-z]*$/.test(part);
}

/** A run of blanks and comments is one blank, or one end of a line; after a bracket a comment leaves nothing. */
function tidied(parts: readonly string[]): string {
  const told: string[] = [];
  let gap = "";
  for (const part of parts) {
    if (/^(?:\s|\/[/*])/.test(part)) {
      gap += part;
      continue;
    }
    const isLine = gap.includes("\n");
    const isNothing =
      gap === "" || told.length === 0 || (!isLine && gap.startsWith("/*") && /[([{]$/.test(told.at(-1) ?? ""));
    told.push(isNothing ? "" : isLine ? "\n" : " ", part);
    gap = "";
  }
  return told.join("");
}
