import { type WordRow, wordRow } from "./wordRow.js";

const tenth = "ours: within about a tenth of what it names";
const any = "ours: any size, one way";
const nearly = "ours: not reached, but nearer to it than to no change by far";

/** Words for a change with what they say of later over earlier. */
const rows: readonly (readonly [string, string, string])[] = [
  ["more than halved", "[0, 0.5)", "ours: below a half, however far"],
  ["halved", "[0.45, 0.55]", tenth],
  ["nearly halved", "(0.5, 0.6]", nearly],
  ["about halved", "[0.4, 0.6]", "ours: within a fifth of a half"],
  ["fell by half", "[0.45, 0.55]", tenth],
  ["fell by a quarter", "[0.7, 0.8]", "ours: within a fifth of the fall"],
  ["fell by a third", "[0.6, 0.73]", "ours: within a fifth of the fall"],
  ["fell by two thirds", "[0.27, 0.4]", "ours: within a tenth of the fall"],
  ["fell by three quarters", "[0.18, 0.32]", "ours: within a tenth of the fall"],
  ["fell slightly", "[0.8, 1)", "ours: by at most a fifth"],
  ["slightly decreased", "[0.8, 1)", "ours: by at most a fifth"],
  ["decreased", "[0, 1)", any],
  ["fell", "[0, 1)", any],
  ["declined", "[0, 1)", any],
  [
    "significantly decreased",
    "[0, 0.8]",
    "ours: by a fifth or more; not statistical significance, which the interval tells",
  ],
  ["sharply decreased", "[0, 0.67]", "ours: by a third or more"],
  ["unchanged", "[0.9, 1.1]", "ours: within a tenth"],
  ["similar", "[0.8, 1.25]", "ours: within a fifth down or a quarter up"],
  ["increased", "(1, ∞)", any],
  ["rose", "(1, ∞)", any],
  ["grew", "(1, ∞)", any],
  ["slightly increased", "(1, 1.25]", "ours: by at most a quarter"],
  [
    "significantly increased",
    "[1.25, ∞)",
    "ours: by a quarter or more; not statistical significance, which the interval tells",
  ],
  ["sharply increased", "[1.5, ∞)", "ours: by a half or more"],
  ["rose by a quarter", "[1.2, 1.3]", "ours: within a fifth of the rise"],
  ["rose by a third", "[1.27, 1.4]", "ours: within a fifth of the rise"],
  ["rose by half", "[1.4, 1.6]", "ours: within a fifth of the rise"],
  ["nearly doubled", "[1.7, 2)", nearly],
  ["doubled", "[1.8, 2.2]", tenth],
  ["more than doubled", "(2, ∞)", "ours: above twice, however far"],
  ["nearly tripled", "[2.5, 3)", nearly],
  ["tripled", "[2.7, 3.3]", tenth],
  ["more than tripled", "(3, ∞)", "ours: above three times, however far"],
  ["quadrupled", "[3.6, 4.4]", tenth],
];

/**
 * What each word for a change says of the later number over the earlier, as a table's rows. The ranges are ours: no
 * report defines them, and another reader may draw them elsewhere.
 *
 * @example
 * ratioWords()[0].range // "[0, 0.5)"
 */
export function ratioWords(): readonly WordRow[] {
  return rows.map(([word, range, note]) => wordRow(word, range, note));
}
