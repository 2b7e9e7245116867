import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { random } from "../../src/math/random.js";

/** The 31 columns of a present ACLED export. */
export const acledColumns = [
  ...["event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"],
  ...["actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"],
  ...["iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"],
  ...["source", "source_scale", "notes", "fatalities", "tags", "timestamp"],
];

const types = [
  ["Political violence", "Battles", "Armed clash"],
  ["Political violence", "Explosions/Remote violence", "Remote explosive/landmine/IED"],
  ["Political violence", "Violence against civilians", "Attack"],
  ["Demonstrations", "Protests", "Peaceful protest"],
  ["Strategic developments", "Strategic developments", "Looting/property destruction"],
];
const regions = ["Mopti", "Ségou", "Gao", "Tombouctou", "Kidal", "Ménaka", "Kayes", "Koulikoro", "Sikasso", "Bamako"];
const words =
  "on in the village of near forces fighters attacked clashed with reported killed wounded members militants convoy patrol vehicle market road between and after local sources said several houses cattle were taken, burned".split(
    " ",
  );

/** Writes a made-up file in the form of a present ACLED export, the same for the same seed; about 750 bytes a row. */
export async function acledFile(file: string, rows: number, seed: number): Promise<void> {
  const next = random(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)];
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  let text = `${acledColumns.join(",")}\n`;
  for (let i = 0; i < rows; i++) {
    text += rowOf(i, rows, one, next);
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, "drain");
    text = "";
  }
  out.end(text);
  await once(out, "close");
}

function rowOf(i: number, rows: number, one: <T>(list: readonly T[]) => T, next: () => number): string {
  const time = Date.UTC(2023, 11, 31) - Math.floor((i / rows) * 4380) * 86_400_000;
  const day = new Date(time).toISOString().slice(0, 10);
  const [disorder, type, subtype] = one(types);
  const region = one(regions);
  const district = Math.floor(next() * 8);
  const place = Math.floor(next() * 60);
  const notes: string[] = [];
  for (let length = 0; length < 390; length += (notes.at(-1) ?? "").length + 1) notes.push(one(words));
  const cells = [
    ...[`MLI${String(rows - i)}`, day, day.slice(0, 4), next() < 0.9 ? 1 : 2, disorder, type, subtype],
    ...[`"Military Forces of Mali (2021-)"`, next() < 0.2 ? `"Wagner Group; Dan Na Ambassagou"` : "", "State forces"],
    ...[`"JNIM: Group for Support of Islam and Muslims"`, "", "Rebel group", "State forces-Rebel group"],
    ...[type.startsWith("Violence") ? "Civilian targeting" : "", 466, "Western Africa", "Mali", region],
    ...[`${region} ${district}`, `Commune ${district}-${place % 9}`, `"${region}, village ${district}-${place}"`],
    ...[(12 + district / 3 + place / 100).toFixed(4), (-4 + district / 5 - place / 90).toFixed(4), 1 + (place % 3)],
    ...[`"Menastream; Radio ${place}; Undisclosed Source"`, "Local partner-Other"],
    ...[`"On ${day}, ${notes.join(" ")} (""sources"" ${i})."`, next() < 0.6 ? 0 : Math.floor(next() * 12)],
    ...[next() < 0.1 ? "crowd size=no report" : "", Math.floor(time / 1000) + 86_400 * (3 + Math.floor(next() * 40))],
  ];
  return `${cells.join(",")}\n`;
}
