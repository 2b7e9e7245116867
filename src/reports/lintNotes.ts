import type { Report } from "../core/report.js";
import type { Linted } from "./lintReport.js";

/** Notes that support nothing, and notes and what they support where one does not name the other. */
export function lintNotes({ figures, claims, citations }: Report): Linted[] {
  const leaning = [
    ...figures.map(({ id, notes }, i) => ({ id, notes, what: "figure", path: ["figures", i, "notes"] })),
    ...claims.map(({ id, notes }, i) => ({ id, notes, what: "claim", path: ["claims", i, "notes"] })),
  ];
  const supports = new Map(citations.map((one) => [one.note, one.supports]));
  return [
    ...leaning.flatMap(({ id, notes, path }) =>
      notes
        .filter((note) => !supports.get(note)?.includes(id))
        .map((note): Linted => ({ path, level: "fault", says: `leans on note ${note}, which does not support it` })),
    ),
    ...citations.flatMap(({ note, supports: ids }, i): Linted[] => {
      const path = ["citations", i, "supports"];
      if (ids.length === 0) return [{ path, level: "advice", says: "supports nothing" }];
      return ids.flatMap((id) => {
        const those = leaning.filter((one) => one.id === id);
        if (those.some(({ notes }) => notes.includes(note))) return [];
        return [
          { path, level: "fault", says: `supports ${those[0]?.what} ${id}, which does not lean on note ${note}` },
        ];
      });
    }),
  ];
}
