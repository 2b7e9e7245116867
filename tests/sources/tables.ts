import { addDays } from "../../src/index.js";

/** A made-up table: its header and rows. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const names = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** The day of a made-up table's row. */
export function dayOf(i: number): string {
  return addDays("2023-01-05", 3 * i);
}

function rows(cells: (i: number, year: string, month: string, day: string) => readonly string[]): string[][] {
  return Array.from({ length: 40 }, (_, i) => {
    const [year, month, day] = dayOf(i).split("-");
    return [...cells(i, year, month, day)];
  });
}

/** Reports of an army, with military date-time groups and the dead in three columns. */
export const sigacts: Table = {
  columns: ["ReportKey", "DTG", "Category", "FriendlyKIA", "CivilianKIA", "EnemyKIA", "EnemyWIA", "MGRS", "Province"],
  rows: rows((i, year, month, day) => [
    ...[`K${i}`, `${day}1530Z${names[Number(month) - 1]}${year.slice(2)}`, ["Direct Fire", "IED"][i % 2]],
    ...["1", String(i % 3), "0", "9", "30PWB123", "Hill"],
  ]),
};

/** A database of attacks, with year, month and day apart, 0 where the day is not known, and empty cells. */
export const attacks: Table = {
  columns: [
    ...["eventid", "iyear", "imonth", "iday", "country_txt", "provstate", "latitude", "longitude", "attacktype1_txt"],
    ...["targtype1_txt", "gname", "nkill", "nwound", "summary"],
  ],
  rows: rows((i, year, month, day) => [
    ...[`2023${i}`, year, String(Number(month)), i % 10 === 9 ? "0" : String(Number(day)), "Erewhon", "Hill"],
    ...(i % 8 === 7 ? ["", ""] : ["14.5", "-4.25"]),
    ...["Armed Assault", "Police", "Unknown", i % 5 === 4 ? "" : "2", "", "On 1/2, it is said"],
  ]),
};

/** A list kept in Europe: days first, with points, and decimal commas. */
export const list: Table = {
  columns: ["Nr", "Datum", "Typ", "Lieu", "Région", "Lat", "Lon", "Morts"],
  rows: rows((i, year, month, day) => [
    ...[String(i + 1), `${day}.${month}.${year}`, "attaque", "Colline", "Ségou", "14,5", "-4,25", String(i % 4)],
  ]),
};

/** An incident tracker's export, with ISO date-times, positions and several actors in a cell. */
export const tracker: Table = {
  columns: ["Incident ID", "Created At", "Incident Date", "Type", "lat_lon", "Actor", "Killed", "civilian_targeting"],
  rows: rows((i, year, month, day) => [
    ...[`INC-${i}`, "2024-01-01T00:00:00Z", `${year}-${month}-${day}T10:11:12.000Z`, "Armed clash", "14.5, -4.25"],
    ...[i % 2 === 0 ? "Army;Rebels" : "Militia", "1", i % 2 === 0 ? "yes" : "no"],
  ]),
};
