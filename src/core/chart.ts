/** A Vega-Lite v5 specification: plain data with inline values only. */
export type ChartSpec = Readonly<Record<string, unknown>>;
