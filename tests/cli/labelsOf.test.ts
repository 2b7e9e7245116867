import { expect, it } from "vitest";
import { labelsOf } from "../../src/cli/labelsOf.js";
import { readCodebook } from "../../src/index.js";

it("names every zone and region of a codebook as people do", async () => {
  const codebook = await readCodebook("data/codebooks/central-mali.json");
  const labels = labelsOf({ codebook });
  expect(labels).toMatchObject({ "mopti-delta": "Mopti, inner delta", north: "North", mopti: "Mopti" });
  expect(Object.keys(labels)).toEqual([...codebook.zones.map((one) => one.name), ...Object.keys(codebook.regions)]);
});
