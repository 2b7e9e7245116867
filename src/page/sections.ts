import { escaped } from "../core/escaped.js";
import type { Verdict } from "../core/verdict.js";
import { verdictTable } from "./verdictTable.js";

/** What a page says under one heading: sentences, charts by their names, verdicts, and verdicts that are folded away. */
export interface PageSection {
  readonly title: string;
  readonly says: readonly string[];
  readonly charts: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly folded: readonly { readonly title: string; readonly verdicts: readonly Verdict[] }[];
}

/** A chart as a page shows it: drawn, with its finding for those who cannot see it. */
export interface PageChart {
  readonly name: string;
  readonly alt: string;
  readonly svg: string;
}

/** The sections of a page, in order. */
export function sections(all: readonly PageSection[], charts: readonly PageChart[]): string {
  return all
    .map(
      (
        { title, says, charts: names, verdicts, folded },
        i,
      ) => `<section id="section-${i + 1}"><h2>${escaped(title)}</h2>
${says.length === 0 ? "" : `<ul class="says">${says.map((one) => `<li>${escaped(one)}</li>`).join("")}</ul>`}
${charts
  .filter((one) => names.includes(one.name))
  .map(figure)
  .join("\n")}
${verdictTable(verdicts)}
${folded.map((one) => `<details class="more"><summary>${escaped(one.title)}</summary>${verdictTable(one.verdicts)}</details>`).join("\n")}
</section>`,
    )
    .join("\n");
}

function figure({ alt, svg }: PageChart): string {
  const image = Buffer.from(svg).toString("base64");
  return `<figure><img alt="${escaped(alt)}" src="data:image/svg+xml;base64,${image}"></figure>`;
}
