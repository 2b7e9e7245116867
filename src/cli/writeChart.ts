import { join } from "node:path";
import type { ChartSpec } from "../core/chart.js";
import { draw } from "../notebook/draw.js";
import { writeWhole } from "../store/files.js";

/** Writes a chart to a folder as SVG, PNG and its specification. */
export async function writeChart(folder: string, name: string, spec: ChartSpec): Promise<void> {
  const { svg, png } = await draw(spec);
  await writeWhole(join(folder, `${name}.svg`), svg);
  await writeWhole(join(folder, `${name}.png`), png);
  await writeWhole(join(folder, `${name}.vl.json`), `${JSON.stringify(spec, null, 1)}\n`);
}
