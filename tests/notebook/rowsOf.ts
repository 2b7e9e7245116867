import { tableOf } from "../../src/notebook/table.js";

/** The rows of a table as it is shown, by the names of its columns. */
export function rowsOf(what: readonly object[]): Record<string, string>[] {
  const [head, ...rows] = [...tableOf(what).html.matchAll(/<tr>.*?<\/tr>/g)].map(([line]) => cellsOf(line));
  return rows.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i]])));
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, html]) =>
    html
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&"),
  );
}
