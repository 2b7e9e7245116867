/**
 * A text of unknown origin as a terminal may show it, in one line: without control characters and signs that turn the
 * direction of writing.
 *
 * @example
 * printable("a\tb\u001b[2Jc") // "a b[2Jc"
 */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    .replace(/\p{Cc}|\p{Cs}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "");
}
