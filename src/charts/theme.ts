import type { ChartSpec } from "../core/chart.js";

/** One look for every chart: colours that colour-blind readers tell apart (Okabe & Ito 2008), quiet axes, no box. */
export const colours = {
  ink: "#1f2933",
  quiet: "#6b7785",
  faint: "#dde3ea",
  blue: "#0072b2",
  orange: "#d55e00",
} as const;

/** Colours of series and groups, in order; colour-blind readers tell them apart. */
export const palette = ["#0072b2", "#d55e00", "#009e73", "#7b5ea7", "#b8860b", "#56b4e9", "#cc79a7"];

const font = "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif";

/** A Vega-Lite v5 specification with the house's title, subtitle and look around what is drawn. */
export function themed(title: string, subtitle: readonly string[], drawing: ChartSpec): ChartSpec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    background: "white",
    padding: 12,
    title: { text: title, subtitle, anchor: "start", offset: 14 },
    ...drawing,
    config: {
      font,
      view: { stroke: null },
      axis: {
        labelColor: colours.quiet,
        titleColor: colours.quiet,
        labelFontSize: 12,
        titleFontSize: 12,
        titleFontWeight: "normal",
        domainColor: colours.faint,
        tickColor: colours.faint,
        gridColor: colours.faint,
      },
      header: { labelColor: colours.ink, labelFontSize: 13, labelFontWeight: 600, titleColor: colours.ink },
      // Said outright: a dark front end would draw them white.
      legend: { labelColor: colours.ink, titleColor: colours.quiet },
      title: {
        color: colours.ink,
        fontSize: 17,
        fontWeight: 600,
        subtitleColor: colours.quiet,
        subtitleFontSize: 12.5,
        subtitlePadding: 6,
        subtitleLineHeight: 17,
      },
      text: { color: colours.ink, fontSize: 12 },
    },
  };
}
