/** Which rows' means run to 0, and what to do about it; by the names of the rows, or by their numbers from 0. */
export function setApart(
  { rows, names }: { readonly rows: readonly number[] | undefined; readonly names: readonly string[] | undefined },
  moves: Float64Array,
): string {
  const places = [...moves.keys()].filter((row) => Math.abs(moves[row]) > 0.5);
  const told = places.slice(0, 6).map((place) => {
    const row = rows?.[place] ?? place;
    return names?.[row] ?? row;
  });
  const more = places.length > 6 ? ` and ${places.length - 6} more` : "";
  const what = names === undefined ? `row${places.length > 1 ? "s" : ""} ` : "";
  const cure = names === undefined ? "that term or those rows" : "a term or those periods";
  return `the mean of ${what}${told.join(", ")}${more} runs to 0, since the design sets apart rows without any event; leave out ${cure}`;
}
