import { decimals, pText, withInterval } from "../core/print.js";
import type { Regression } from "../core/regression.js";
import type { Term } from "../core/term.js";
import { levelsOf } from "./designOf.js";

type Found = Omit<Regression, "reading" | "assumes">;

/** One sentence: how many events, by which family, and what each term but season and level does. */
export function readingOf(found: Found): string {
  const told = found.coefficients.filter(({ name }) => name !== "intercept" && !/^(co)?sine \d+$/.test(name));
  const said = told.map(({ name, ratio, interval, p }) => {
    const unit = /\b(trend|ramp)\b/.test(name) ? "times a year" : "times";
    return `${name}: ${withInterval(ratio, interval, 4)} ${unit}, ${pText(p)}`;
  });
  const of = found.keys.length > 1 ? ` of ${found.keys.length} series` : "";
  const place = `${found.n} events in ${found.periods} ${found.every}s${of}`;
  return [`${place}, ${spreadText(found)}`, ...said].join("; ");
}

/** What must be true of the counts, and where the errors are not to be trusted. */
export function trustOf(found: Found): string[] {
  const { family, errors, phi, periods, keys, terms, every } = found;
  const variance = {
    poisson: "variance equal to the mean",
    "quasi-poisson": "variance in proportion to the mean",
    negbin: "variance: mean + mean² / theta, one theta throughout",
  }[family];
  const assumes = ["terms multiply the rate, and none is missing"];
  if (errors === "model") {
    assumes.push(variance, `${every}s independent of each other given the terms`);
    if (family === "poisson" && phi > 1.5)
      assumes.push(`phi ${decimals(phi, 2)}: these errors are too narrow; quasi-poisson or negbin would do`);
  } else if (typeof errors === "string") {
    assumes.push(`${every}s independent of each other given the terms`);
  } else {
    assumes.push(
      `no link between ${every}s more than ${errors.neweyWest} apart`,
      "a long series: in some thirty periods Newey and West's errors come out too small, p too",
    );
  }
  assumes.push(errors === "model" ? "Wald's intervals" : "robust errors, after many periods: too narrow with few");
  if (keys.length > 1) assumes.push(`series independent of each other in the same ${every}, given the terms`);
  if (family === "negbin" && found.theta === null)
    assumes.push("errors as of Poisson counts: how far theta might be from infinity is left out");
  if (periods < 30 && family !== "quasi-poisson")
    assumes.push(`${periods} ${every}s: intervals are somewhat too narrow`);
  for (const name of new Set(terms.flatMap(keysOf)))
    assumes.push(`${name} is compared with ${levelsOf(keys, name)[0]}`);
  return assumes;
}

function spreadText({ family, phi, theta }: Found): string {
  if (family === "poisson") return `Poisson, phi ${decimals(phi, 2)}`;
  if (family === "quasi-poisson") return `phi ${decimals(phi, 2)}`;
  if (theta === null) return "no finite theta fits: they vary no more than Poisson counts";
  return `theta ${theta < 1000 ? decimals(theta, 2) : theta.toExponential(1)}`;
}

function keysOf(term: Term): string[] {
  if ("by" in term) return [term.by];
  return "interaction" in term ? term.interaction.flatMap(keysOf) : [];
}
