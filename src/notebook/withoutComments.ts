/**
 * A program without its comments, blanks at the ends of lines and empty lines: what a change of code, and not of words about
 * it, is told by. Texts and templates are kept; a pattern that holds two slashes in a row is cut, which hides at most the end
 * of its line.
 *
 * @example
 * withoutComments("const a = 1; // one\n/* two *\/ f('// no');") // "const a = 1;\nf('// no');"
 */
export function withoutComments(code: string): string {
  const parts = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`/g;
  const bare = code.replaceAll(parts, (part) => (part.startsWith("/") ? "" : part));
  return bare
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
