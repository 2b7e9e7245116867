import { numbered } from "../core/print.js";
import type { Cited, Figure, Report } from "../core/report.js";
import type { ReportClaim } from "../core/reportClaim.js";
import type { Matter, Verdict } from "../core/verdict.js";
import { addressOf, pathOf } from "./canonicalUrl.js";
import { printOf } from "./figures.js";
import { distinct, marks, slotsOf } from "./sourceOf.js";
import { tallied } from "./sourceShares.js";
import { notesOf } from "./supportedBy.js";

/** What no reader can look up or run again, and why not. */
type Closed = "a dashboard's landing page" | "an unpublished source" | "a subscription";

/** Notes, figures and claims that rest on what no reader can look up or run again; of each figure, its publishers. */
export function sourceAccess(report: Report): Verdict[] {
  const closed = new Set(report.claims.filter((claim) => isClosed(report, claim)));
  const figures = report.figures.filter((one) => notesOf(report, one).some((note) => note.items.length > 0));
  return [
    ...kinds.flatMap((kind) => notesAlone(report, kind)),
    ...figures.map((one) => ofFigure(report, one)),
    ...report.claims.filter((claim) => closed.has(claim)).map((claim) => ofClaim(report, claim)),
  ];
}

const kinds: readonly Closed[] = ["a dashboard's landing page", "an unpublished source", "a subscription"];

/**
 * Why no reader can look an item up or run it again; `undefined` where one can. A dashboard is its landing page alone unless
 * its address has a query or ends in an identifier (with a digit), as that of a saved view does.
 *
 * @example
 * whyClosed({ type: "dashboard", publisher: "a.org", url: "https://a.org/dashboard/#/dashboard" }) // "a dashboard's landing page"
 * whyClosed({ type: "dashboard", publisher: "a.org", url: "https://a.org/map?country=ML" }) // undefined
 */
export function whyClosed({ type, url }: Cited): Closed | undefined {
  if (type === "unpublished") return "an unpublished source";
  if (type === "subscription") return "a subscription";
  if (type !== "dashboard") return undefined;
  const address = url === undefined ? undefined : addressOf(url);
  if (address === undefined) return "a dashboard's landing page";
  const isView = address.search !== "" || /[=?]|\/[^/]*\d[^/]*\/?$/.test(`${pathOf(address)}${address.hash}`);
  return isView ? undefined : "a dashboard's landing page";
}

function notesAlone(report: Report, kind: Closed): Verdict[] {
  const notes = report.citations.filter((one) => one.items.length > 0);
  const alone = notes.filter((one) => one.items.every((item) => whyClosed(item) === kind));
  const among = notes.filter((one) => !alone.includes(one) && one.items.some((item) => whyClosed(item) === kind));
  if (alone.length + among.length === 0) return [];
  const others = among.length === 0 ? "" : `; among others in ${among.length}: ${marks(among)}`;
  return [
    {
      ...{ id: `sources/${kind.split(" ").slice(1).join("-").replace("'s", "")}`, by: "audit", data: printOf(report) },
      label: `Notes that cite ${kind}`,
      says: "a reader can look up or run again what each note rests on",
      verdict: alone.length > 0 ? "fails" : "uncertain",
      n: notes.length,
      reading: `${alone.length} of ${numbered(notes.length, "note")} ${alone.length === 1 ? "cites" : "cite"} only ${kind}${alone.length === 0 ? "" : `: ${marks(alone)}`}${others}`,
      how: "by the types of the items; a dashboard with a saved view in its address can be run again",
      couldFail: "yes: notes with a page, a post or a document each would have passed",
      matters: { weight: alone.length > 0 ? "medium" : "low", why: "no reader can re-run them" },
    },
  ];
}

function ofFigure(report: Report, figure: Figure): Verdict {
  const { items, publishers, notes, why } = supportOf(report, figure);
  const isAll = why.length === items;
  const by = publishers.length === 1 ? "one publisher" : `${publishers.length} publishers`;
  const matters: Matter = isAll
    ? { weight: "high", why: "no reader can re-run the number" }
    : publishers.length === 1
      ? { weight: "medium", why: "nothing cited bears the publisher out" }
      : { weight: "low", why: "publishers may still repeat each other: that is not seen here" };
  return {
    ...{ id: `sources/figure-${figure.id}`, by: "audit", at: figure.at, data: printOf(report) },
    label: `Sources of ${figure.label}`,
    says: `${figure.label}, ${figure.printed}, can be re-run by a reader, and rests on more than one publisher`,
    verdict: isAll ? "fails" : publishers.length === 1 ? "uncertain" : "holds",
    n: items,
    reading: `${numbered(items, "source")} of ${by} (${publishers.join(", ")}) in ${notes}; ${closedText(items, why)}`,
    how: "distinct sources of the notes behind the figure, by publisher and type",
    couldFail: "yes: a table, a page or a saved view and a second publisher would have passed",
    matters,
  };
}

function ofClaim(report: Report, claim: ReportClaim): Verdict {
  const { items, publishers, notes, why } = supportOf(report, claim);
  return {
    ...{ id: `sources/claim-${claim.id}`, by: "audit", claim: claim.id, at: claim.at, data: printOf(report) },
    label: `Sources of ${claim.label}`,
    says: `a reader can look up what this rests on: ${claim.says}`,
    verdict: "fails",
    n: items,
    reading: `${numbered(items, "source")} (${publishers.join(", ")}) in ${notes}; ${closedText(items, why)}`,
    how: "distinct sources of the notes behind the claim, by type",
    couldFail: "yes: one page, post, document or saved view would have passed",
    matters: { weight: "medium", why: "no reader can check it by what is cited" },
  };
}

function isClosed(report: Report, claim: ReportClaim): boolean {
  const { items, why } = supportOf(report, claim);
  return items > 0 && why.length === items;
}

interface Support {
  readonly items: number;
  readonly publishers: readonly string[];
  readonly notes: string;
  /** Of each item that no reader can look up, why. */
  readonly why: readonly Closed[];
}

function supportOf(report: Report, one: ReportClaim | Figure): Support {
  const citations = notesOf(report, one);
  const slots = distinct(slotsOf({ ...report, citations }));
  return {
    items: slots.length,
    publishers: tallied(slots).map(({ publisher }) => publisher),
    notes: marks(citations),
    why: slots.flatMap(({ cited }) => whyClosed(cited) ?? []),
  };
}

function closedText(items: number, why: readonly Closed[]): string {
  if (why.length === 0) return "all can be looked up";
  const each = [...new Set(why)].sort().map((kind) => `${why.filter((one) => one === kind).length} ${kind}`);
  const some = each.map((text) => text.replace(/ an? /, " × ")).join(", ");
  return `${why.length === items ? "none" : `${items - why.length} of ${items}`} can be looked up or run again (${some})`;
}
