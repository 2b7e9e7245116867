const months = [
  ...["january", "february", "march", "april", "may", "june", "july"],
  ...["august", "september", "october", "november", "december"],
];

/**
 * Which month an English name or its first three letters mean, from 1 to 12; 0 when it is none.
 *
 * @example
 * monthNumber("Sept") // 9
 */
export function monthNumber(name: string): number {
  const plain = name.trim().toLowerCase();
  if (plain === "sept") return 9;
  return months.findIndex((month) => month === plain || month.slice(0, 3) === plain) + 1;
}
