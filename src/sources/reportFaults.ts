import type { Report } from "../core/report.js";

/** What is wrong with a report whose form is right: names that are not there, and checks asked of the wrong kind of figure. */
export function reportFaults(report: Report): string[] {
  const faults: string[] = [];
  const known = {
    window: new Set(Object.keys(report.windows)),
    figure: new Set(report.figures.map((one) => one.id)),
    evidence: new Set(report.evidence.map((one) => one.name)),
    covariate: new Set(Object.keys(report.covariates)),
    note: new Set(report.citations.map((one) => String(one.note))),
  };
  const need = (kind: keyof typeof known, name: string, place: string): void => {
    if (!known[kind].has(name)) faults.push(`${place} names ${kind} ${name}, which is not there`);
  };
  const once = (kind: string, names: readonly (string | number)[]): void => {
    for (const name of new Set(names.filter((one, i) => names.indexOf(one) !== i))) {
      faults.push(`${kind} ${name} stands twice`);
    }
  };
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map((one) => one.id);
  once(
    "evidence",
    report.evidence.map((one) => one.name),
  );
  once("figure", ids(report.figures));
  once("claim", ids(report.claims));
  once("hypothesis", ids(report.hypotheses));
  once(
    "note",
    report.citations.map((one) => one.note),
  );
  for (const [name, { since, until }] of Object.entries(report.windows)) {
    if (since >= until) faults.push(`windows.${name} ends before it begins`);
  }
  for (const { id, window, whole, measured: ways, notes: own } of report.figures) {
    need("window", window, `figure ${id}`);
    if (whole !== undefined) need("figure", whole, `figure ${id}`);
    for (const way of ways) need("evidence", way.on, `figure ${id}`);
    for (const note of own) need("note", String(note), `figure ${id}`);
  }
  for (const { id, check: one, notes: own } of report.claims) {
    for (const note of own) need("note", String(note), `claim ${id}`);
    if (one?.type === "ratio") for (const name of [one.before, one.after]) need("figure", name, `claim ${id}`);
    if (one?.type === "pace") need("figure", one.figure, `claim ${id}`);
    if (one?.type === "share")
      for (const name of [one.figure, ...sharesIn(one.against)]) need("figure", name, `claim ${id}`);
    if (one?.type === "increase") {
      for (const name of [one.before, one.after]) need("window", name, `claim ${id}`);
      for (const way of one.measured) need("evidence", way.on, `claim ${id}`);
    }
  }
  for (const { id, supposes, ends = ["never"] } of report.hypotheses) {
    for (const { covariate } of supposes) if (covariate !== undefined) need("covariate", covariate, `hypothesis ${id}`);
    if (supposes.length > 4) faults.push(`hypothesis ${id} needs at most 4 effects, got ${supposes.length}`);
    once(
      `hypothesis ${id}: effect`,
      supposes.map((one) => one.name),
    );
    once(`hypothesis ${id}: end`, ends);
  }
  if (report.weighing !== undefined) {
    need("evidence", report.weighing.on, "weighing");
    const { windows, past, forecast } = report.weighing;
    for (const name of [...windows, past, forecast]) need("window", name, "weighing");
    const [before, after] = [past, forecast].map((name) => report.windows[name]);
    if (before !== undefined && after !== undefined && after.since < before.until)
      faults.push(`weighing forecasts ${forecast}, which begins before ${past} is over`);
    if (report.hypotheses.length < 2) faults.push("weighing needs 2 hypotheses");
  }
  return [...faults, ...kindsAtFault(report)];
}

/** Checks asked of figures that are not of the kind the check can use, and figures that lack what their kind needs. */
function kindsAtFault({ figures, claims }: Report): string[] {
  const faults = figures
    .filter((one) => one.what === "mean" && one.per === undefined)
    .map((one) => `figure ${one.id} is a mean and needs per: "week" or "month"`);
  const kindOf = (id: string): string => {
    const one = figures.find((figure) => figure.id === id);
    return one === undefined ? "" : one.what === "mean" ? `mean a ${one.per}` : one.what;
  };
  for (const { id, check: one } of claims) {
    if (one?.type === "ratio") {
      const kinds = [kindOf(one.before), kindOf(one.after)];
      const isFine = kinds[0] === kinds[1] && (kinds[0] === "count" || kinds[0] === "mean a month");
      if (!isFine && !kinds.includes(""))
        faults.push(`claim ${id} needs two monthly means or two counts, got ${kinds.join(" and ")}`);
    }
    if (one?.type === "pace" && !["count", ""].includes(kindOf(one.figure))) {
      faults.push(`claim ${id} needs a count, got a ${kindOf(one.figure)}`);
    }
    if (one?.type === "share") {
      const figure = figures.find((other) => other.id === one.figure);
      if (figure && (figure.what !== "share" || kindOf(figure.whole ?? "") !== "count")) {
        faults.push(`claim ${id} needs a share with a count as its whole`);
      }
      const odd = sharesIn(one.against).find((other) => !["share", ""].includes(kindOf(other)));
      if (odd !== undefined) faults.push(`claim ${id} needs shares to be held against, got ${odd}`);
    }
  }
  return faults;
}

/** The figures among what a share is held against; a number is a percentage of its own. */
function sharesIn(against: readonly (string | number)[]): readonly string[] {
  return against.filter((one) => typeof one === "string");
}
