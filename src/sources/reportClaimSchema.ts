import { z } from "zod";
import { at, chance, measured, notes, span, text, where } from "./reportParts.js";

const figure = text.describe("A figure's id.");
const window = text.describe("A window's name.");
const claim = text.describe("A claim's id.");
const asks = text.describe("What is asked, as a sentence.");
const by = z.enum(["report", "us"]).describe("Whose it is: the report's own, or ours where it sets none.");
const pair = z.strictObject({ before: figure, after: figure });
const count = z.int().min(0);
const bounds = ["above", "atLeast", "below", "atMost"].map((bound) => ({ required: [bound] }));

const check = z
  .discriminatedUnion("type", [
    z
      .strictObject({ type: z.literal("ratio"), before: figure, after: figure, word: text })
      .describe("Whether a word such as `halved` fits two printed figures."),
    z
      .strictObject({ type: z.literal("pace"), figure, word: text, from: z.number(), to: z.number() })
      .describe("Whether a count fits the pace that it is said to be, so many a week."),
    z
      .strictObject({
        type: z.literal("share"),
        figure,
        against: z
          .array(z.union([text, z.number().min(0).max(100)]))
          .min(1)
          .describe("Other shares' ids, or percentages: 50 for `most`."),
        word: z.enum(["more", "less"]),
      })
      .describe("Whether a share is more or less than others."),
    z
      .strictObject({ type: z.literal("leads"), part: pair, whole: pair })
      .describe("Whether a part changed more than the rest of its whole."),
    z
      .strictObject({
        type: z.literal("count"),
        window,
        atLeast: count.optional(),
        atMost: count.optional(),
        measured: z.array(measured),
      })
      .meta({
        description: "Whether a window saw so many events.",
        anyOf: [{ required: ["atLeast"] }, { required: ["atMost"] }],
      }),
    z
      .strictObject({ type: z.literal("increase"), asks, before: window, after: window, measured: z.array(measured) })
      .describe("Whether there was more in one window than in another."),
  ])
  .meta({ id: "check", description: "What the claim says of figures or counts, in a form that can be checked." });

/** The form of a report's claims. */
export const claims = z.array(
  z.strictObject({
    id: text,
    kind: z.enum(["observation", "explanation", "forecast", "indicator", "background"]),
    at,
    notes,
    label: text.describe("A few words for a table's row."),
    says: text.describe("What it says, in your words."),
    repeats: text.optional().describe("The claim that it says again, where it is judged."),
    likelihood: z
      .strictObject({
        word: text.describe("The report's own word: `likely`."),
        range: z.tuple([chance, chance]).optional().describe("The publisher's own range, where it has one."),
      })
      .optional()
      .describe("How likely the report calls it."),
    happened: span.optional().describe("When it says that something happened."),
    check: check.optional(),
    unscoreable: z
      .strictObject({
        lacks: z.array(z.enum(["deadline", "threshold", "data", "comparison", "observable cause"])).min(1),
        reading: text.describe("Why nothing that may happen decides it as written."),
        wouldTake: text.describe("What would make it scoreable."),
      })
      .optional()
      .describe("Why it cannot be scored as written."),
  }),
);

/** The form of a report's questions. */
export const questions = z.array(
  z.strictObject({
    id: text,
    claim,
    by,
    asks,
    window,
    criterion: z
      .strictObject({
        type: z.enum(["ratio", "count", "share"]),
        against: text.optional().describe("For a ratio: the window whose rate it is against."),
        above: z.number().optional(),
        atLeast: z.number().optional(),
        below: z.number().optional(),
        atMost: z.number().optional(),
      })
      .meta({ description: "What decides it: a value and exactly one bound.", oneOf: bounds }),
    measured: z.array(measured).min(1),
  }),
);

/** The form of a report's plans. */
export const plans = z.array(
  z.strictObject({
    id: text,
    claim,
    low: figure,
    high: figure,
    window,
    phis: z.array(z.number().min(1)).min(1).describe("Variances over means to plan for."),
    reported: z
      .array(chance)
      .min(1)
      .optional()
      .describe("The share of a period's events that is in at once, after one more period, and so on."),
    note: text.optional().describe("Where these come from."),
  }),
);

/** The form of a report's readings. */
export const readings = z.array(
  z.strictObject({
    id: text,
    claim,
    asks,
    direction: z.enum(["rise", "fall"]),
    sources: z.array(measured).min(1),
    zones: z.array(text).min(1),
    measures: z.array(z.enum(["events", "deaths"])).min(1),
    before: z.array(window).min(1),
    after: z.array(window).min(1),
    thresholds: z.array(z.number().gt(0)).min(1).describe("Ratios that have to be passed."),
    dispersions: z.array(z.enum(["Poisson", "quasi-Poisson", "negative binomial", "permutation"])).min(1),
  }),
);

/** The form of a report's referenceClasses. */
export const referenceClasses = z.array(
  z.strictObject({
    id: text,
    claim,
    asks,
    on: text.describe("A data set, by its name in `evidence`."),
    where,
    proxy: text.optional(),
    zones: z.array(text).min(1),
    periods: z.strictObject({ before: z.int().min(1), drop: z.int().min(1), after: z.int().min(1) }),
    dropAtMost: z.number().gt(0).optional().describe("The drop's rate over the rate before, at most."),
    reboundAbove: z.number().gt(0).describe("The rate after over the rate of the drop, above which it is a rebound."),
    least: z.int().min(1).describe("Least events before the drop."),
  }),
);
