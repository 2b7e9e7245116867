import { InputError } from "../core/errors.js";

/** ACLED's numbers of its regions, which are all that its API takes. */
const regions: Readonly<Record<string, number>> = {
  "western africa": 1,
  "middle africa": 2,
  "eastern africa": 3,
  "southern africa": 4,
  "northern africa": 5,
  "south asia": 7,
  "southeast asia": 9,
  "middle east": 11,
  europe: 12,
  "caucasus and central asia": 13,
  "central america": 14,
  "south america": 15,
  caribbean: 16,
  "east asia": 17,
  "north america": 18,
  oceania: 19,
};

/**
 * The number of a region, by its name or number.
 *
 * @example
 * acledRegion("Western Africa") // 1
 *
 * @throws InputError when ACLED has no such region
 */
export function acledRegion(text: string): number {
  const name = text.trim().toLowerCase();
  if (Object.hasOwn(regions, name)) return regions[name];
  const number = Number(name);
  if (name !== "" && Object.values(regions).includes(number)) return number;
  throw new InputError(`pull: no region ${JSON.stringify(text)}; ACLED has ${Object.keys(regions).join(", ")}`);
}
