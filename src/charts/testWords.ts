/** Tests that make a rate ratio, by the call as written, in words for people; the first that fits. */
const words: readonly (readonly [call: RegExp, says: string])[] = [
  [/^rateRatio\("central"\)$/, "exact (Poisson)"],
  [/^rateRatio\("minlike"\)$/, "exact, least likely counts (Poisson)"],
  [/^rateRatio\("blaker"\)$/, "exact, Blaker's (Poisson)"],
  [/^rateRatio\("mid-p"\)$/, "exact, mid-p (Poisson)"],
  [/^eTest\(\)$/, "E-test (Poisson)"],
  [/^gammaPoisson\(.*\)$/, "Bayes (Poisson)"],
  [/^quasiPoisson\(\)$/, "spread as seen"],
  [/^negbinRatio\(\)$/, "spread as seen (negative binomial)"],
  [/^permutation\(.*\)$/, "periods dealt out anew"],
  [/^sameSeason\((.*)\)$/, "same season of earlier years: "],
  [/^differenceInDifferences\(.*by: "([^"]*)".*\)$/, "against the control"],
  [/^eRatio\(.*\)$/, "at every look"],
  [/^fisher\(.*\)$/, "odds, exact"],
];

/**
 * What a test does, in a few words for a chart; a test that has none is told as it was called. Two of the tests for which the
 * words would be the same keep their calls.
 *
 * @example
 * testWords(["quasiPoisson()", "mine(3)"]) // ["spread as seen", "mine(3)"]
 */
export function testWords(tests: readonly string[]): string[] {
  const said = tests.map(wordsOf);
  return tests.map((test, i) => (said.some((one, j) => one === said[i] && tests[j] !== test) ? test : said[i]));
}

function wordsOf(test: string): string {
  for (const [call, says] of words) {
    const found = call.exec(test);
    if (found !== null) return says.endsWith(": ") ? `${says}${wordsOf(found[1])}` : says;
  }
  return test;
}
