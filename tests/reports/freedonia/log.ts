import { addDays } from "../../../src/core/day.js";
import { random } from "../../../src/math/random.js";

/**
 * The log of a country that does not exist, week by week from 2018 to February 2022, as a table with semicolons. Patrols by
 * the lake fall to 0.6 of their rate at every harvest, June to October; raids in the March double from June 2021 on. Half
 * of the entries are made within a week. `times` is how many times as busy the country is.
 */
export function freedoniaLog({ times = 1 }: { times?: number } = {}): string {
  const uniform = random(1933);
  const rows: string[][] = [];
  for (let week = "2018-01-01"; week < "2022-02-28"; week = addDays(week, 7)) {
    const month = Number(week.slice(5, 7));
    const harvest = month >= 6 && month <= 10 ? 0.6 : 1;
    enter(week, "Lakeside", "patrouille", 5.4 * harvest);
    enter(week, "Highland", "patrouille", 2.6);
    enter(week, "Lakeside", "coup de main", 0.6);
    enter(week, "March", "coup de main", week >= "2021-05-31" ? 2.4 : 1.2);
  }
  const head = ["ref", "seen", "entered", "what", "who", "against", "night", "dead", "district"];
  const lines = [head, ...rows.map((row, i) => [`F-${String(i + 1).padStart(5, "0")}`, ...row])];
  return `${lines.map((line) => line.join(";")).join("\n")}\n`;

  function enter(week: string, district: string, what: string, rate: number): void {
    for (let left = poisson(times * rate); left > 0; left--) {
      const seen = addDays(week, Math.floor(7 * uniform()));
      const entered = addDays(seen, Math.floor(-Math.log(1 - uniform()) * 10));
      const isPatrol = what === "patrouille";
      const sides = isPatrol
        ? ["Royal Guard", "Fen Riders"]
        : ["Fen Riders", uniform() < 0.5 ? "Villagers" : "Royal Guard"];
      const night = uniform() < 0.4 ? "o" : "n";
      const dead = uniform() < 0.2 ? 1 + Math.floor(3 * uniform()) : 0;
      rows.push([written(seen), written(entered), what, ...sides, night, String(dead), district]);
    }
  }

  function poisson(mean: number): number {
    let k = 0;
    for (let left = Math.exp(mean) * uniform(); left > 1; left *= uniform()) k++;
    return k;
  }
}

function written(day: string): string {
  return day.split("-").reverse().join(".");
}
