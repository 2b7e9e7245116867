import type { Citation, Cited, Figure, Report, ReportClaim } from "../../src/index.js";

/**
 * The addresses that the first case's notes give, in their order, as published; what is behind a subscription by its date
 * alone, the author's own database as such.
 */
const database: Cited = { type: "unpublished", publisher: "the author" };
const site = (date: string, about?: string): Cited => ({
  ...{ type: "subscription", publisher: "SITE", title: `report of ${date}`, date },
  ...(about !== undefined && { about }),
});

const notes: Readonly<Record<number, readonly (string | Cited)[]>> = {
  1: [
    "twitter.com/ocisse691/status/1726265802394058871",
    "twitter.com/StudioTamani/status/1727765331349774469",
    site("2023-11-24"),
    "twitter.com/StudioTamani/status/1727765331349774469",
    "twitter.com/ocisse691/status/1729572611263193309",
    "twitter.com/oumaragg/status/1729577885998952793",
    "twitter.com/ocisse691/status/1729573887107534857",
    "twitter.com/ocisse691/status/1729761797090037986",
    "twitter.com/Wamaps_news/status/1730548688009765316",
    site("2023-12-06", "Kidal"),
    "x.com/ocisse691/status/1733797134007140597?s=20",
    "x.com/BocaryGUINDO/status/1733828578846912556?s=20",
    "x.com/BocaryGUINDO/status/1733815859397669030?s=20",
    "x.com/ocisse691/status/1733797129691263112?s=20",
  ],
  2: ["www.criticalthreats.org/analysis/salafi-jihadi-movement-weekly-update-august-9-2023"],
  3: [
    "www.gfdrr.org/sites/default/files/publication/mail_low.pdf",
    "acleddata.com/2023/09/21/fact-sheet-attacks-on-civilians-spike-in-mali-as-security-deteriorates-across-the-sahel",
  ],
  4: [database],
  5: [
    "www.crisisgroup.org/africa/sahel/mali/293-enrayer-la-communautarisation-de-la-violence-au-centre-du-mali",
    "www.iiss.org/online-analysis/online-analysis//2019/06/conflicts-in-mali",
  ],
  6: [
    "twitter.com/Wamaps_news/status/1722240831757967577",
    "twitter.com/ocisse691/status/1729573887107534857",
    "x.com/BocaryGUINDO/status/1733815859397669030?s=20",
    "www.studiotamani dot org/151388-insecurite-a-bandiagara-le-nouveau-mode-operatoire-des-groupes-armes",
  ],
  7: [database],
  8: [database],
  9: [database],
  10: [
    "www.crisisgroup.org/africa/sahel/mali/293-enrayer-la-communautarisation-de-la-violence-au-centre-du-mali",
    "www.iiss.org/online-analysis/online-analysis//2019/06/conflicts-in-mali",
  ],
  11: ["africacenter.org/spotlight/mitigating-farmer-herder-violence-in-mali"],
  12: ["www.iiss.org/online-analysis/online-analysis//2019/06/conflicts-in-mali"],
  13: ["peacekeeping.un.org/en/closure-of-minusma-camp-sevare-mopti-region"],
  14: [
    "www.criticalthreats.org/analysis/salafi-jihadi-movement-weekly-update-october-25-2023",
    "acleddata.com/dashboard/#/dashboard",
    database,
  ],
  15: ["acleddata.com/dashboard/#/dashboard"],
  16: ["peacekeeping.un.org/en/closure-of-minusma-camp-sevare-mopti-region"],
  17: [
    "minusma.unmissions.org/en/closure-minusma-camp-sevare-mopti-region",
    "x.com/UN_MINUSMA/status/1286271810137477121?s=20",
  ],
  18: ["acleddata.com/dashboard/#/dashboard"],
  19: ["acleddata.com/dashboard/#/dashboard"],
  20: ["acleddata.com/dashboard/#/dashboard"],
  21: [
    "minusma.unmissions.org/en/closure-minusma-camp-sevare-mopti-region",
    "www.crisisgroup.org/africa/sahel/mali/minusma-crossroads",
  ],
  22: [
    "minusma.unmissions.org/en/closure-minusma-camp-sevare-mopti-region",
    "peacekeeping.un.org/en/closure-of-minusma-camp-sevare-mopti-region",
  ],
  23: [
    "www.crisisgroup.org/africa/sahel/mali/mali-enabling-dialogue-jihadist-coalition-jnim",
    "www.thenewhumanitarian.org/2022/05/04/we-accept-save-our-lives-how-local-dialogues-jihadists-took-root-mali",
    "www.icwa.org/mali-insurgents-agreements",
  ],
  24: [
    "www.thenewhumanitarian.org/2022/05/04/we-accept-save-our-lives-how-local-dialogues-jihadists-took-root-mali",
    "www.icwa.org/mali-insurgents-agreements",
  ],
  25: [
    "www.jeuneafrique.com/1341823/politique/mali-trois-camps-de-larmee-attaques-par-des-terroristes",
    site("2023-07-27"),
    "x.com/ocisse691/status/1683594569659629568?s=20",
  ],
  26: [
    "x.com/ZagazOlaMakama/status/1729820594781192354?s=20",
    "apnews.com/article/burkina-faso-djibo-rebels-islamic-state-al-qaida-a6dd07b6d587156a8ba48b352c3ae238",
  ],
  27: ["x.com/Wamaps_news/status/1734951822782058853?s=20"],
  28: ["www.crisisgroup.org/africa/sahel/mali/mali-enabling-dialogue-jihadist-coalition-jnim"],
  29: [
    "www.thenewhumanitarian.org/2022/05/04/we-accept-save-our-lives-how-local-dialogues-jihadists-took-root-mali",
    "www.icwa.org/mali-insurgents-agreements",
  ],
  30: ["www.jeuneafrique.com/1341823/politique/mali-trois-camps-de-larmee-attaques-par-des-terroristes"],
  31: [site("2023-07-27"), "x.com/ocisse691/status/1683594569659629568?s=20"],
  32: [
    "www.france24.com/en/africa/20231128-armed-groups-carry-out-major-attack-in-northern-burkina-faso-say-security-sources",
    site("2023-11-30"),
  ],
  33: [
    "x.com/ZagazOlaMakama/status/1729820594781192354?s=20",
    "apnews.com/article/burkina-faso-djibo-rebels-islamic-state-al-qaida-a6dd07b6d587156a8ba48b352c3ae238",
  ],
  34: [
    "www.thedefensepost.com/2023/12/14/jihadist-attack-central-mali",
    "x.com/Wamaps_news/status/1734951822782058853?s=20",
    "x.com/NiangAbdoul15/status/1734873870778122313?s=20",
  ],
  35: [
    "www.thedefensepost.com/2023/12/14/jihadist-attack-central-mali",
    "x.com/Wamaps_news/status/1734951822782058853?s=20",
    "x.com/NiangAbdoul15/status/1734873870778122313?s=20",
  ],
  36: ["x.com/Wamaps_news/status/1734951822782058853?s=20"],
  37: [
    "www.state.gov/reports/country-reports-on-terrorism-2020/mali",
    "www.crisisgroup.org/africa/sahel/mali/mali-enabling-dialogue-jihadist-coalition-jnim",
  ],
};

