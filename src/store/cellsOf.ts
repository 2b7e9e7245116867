/**
 * The cells of one record of a text table whose quoting is whole.
 *
 * @example
 * cellsOf('1,"a ""b"", c",', ",") // ["1", 'a "b", c', ""]
 */
export function cellsOf(record: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (record[at] === '"') {
      const from = at + 1;
      at = closed(record, from);
      cells.push(record.slice(from, at).replaceAll('""', '"'));
      at++;
    } else {
      const end = record.indexOf(delimiter, at);
      cells.push(record.slice(at, end === -1 ? record.length : end));
      at = end === -1 ? record.length : end;
    }
    if (at >= record.length) return cells;
    at++;
  }
}

function closed(record: string, from: number): number {
  let at = record.indexOf('"', from);
  while (at !== -1 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
  return at === -1 ? record.length : at;
}
