import { createRequire } from "node:module";
import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";

/** A chart in the forms that front ends show. */
export interface Drawn {
  readonly svg: string;
  readonly png: Uint8Array;
}

const fonts = ["400Regular/SourceSans3_400Regular.ttf", "600SemiBold/SourceSans3_600SemiBold.ttf"];

/**
 * Draws a Vega-Lite specification as SVG, and as a PNG of twice its size in the font we ship. No expression is turned into
 * code and nothing outside the specification is read.
 *
 * @throws InputError when the specification is not one that Vega-Lite can draw, or names data outside itself
 */
export async function draw(spec: ChartSpec): Promise<Drawn> {
  const vegaLite = await import("vega-lite");
  const vega = await import("vega");
  const { expressionInterpreter } = await import("vega-interpreter");
  const { Resvg } = await import("@resvg/resvg-js");
  measureText(vega);
  const faults: string[] = [];
  const note = (...words: readonly unknown[]): void => {
    faults.push(words.map(String).join(" "));
  };
  const logger = { ...vega.logger(vega.Error), warn: () => logger, error: note };
  // Vega only warns of data that it could not load, and draws without them.
  const refuse = (uri: string): never => {
    const fault = `needs values inside the specification, got data from ${uri}`;
    faults.push(fault);
    throw new Error(fault);
  };
  const loader = { ...vega.loader(), load: refuse, sanitize: refuse };
  try {
    const compiled = vegaLite.compile(JSON.parse(JSON.stringify(spec)), { logger: logger as never });
    const view = new vega.View(vega.parse(compiled.spec, undefined, { ast: true }), {
      expr: expressionInterpreter,
      renderer: "none",
      loader,
      logger: logger as never,
    });
    const svg = renumbered(await view.toSVG());
    view.finalize();
    if (faults.length > 0) throw new Error(faults.join("; "));
    return { svg, png: new Resvg(svg, { fitTo: { mode: "zoom", value: 2 }, font: shippedFont() }).render().asPng() };
  } catch (error) {
    throw new InputError(`draw: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Without a canvas Vega guesses that letters are wider than they are, and leaves gaps for them. */
function measureText(vega: object): void {
  const { textMetrics } = vega as { textMetrics: { width: (item: { fontSize?: number }, text: unknown) => number } };
  textMetrics.width = ({ fontSize = 11 }, text) => 0.5 * fontSize * String(text ?? "").length;
}

/** Vega goes on counting clips and gradients from drawing to drawing; counted afresh, the same chart is the same bytes. */
function renumbered(svg: string): string {
  const names = new Map<string, string>();
  return svg.replaceAll(/(?<=id="|url\(#)(clip|gradient_)\d+/g, (old, kind: string) => {
    const name = names.get(old) ?? `${kind}${names.size + 1}`;
    names.set(old, name);
    return name;
  });
}

function shippedFont(): { loadSystemFonts: boolean; fontFiles: string[]; defaultFontFamily: string } {
  const { resolve } = createRequire(import.meta.url);
  const fontFiles = fonts.map((file) => resolve(`@expo-google-fonts/source-sans-3/${file}`));
  return { loadSystemFonts: false, fontFiles, defaultFontFamily: "Source Sans 3" };
}
