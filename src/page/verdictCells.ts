import { escaped } from "../core/escaped.js";
import { decimals, withInterval } from "../core/print.js";
import type { Verdict } from "../core/verdict.js";
import { numberOf, supportOf } from "../core/verdictText.js";

/** The headings of a table of verdicts; on a phone each stands before its cell. */
export const columns = ["Verdict", "What", "Estimate", "n", "Power or base rate", "Data", "Reading"] as const;

/** The word of a verdict, in its colour. */
export function wordCell({ verdict, proxy, estimate, by, matters }: Verdict): string {
  const proxied = proxy === undefined || estimate === undefined ? "" : " <br><small>by a proxy</small>";
  const weight = by !== "audit" || matters === undefined ? "" : ` <br><small>weight: ${matters.weight}</small>`;
  return `<td class="word"><span class="verdict">${escaped(verdict)}</span>${proxied}${weight}</td>`;
}

/** Its number with the interval, its n, its power, its data, and its reading with all a reader needs to doubt it. */
export function verdictCells(one: Verdict, others: readonly Verdict[] = []): string {
  const { n, data, proxy } = one;
  const proxied = proxy === undefined ? "" : `<p class="proxy">A proxy: ${escaped(proxy)}</p>`;
  return `${cell("number", "Estimate", numberCell(one))}
${cell("number", "n", n > 0 ? decimals(n, 0) : "")}
${cell("power", "Power or base rate", escaped(supportOf(one)))}
${cell("data", "Data", `${escaped(data.name)}${snapshot(one)}`)}
<td class="reading"><details><summary>${escaped(one.reading.split("; ")[0])}</summary>${reading(one)}${also(others)}</details>${proxied}</td>`;
}

/** A cell of a class under a heading. */
export function cell(kind: string, heading: (typeof columns)[number], html: string): string {
  return `<td class="${kind}${html === "" ? " none" : ""}" data-of="${heading}">${html}</td>`;
}

/** The other verdicts on the same claim, each in a paragraph. */
export function also(others: readonly Verdict[]): string {
  const items = others.map((one) => {
    const { label, verdict, n, data, proxy } = one;
    const parts = [
      ...[numberOf(one), n > 0 ? `n ${decimals(n, 0)}` : "", supportOf(one), sourceOf(one)].filter(
        (part) => part !== "",
      ),
    ];
    const about = proxy === undefined || data.asOf === undefined ? "" : ` A proxy: ${escaped(proxy)}.`;
    return `<li class="${kindOf(one)}"><span class="verdict">${escaped(verdict)}</span> ${escaped(label)} (${escaped(parts.join("; "))}): ${escaped(one.reading)}.${about} <em>Could it have failed?</em> ${escaped(one.couldFail)}</li>`;
  });
  return items.length === 0 ? "" : `<p>Other verdicts on it:</p><ul>${items.join("\n")}</ul>`;
}

/** A verdict's word as a class. */
export function kindOf({ verdict }: Verdict): string {
  return escaped(verdict.replaceAll(" ", "-"));
}

function reading(one: Verdict): string {
  const { reading: text, how, couldFail, matters } = one;
  return `<p>${escaped(text)}</p>${under(one)}${how === undefined ? "" : `<p>How: ${escaped(how)}</p>`}<p>Could it have failed? ${escaped(couldFail)}</p>${matters === undefined ? "" : `<p>Matters (${matters.weight}): ${escaped(matters.why)}</p>`}`;
}

function under({ under: readings = [] }: Verdict): string {
  const items = readings.map(
    ({ label, estimate: ratio, interval, fits, possible }) =>
      `<li>${escaped(label)}: ${withInterval(ratio, interval, 4)}${fits ? "" : ", and the word no longer fits"}${possible ? "" : " (not possible)"}</li>`,
  );
  return items.length === 0 ? "" : `<p>Under other readings of what was printed:</p><ul>${items.join("")}</ul>`;
}

function numberCell(one: Verdict): string {
  const text = numberOf(one);
  const at = text.search(/ \[|, /);
  if (text === "") return "";
  const [estimate, interval] = [text.slice(0, at), text.slice(at).replace(/^,? /, "")];
  const scale = one.scale === undefined || one.scale === "probability" ? "" : ` <br><small>${one.scale}</small>`;
  return `${estimate} <br><small>${interval}</small>${scale}`;
}

function snapshot({ data: { asOf, hash = "" } }: Verdict): string {
  return asOf === undefined ? "" : ` <br><small>as of ${escaped(asOf)}, ${escaped(hash.slice(0, 8))}</small>`;
}

function sourceOf({ data: { name, asOf, hash = "" } }: Verdict): string {
  return asOf === undefined ? name : `${name} as of ${asOf}, ${hash.slice(0, 8)}`;
}