function citedAs(item: string | Cited): Cited {
  if (typeof item !== "string") return item;
  const url = `https://${item}`;
  const account = /^(?:x|twitter)\.com\/([^/]+)\/status/.exec(item)?.[1];
  if (account !== undefined) return { type: "post", publisher: account, url };
  const publisher = item.replace(/^www\./, "").replace(/\/.*/, "");
  return { type: item.includes("dashboard") ? "dashboard" : "page", publisher, url };
}

/** The notes of the first case. */
export const shippedNotes: readonly Citation[] = Object.entries(notes).map(([note, items]) => ({
  ...{ note: Number(note), at: [{ paragraph: Number(note) }], supports: [], items: items.map(citedAs) },
}));

/** A report with nothing but its close and windows, of which a test may change what it asks about. */
export const blank: Report = {
  ...{ id: "letter", title: "A letter", publisher: "Strelsau", published: "2023-12-15", cutoff: "2023-12-13" },
  closed: { at: "2023-12-13T15:00Z", note: "10 a.m., taken as US Eastern" },
  ...{ every: "month", question: "What came of it?", numbering: "Paragraph 1 is the lead.", codebook: "codebook.json" },
  windows: {
    recent: { since: "2023-11-19", until: "2023-12-13", label: "since 19 November" },
    autumn: { since: "2023-08-01", until: "2023-12-01", label: "August to November" },
    spring: { since: "2023-01-01", until: "2023-08-01", label: "January to July" },
  },
  ...{ evidence: [], figures: [], claims: [], questions: [], plans: [], readings: [], referenceClasses: [] },
  ...{ hypotheses: [], covariates: {}, citations: [] },
};

/** A count that a report prints. */
export function figure(id: string, window: string, ...own: readonly number[]): Figure {
  return {
    id,
    at: { paragraph: 1 },
    notes: own,
    label: `Raids, ${window}`,
    printed: "16",
    what: "count",
    window,
    measured: [],
  };
}

/** Something a report asserts. */
export function claim(id: string, some: Partial<ReportClaim> = {}): ReportClaim {
  return {
    id,
    kind: "observation",
    at: { paragraph: 2 },
    notes: [],
    label: `Claim ${id}`,
    says: `${id} is so`,
    ...some,
  };
}

/** A note that points to what is given. */
export function cites(note: number, ...items: readonly Partial<Cited>[]): Citation {
  const all = items.map((item): Cited => ({ type: "page", publisher: "wire", ...item }));
  return { note, at: [{ paragraph: note }], supports: [], items: all };
}
