import { describe, expect, it } from "vitest";
import { annulledText } from "../../src/cli/annulledText.js";
import type { Annulment, LedgerMean } from "../../src/index.js";

const annulled = (change: Partial<Annulment> = {}): Annulment => ({
  ...{ id: "a", model: "gut", target: "2024-02-01", author: "alice", by: "alice", why: "odd" },
  ...{ written: "2024-01-05T09:30:00Z", isByAuthor: true, ...change },
});
const mean: LedgerMean = { by: "alice", model: "gut", of: "events a month", metric: "crps()", n: 2, mean: 1.5 };

describe("what is told of annulled claims", () => {
  it("is nothing where there are none, and their number where they were annulled in time by their author", () => {
    expect(annulledText([], [mean])).toBe("");
    expect(annulledText([annulled()], [mean])).toBe("Annulled: 1 claim\n");
  });

  it("is how many after they were resolved, who did it, and the scores with them", () => {
    const others = { by: "bob", isByAuthor: false };
    const found = [annulled({ after: "resolved" }), annulled({ after: "resolved", ...others }), annulled(others)];
    const means: readonly LedgerMean[] = [
      { ...mean, withAnnulled: { n: 4, mean: 3.25 } },
      { by: "bob", model: "gut", of: "events a month", metric: "crps()", n: 0, withAnnulled: { n: 1, mean: null } },
      mean,
    ];
    expect(annulledText([...found, annulled({ after: "begun" })], means)).toBe(
      [
        "Annulled: 4 claims; 2 after being resolved; 1 unresolved, after the period had begun; 2 by bob, not the author",
        "With them: alice, gut, events a month, crps(): 3.250 (n = 4), 1.500 (n = 2) without",
        "With them: bob, gut, events a month, crps(): infinite (n = 1), nothing without",
        "",
      ].join("\n"),
    );
  });

  it("shows a hostile name harmlessly and in one line", () => {
    const by = `\u001b[2J\nm${"x".repeat(50)}`;
    expect(annulledText([annulled({ by, isByAuthor: false })], [])).toBe(
      `Annulled: 1 claim; 1 by [2J m${"x".repeat(26)}…, not the author\n`,
    );
  });
});
