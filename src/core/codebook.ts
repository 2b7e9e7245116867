/** A stretch of country that a codebook gives one name, and the publishers' spellings that mean it. */
export interface Zone {
  readonly name: string;
  readonly label: string;
  /** Any one place is enough. Accents and case do not matter; `admin2` absent means every admin2. */
  readonly places: readonly { readonly admin1: readonly string[]; readonly admin2?: readonly string[] }[];
}

/** Names for places and actors, so that spellings, reforms and accents do not split a series. */
export interface Codebook {
  readonly name: string;
  readonly note: string;
  /** The country of rows that do not name one. */
  readonly country: string;
  /** The first zone that fits a row is its zone. */
  readonly zones: readonly Zone[];
  /** A region is several zones under one name. */
  readonly regions: Readonly<Record<string, { readonly label: string; readonly zones: readonly string[] }>>;
  /** Groups of actors, written `@name` in criteria. Accents and case do not matter; `*` at an end stands for any ending. */
  readonly actors: Readonly<Record<string, readonly string[]>>;
  /** Groups of kinds and subkinds of events, written `@name` in criteria. */
  readonly kinds?: Readonly<Record<string, readonly string[]>>;
}

/** A text as the codebook compares it: without accents, case and spare spaces. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}
