import { createHash } from "node:crypto";

/** A sentence of a text, and by how many hashes it may be found: its paragraph and place are counted from 1. */
export interface Sentence {
  readonly paragraph: number;
  readonly sentence: number;
  readonly text: string;
  readonly sha256: string;
}

/** Words that end with a full stop inside a sentence. */
const abbreviations = /(?:^|[\s(])(?:[A-Z]|[ap]\.m|[A-Z]\.[A-Z]|Mr|Mrs|Dr|Gen|Col|Lt|St|No|vs|cf|e\.g|i\.e)\.$/;

/**
 * The sentences of a text, every line that is not empty a paragraph. A sentence ends with a full stop, question or exclamation
 * mark, the quotes and note marks that follow it included, before a space and a capital, digit or quote.
 *
 * @example
 * sentencesOf("It fell.[1] It rose, they say.").map((one) => one.text) // ["It fell.", "It rose, they say."]
 */
export function sentencesOf(text: string): Sentence[] {
  const paragraphs = text.split(/\r?\n/).map(plain);
  return paragraphs
    .filter((line) => line !== "")
    .flatMap((line, p) =>
      split(line).map((one, s) => ({ paragraph: p + 1, sentence: s + 1, text: one, sha256: sentenceHash(one) })),
    );
}

/**
 * SHA-256 of a sentence: note marks such as [12] and a bullet before it left out, quotes and dashes made plain, every run of
 * white space one space, in NFC. So the same sentence of a page and of its text file has one hash.
 *
 * @example
 * sentenceHash("It  fell.[1]") === sentenceHash("It fell.") // true
 */
export function sentenceHash(sentence: string): string {
  return createHash("sha256").update(plain(sentence), "utf8").digest("hex");
}

function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\[\d+\]/g, "")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[-*\u2022] /, "");
}

function split(line: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const match of line.matchAll(/[.!?]["')]*(?= ["'(]?[A-Z0-9])/g)) {
    const end = match.index + match[0].length;
    if (abbreviations.test(line.slice(start, match.index + 1))) continue;
    found.push(line.slice(start, end));
    start = end + 1;
  }
  return [...found, line.slice(start)];
}
