import type { CatalogueEntry } from "./catalogue.js";

const group = "what is counted";
const violence = { kind: "@violence" };
const engagement = { kind: "@violence", actor: "@stateForces" };
const initiated = { kind: "@violence", side1: "@stateForces" };

const acled = "ACLED Codebook (2023)";
const events = "Raleigh, Linke, Hegre & Karlsen (2010) Journal of Peace Research 47, 651–660";
const ged = "Sundberg & Melander (2013) Journal of Peace Research 50, 523–532";

const noDirection = "acledR 1.0.1, acled_old_dummy (actor 1 and 2 imply no direction)";
const firstActor =
  "the first actor stands for who began it: ACLED says that the order of actors implies no direction, and in UCDP's battles side A is the state, whoever attacked";

/** The entries that say which events are counted. */
export const counted: readonly CatalogueEntry[] = [
  {
    ...{ name: "events", label: "Violent events", group, unit: "events" },
    higher: "more reported violence, or better reporting",
    ...{ where: violence, measure: "events", steps: plain() },
    sources: [`${acled}, 9–18`, events, ged],
    caveat: "reported events, not all there were; UCDP counts an event only if somebody died",
    example: "9 battles, 5 explosions and 2 attacks on civilians in a month, and 4 protests: 16 events.",
  },
  {
    ...{ name: "deaths", label: "Deaths", group, unit: "deaths" },
    higher: "deadlier violence, or one event with many deaths",
    ...{ where: violence, measure: "deaths", steps: plain(", measure") },
    sources: [`${acled}, 37`, ged],
    caveat:
      "the publisher's best estimate of what was reported: the most uncertain number in the data, and often a floor",
    example: "Three events with 0, 2 and 31 deaths: 33 deaths, 31 of them in one event.",
  },
  {
    ...{ name: "rate", label: "Violent events a week", group, unit: "events per week" },
    higher: "more reported violence in the same time",
    ...{ where: violence, measure: "events", steps: [...plain(), 'derive(panel, [rate("week")])'] },
    sources: ["Rothman, Greenland & Lash (2008) Modern Epidemiology, 3rd ed., chapter 3"],
    caveat: "reported events, not all there were",
    example: "16 events in the 24 days from 19 November: 16 / 24 x 7 = 4.67 a week.",
  },
  {
    ...{ name: "engagement", label: "Engagements with state forces", group, unit: "events" },
    higher: "state forces and their partners fight or are attacked more often",
    ...{ where: engagement, measure: "events", steps: plain() },
    sources: [`${acled}, 9–18 (event types) and 23–29 (actors)`],
    caveat: "who counts as state forces is the codebook's group; read its names before you rely on it",
    example:
      "In one month 6 clashes with the army, 3 mines that hit it, 2 villages it raided, 5 clashes without it: 11.",
  },
  {
    ...{ name: "state-initiated", label: "State-initiated engagements", group, unit: "events" },
    higher: "state forces go out and attack more often",
    ...{ where: initiated, measure: "events", steps: plain() },
    sources: [`${acled}, 4–7 (columns)`, noDirection],
    proxy: firstActor,
    example: "Of 11 engagements the army is the first actor in 6 and the second in 5: 6 state-initiated.",
  },
  {
    ...{ name: "initiator-ratio", label: "State-initiated share of engagements", group, unit: "events per event" },
    higher: "state forces hold the initiative",
    ...{ where: initiated, measure: "events", below: { where: engagement, measure: "events" } },
    steps: divided(),
    sources: [`${acled}, 4–7 (columns)`, noDirection],
    proxy: firstActor,
    example: "6 of 11 engagements state-initiated: 0.55. A month without an engagement has no share.",
  },
  {
    ...{ name: "civilian-share", label: "Share of events that target civilians", group, unit: "share" },
    higher: "a larger part of the violence is against civilians; not necessarily more of it",
    ...{ where: violence, measure: { share: { civilians: true } } },
    steps: [...plain(", measure"), 'derive(panel, [rate("month"), rolling(12, "mean")])'],
    sources: [`${acled}, 22 (civilian targeting)`, ged],
    caveat:
      "ACLED marks events whose main target is civilians, UCDP only one-sided ones: the shares are not comparable",
    example:
      "2 of 8 events in May and 9 of 12 in June: 0.25 and 0.75, together 11 of 20 = 0.55, not their mean of 0.5.",
  },
  {
    ...{ name: "lethality", label: "Deaths per event", group, unit: "deaths per event" },
    higher: "the average event kills more, often because of one",
    ...{ where: violence, measure: "deaths", below: { where: violence, measure: "events" } },
    steps: divided(),
    sources: [`${acled}, 37 (fatalities)`, events],
    caveat: "UCDP leaves out events without deaths, so there it says little of how often events kill",
    example: "33 deaths in 16 events: 2.06; without the one event that killed 31, 2 in 15 = 0.13.",
  },
  {
    ...{ name: "ied", label: "Roadside bombs and mines", group, unit: "events" },
    higher: "more explosive devices went off or were set off",
    ...{ where: { subkind: "@ied" }, measure: "events", steps: plain() },
    sources: [`${acled}, 15–17 (Remote explosive/landmine/IED)`],
    proxy: "the publisher codes mines, remote explosives and IEDs as one; devices found in time are not in it",
    example: "7 roadside bombs, 1 old mine and 2 devices cleared in time: 8.",
  },
  {
    ...{ name: "svbied", label: "Suicide vehicle bombs (SVBIED)", group, unit: "events in 12 months" },
    higher: "more suicide attacks by vehicle",
    where: {
      subkind: "@suicideBomb",
      notes: [
        ...["VBIED", "vehicle-borne", "vehicle borne", "vehicle bomb", "car bomb", "truck bomb", "suicide vehicle"],
        ...["explosive-laden vehicle", "explosives-laden vehicle", "booby-trapped vehicle"],
      ],
    },
    ...{ measure: "events", steps: [...plain(), 'derive(panel, [rolling(12, "sum")])'] },
    sources: [`${acled}, 16 (Suicide bomb) and 38 (notes)`],
    proxy:
      "the vehicle is read from the notes, whose words vary; three bombs in one raid may be one event, and a bomb set off in a clash is coded as the clash: drop subkind to see those",
    example:
      "A raid with three car bombs on one morning is three attacks in a report, but 1 if it stands as one event.",
  },
  {
    ...{ name: "siege", label: "Sieges and blockades", group, unit: "events in 3 months" },
    higher: "more events told of in words of siege: more sieges, or more written about them",
    where: { notes: ["siege", "besieging", "blockade", "blockading", "embargo"] },
    ...{ measure: "events", steps: [...plain(), 'derive(panel, [rolling(3, "sum")])'] },
    sources: [`${acled}, 19–21 (strategic developments) and 38 (notes)`],
    proxy:
      "publishers do not code sieges: this counts events whose notes hold the words; a quiet siege is not seen, a lifted one is",
    example: 'A town cut off for 90 days with 4 attacks noted as "besieged": 4 events, not 1 siege and not 90 days.',
  },
];

function plain(measured = ""): string[] {
  return ["const kept = select(snapshot, where)", `const panel = await count(kept, { every: "month"${measured} })`];
}

function divided(): string[] {
  return [
    "const kept = select(snapshot, where)",
    'const above = await count(kept, { every: "month", measure })',
    "const whole = select(snapshot, below.where)",
    'const under = await count(whole, { every: "month" })',
    'derive(over(above, under), [rate("month"), rolling(12, "mean")])',
  ];
}
