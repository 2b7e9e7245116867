import type { Measured, Question, Resolution } from "../../src/index.js";

/** A question about the made-up country, with another criterion, window or way of counting where given. */
export function asked(some: Partial<Question> = {}): Question {
  return {
    ...{ id: "december", claim: "more", by: "us", asks: "20 events or more in December", every: "month" },
    ...{ since: "2023-12-01", until: "2024-01-01", criterion: { type: "count", atLeast: 20 } },
    measured: [way()],
    ...some,
  };
}

/** A way of counting inland events of the made-up country. */
export function way(some: Partial<Measured> = {}): Measured {
  return { on: "erewhon", label: "inland events", where: { zone: "inland" }, ...some };
}

/** A resolution with a yes, with whatever else is given. */
export function answered(some: Partial<Resolution> = {}): Resolution {
  return {
    ...{
      question: "q",
      claim: "c",
      asks: "did it?",
      label: "all",
      asOf: "2024-03-15",
      state: "resolved",
      outcome: true,
    },
    ...{
      data: { name: "wire", asOf: "2024-03-15", hash: "ab" },
      observed: 3,
      level: 0.95,
      n: 3,
      reading: "yes: 3 events",
    },
    ...some,
  };
}
