import type { ClaimRow } from "../core/claimRow.js";
import { likelihoodWord } from "../core/likelihoodWords.js";
import { percent } from "../core/print.js";
import type { LikelihoodText } from "../page/claimTables.js";

/** What each claim's word of probability stands for: its publisher's own range, else that of ICD 203, else why there is none. */
export function likelihoodTexts(rows: readonly ClaimRow[]): LikelihoodText[] {
  return rows.flatMap(({ claim, likelihood }) => {
    if (likelihood === undefined) return [];
    const { word, range } = likelihood;
    const known = likelihoodWord(word);
    const [own, of] = [range ?? known?.range, range ? "of the publisher's own" : "in ICD 203"];
    const means =
      own === undefined ? (known?.why ?? "no range is known") : `${percent(own[0])} to ${percent(own[1])} ${of}`;
    return [{ claim, says: `"${word}": ${means}` }];
  });
}
