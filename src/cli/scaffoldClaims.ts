import type { ReportClaim } from "../core/reportClaim.js";
import type { Sentence } from "../reports/sentences.js";

/** Words of probability, those that say more before those that say less: of a sentence with several, the first is taken. */
const words = [
  ...["almost certainly", "almost certain", "nearly certain", "almost no chance", "remote chance", "highly unlikely"],
  ...["very unlikely", "highly likely", "very likely", "roughly even chance", "even chance", "unlikely", "improbable"],
  ...["likely", "probably", "probable", "possibly", "possible", "potentially", "perhaps", "might", "may", "could"],
  ...["expected to", "poised to", "will", "would"],
];

/** A claim to be filled in for each sentence that holds a word of probability, located, with that word as its likelihood. */
export function scaffoldClaims(sentences: readonly Sentence[]): ReportClaim[] {
  return sentences.flatMap(({ paragraph, sentence, sha256, text }): ReportClaim[] => {
    const word = words.find((one) => new RegExp(`\\b${one}\\b`).test(text));
    if (word === undefined) return [];
    const place = `paragraph ${paragraph}, sentence ${sentence}`;
    return [
      {
        ...{ id: `p${paragraph}-s${sentence}`, kind: "forecast", at: { paragraph, sentence, sha256 }, notes: [] },
        ...{ label: `EXAMPLE: ${place}`, says: `EXAMPLE: what ${place} says, in your words` },
        likelihood: { word },
      },
    ];
  });
}
