import type { CatalogueEntry } from "./catalogue.js";

const group = "across places";
const where = { kind: "@violence" };
const measure = "events";

const chosen = "const kept = select(snapshot, { ...where, zone: zones })";
const cut = "it depends on how the zones are cut, and on few events it is high by chance";
const exact = "places are as exact as the publisher's: many events stand at the chief town of their district";
const bachi = "Bachi (1963) Papers of the Regional Science Association 10, 83–132";

/** The entries that set places beside each other. */
export const acrossPlaces: readonly CatalogueEntry[] = [
  {
    ...{ name: "herfindahl", label: "Concentration (Herfindahl)", group, unit: "0 to 1" },
    higher: "more of the events in fewer zones; 1 over the number of zones is even, 1 all in one",
    ...{ where, measure, steps: [...zoned(), "concentration(panel, herfindahl())"] },
    sources: ["Hirschman (1964) American Economic Review 54, 761–762"],
    caveat: cut,
    example: "Four zones with 10, 5, 5 and 0 events: 0.5² + 0.25² + 0.25² = 0.375; even would be 0.25.",
  },
  {
    ...{ name: "gini", label: "Concentration (Gini)", group, unit: "0 to 1" },
    higher: "zones differ more; 0 is even, 1 less 1 over the number of zones all in one",
    ...{ where, measure, steps: [...zoned(), "concentration(panel, gini())"] },
    sources: ["Dixon, Weiner, Mitchell-Olds & Woodley (1987) Ecology 68, 1548–1551"],
    caveat: cut,
    example: "Four zones with 10, 5, 5 and 0 events: 0.375; all 20 in one zone would be 0.75.",
  },
  {
    ...{ name: "centre", label: "Centre of gravity and how far it moved", group, unit: "degrees, km" },
    higher: "movedKm: the middle of the violence lies farther from where it last was",
    ...{ where, measure, steps: [...placed(), "centre(rows)"] },
    sources: ["Mardia & Jupp (2000) Directional Statistics, section 9.2.1", bachi],
    caveat: `${exact}; two fronts have their middle where nothing happens`,
    example: "In May 2 events at 14 N 4 W; in June one there and one at 14 N 5 W: the centre moves 54 km west.",
  },
  {
    ...{ name: "spread", label: "Standard distance from the centre", group, unit: "km" },
    higher: "events lie farther apart",
    ...{ where, measure, steps: [...placed(), "centre(rows)"] },
    sources: [bachi, "O'Loughlin & Witmer (2011) Annals of the Association of American Geographers 101, 178–201"],
    caveat: exact,
    example: "One event at 14 N 4 W and one at 14 N 5 W, 108 km apart: each 54 km from the centre, so 54 km.",
  },
];

function zoned(): string[] {
  return [chosen, 'const panel = await count(kept, { every: "month", by: ["zone"] })'];
}

function placed(): string[] {
  return [chosen, 'const rows = await places(kept, { every: "month" })'];
}
