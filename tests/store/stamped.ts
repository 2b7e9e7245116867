import { join } from "node:path";
import { type Fault, read, type Snapshot, type Source } from "../../src/index.js";
import { book, type trialFolder } from "./trial.js";

/**
 * A made-up publisher that says when it last changed each row, and writes some deaths as words: columns id, day, deaths, place,
 * stamp and note.
 */
export function stamped(): Source {
  const fault = (column: string, value: string, reason: string): Fault => ({ column, value, reason });
  return {
    name: "stamped",
    needs: ["id", "day", "deaths", "place", "stamp"],
    parts: (columns) => [
      { copy: "id", field: "id", needed: true },
      {
        from: ["day"],
        fields: ["day"],
        read: ([day]) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? { event: { day } } : fault("day", day, "is not a day")),
      },
      {
        from: ["deaths"],
        fields: ["deaths"],
        read: ([deaths]) => {
          if (deaths === "none") return { event: { deaths: 0 }, repair: "deaths written as none are 0" };
          return /^\d+$/.test(deaths) ? { event: { deaths: Number(deaths) } } : fault("deaths", deaths, "is no number");
        },
      },
      { from: ["place"], fields: ["admin1"], read: ([admin1]) => ({ event: { admin1 } }) },
      {
        from: ["stamp"],
        fields: ["known", "stamp"],
        read: ([text]) => {
          if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return fault("stamp", text, "is no moment");
          const stamp = Date.parse(`${text}:00Z`) / 1000;
          return { event: { stamp, known: text.slice(0, 10) } };
        },
      },
      ...(columns.includes("note") ? [{ copy: "note", field: "notes" } as const] : []),
    ],
    covers: () => ({ since: "2023-01-01", until: "2025-01-01" }),
  };
}

/** Rows of the stamped publisher, each `id day deaths place stamp`, as a file. */
export function stampedText(rows: readonly string[]): string {
  return ["id,day,deaths,place,stamp", ...rows.map((row) => row.replaceAll(" ", ","))].join("\n").concat("\n");
}

/** Such rows read into a store. */
export async function storedStamped(
  folder: ReturnType<typeof trialFolder>,
  rows: readonly string[],
  { name = "stamped", asOf = "2024-01-01", ...rest }: Partial<Parameters<typeof read>[2]> = {},
): Promise<Snapshot> {
  const options = { name, asOf, codebook: book, store: join(folder.path, "store"), ...rest };
  return await read(folder.write("stamped.csv", stampedText(rows)), stamped(), options);
}
