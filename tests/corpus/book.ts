import type { Codebook } from "../../src/index.js";

/** A codebook for the corpus, which also programs outside the test runner can load. */
export const book: Codebook = {
  name: "corpus",
  note: "",
  country: "Erewhon",
  zones: [
    { name: "river", label: "River", places: [{ admin1: ["Wét Land"], admin2: ["North", "South"] }] },
    { name: "hill", label: "Hill", places: [{ admin1: ["Hill", "Dry Land"] }] },
    { name: "waste", label: "Waste", places: [{ admin1: [""] }] },
  ],
  regions: { inhabited: { label: "River and hill", zones: ["river", "hill"] } },
  actors: { army: ["Army of Erewhon"] },
};
