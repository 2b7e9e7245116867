import type { CatalogueEntry } from "./catalogue.js";

const group = "over time";
const where = { kind: "@violence" };
const measure = "events";

const reported = "what was reported by the day of the snapshot: the newest periods still grow";
const fpp = "Hyndman & Athanasopoulos (2021) Forecasting: Principles and Practice, 3rd ed.";
const wilks = "Wilks (2011) Statistical Methods in the Atmospheric Sciences, 3rd ed., section 3.4.2";

/** The entries that set a period beside those before it. */
export const overTime: readonly CatalogueEntry[] = [
  {
    ...{ name: "rolling-year", label: "Events in the last twelve months", group, unit: "events in 12 months" },
    higher: "a more violent year, whatever its seasons",
    ...{ where, measure, steps: [...counted("month"), 'derive(panel, [rolling(12, "sum")])'] },
    sources: [`${fpp}, section 3.3`],
    caveat: reported,
    example: "12 a month for ten months, then 20 and 28: 168. Another 12 the month after leaves it at 168, a 0 at 156.",
  },
  {
    ...{ name: "change", label: "Change on the month before", group, unit: "times" },
    higher: "more than the month before; above 1 is more, below 1 less",
    ...{ where, measure },
    steps: [...counted("month"), 'derive(panel, [change("ratio", "period before")])'],
    sources: [`${fpp}, section 9.1`],
    caveat: `${reported}; small counts jump by chance, so test the change with compare()`,
    example: "20 events, then 11: 0.55 times; as a difference 9 fewer. After a month of 0 there is no ratio.",
  },
  {
    ...{ name: "year-on-year", label: "Change on the same month last year", group, unit: "times" },
    higher: "more than the season had a year ago",
    ...{ where, measure },
    steps: [...counted("month"), 'derive(panel, [change("ratio", "year before")])'],
    sources: [`${fpp}, section 9.1`],
    caveat: `${reported}; one odd month a year ago makes two odd changes`,
    example: "18 events this May, 12 in May a year ago: 1.5 times; as a difference 6 more.",
  },
  {
    ...{ name: "streak", label: "Months in a row with violence", group, unit: "months in a row" },
    higher: "violence has gone on for longer without a quiet month",
    ...{ where, measure },
    steps: [...counted("month"), 'derive(panel, [streak("at least", 1), streak("at most", 0)])'],
    sources: ["Beck, Katz & Tucker (1998) American Journal of Political Science 42, 1260–1288"],
    caveat: `${reported}; a streak from the first month on may have begun before it`,
    example: "Months of 2, 0, 1, 4 and 3: 3 in a row with violence; after one more of 0 it is 0, and 1 quiet month.",
  },
  {
    ...{ name: "days-since", label: "Days since the last event", group, unit: "days" },
    higher: "it has been quiet for longer",
    ...{ where, measure, steps: [...counted("day"), "derive(panel, [sinceLast(1)])"] },
    sources: ["Hegre et al. (2019) Journal of Peace Research 56, 155–174"],
    caveat: `${reported}; exact to the day only if the data are, counted by month it is months`,
    example:
      "An event on 3 May and none after: 7 days on 10 May. Before the first event of the data it is not defined.",
  },
  {
    ...{
      name: "anomaly-z",
      label: "Distance from the season's normal",
      group,
      unit: "standard deviations",
    },
    higher: "more than is normal for the season; 0 is its mean in earlier years",
    ...{ where, measure, steps: [...counted("month"), 'derive(panel, [anomaly("z", 5)])'] },
    sources: [wilks],
    caveat: `${reported}; counts are skewed and years few: it ranks months, it is no test`,
    example: "Mays of 8, 10, 12, 9 and 11: mean 10, standard deviation 1.58. 15 this May is 3.16 of them above.",
  },
  {
    ...{ name: "anomaly-percentile", label: "Place among earlier years", group },
    unit: "percent of years",
    higher: "more than in more of the earlier years; 50 is the middle",
    ...{ where, measure, steps: [...counted("month"), 'derive(panel, [anomaly("percentile", 5)])'] },
    sources: [wilks],
    caveat: `${reported}; with 5 earlier years it moves in steps of 10 to 20`,
    example: "After Mays of 8, 10, 12, 9 and 11, 10 this May lies above two and ties with one: (2 + 0.5) / 5 = 50%.",
  },
  {
    ...{ name: "dispersion", label: "How unevenly events come", group, unit: "variance / mean" },
    higher: "events come in bursts, or the rate moved; 1 is pure chance at one rate",
    ...{ where, measure, steps: [...counted("month"), "derive(panel, [varianceToMean(12)])"] },
    sources: ["Fisher (1950) Biometrics 6, 17–24"],
    caveat: `${reported}; a trend or a season raises it as a burst does`,
    example: "Twelve months, six of 2 and six of 8: mean 5, variance 9.82, so 1.96.",
  },
];

function counted(every: "day" | "month"): string[] {
  return ["const kept = select(snapshot, where)", `const panel = await count(kept, { every: "${every}" })`];
}
