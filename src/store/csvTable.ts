/** A CSV text, the columns in the order given; cells that need it are quoted, lines end in a line feed. */
export function csvTable(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | number>>[],
): string {
  const cell = (value: string | number): string => {
    const text = String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(","));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}
