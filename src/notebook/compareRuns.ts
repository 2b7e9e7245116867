import { cellName } from "./dataNamed.js";
import { type InputChange, inputChanges, inputsOf } from "./inputsOf.js";
import type { CellOutput, Notebook, NotebookCell } from "./notebookText.js";
import { fingerprintOf, type Quantity, quantitiesType } from "./quantity.js";

/** Where a quantity stands: the cell's id, or its place among all cells, and the output in it, from 1. */
interface Place {
  readonly cell: string;
  readonly output: number;
  readonly name: string;
  readonly kind: Quantity["kind"];
}

/** A quantity that is not what it was. */
export interface Moved extends Place {
  readonly from: Quantity["value"];
  readonly to: Quantity["value"];
  /** to - from, of numbers. */
  readonly by?: number;
  /** Whether a number moved no further than finite draws explain: at most 3 standard errors of both runs together. */
  readonly withinNoise: boolean;
}

/** A quantity that only one of the runs has. */
export interface Lone extends Place {
  readonly value: Quantity["value"];
}

/** What came out differently in a second run. All lists are empty where both say the same. */
export interface RunComparison {
  /** The conclusions that are not what they were: what a reader has to know first. */
  readonly verdicts: readonly Moved[];
  readonly moved: readonly Moved[];
  readonly appeared: readonly Lone[];
  readonly vanished: readonly Lone[];
  readonly inputs: readonly InputChange[];
  /** How many quantities both runs have. */
  readonly compared: number;
}

/**
 * Two runs of a notebook, compared by the quantities that they show and not by their bytes. A number is compared exactly, to the
 * 12 digits kept, or within its own Monte-Carlo noise where it has some; a text and a verdict exactly. Cells are matched by
 * their ids, or by their place where they have none.
 */
export function compareRuns(committed: Notebook, rerun: Notebook): RunComparison {
  const before = quantitiesIn(committed);
  const after = quantitiesIn(rerun);
  const both = [...before].flatMap(([at, old]) => {
    const now = after.get(at);
    return now === undefined ? [] : [{ old, now }];
  });
  const moved = both.flatMap(({ old, now }) => (old.value === now.value ? [] : [move(old, now)]));
  return {
    verdicts: moved.filter(({ kind }) => kind === "verdict"),
    moved: moved.filter(({ kind }) => kind !== "verdict"),
    appeared: alone(after, before),
    vanished: alone(before, after),
    inputs: inputChanges(inputsOf(committed), inputsOf(rerun)),
    compared: both.length,
  };
}

interface Placed extends Place {
  readonly value: Quantity["value"];
  readonly noise?: number;
}

function quantitiesIn({ cells }: Notebook): Map<string, Placed> {
  const all = cells.flatMap((cell, i) => placedIn(cell, cellName(cell, i)));
  return new Map(all.map((one) => [JSON.stringify([one.cell, one.output, one.name]), one]));
}

/** Of an output that names nothing, as a print, what it says is one quantity. */
function placedIn({ outputs = [] }: NotebookCell, cell: string): Placed[] {
  return outputs.flatMap((one, i) => {
    const list = "data" in one ? one.data[quantitiesType] : undefined;
    const said = Array.isArray(list) ? list.filter(isQuantity) : [unnamed(one)];
    return said.map((quantity) => ({ cell, output: i + 1, ...quantity }));
  });
}

function unnamed(one: CellOutput): Quantity {
  if (one.output_type === "error") return { name: "error", value: `${one.ename}: ${one.evalue}`, kind: "verdict" };
  const text = one.output_type === "stream" ? one.text : one.data["text/plain"];
  const value = Array.isArray(text) ? text.join("") : String(text ?? "");
  const name = one.output_type === "stream" ? `printed to ${one.name}` : "shown";
  return { name, value: value.length > 400 ? fingerprintOf(value) : value, kind: "text" };
}

function isQuantity(one: unknown): one is Quantity {
  return typeof one === "object" && one !== null && "name" in one && "value" in one && "kind" in one;
}

function placeOf({ cell, output, name, kind }: Placed): Place {
  return { cell, output, name, kind };
}

function move(old: Placed, now: Placed): Moved {
  const { value: from } = old;
  const { value: to } = now;
  const isVerdict = old.kind === "verdict" || now.kind === "verdict";
  const place = { ...placeOf(now), ...(isVerdict && { kind: "verdict" as const }) };
  if (typeof from !== "number" || typeof to !== "number") return { ...place, from, to, withinNoise: false };
  const spread = 3 * Math.hypot(old.noise ?? 0, now.noise ?? 0);
  return { ...place, from, to, by: Number((to - from).toPrecision(12)), withinNoise: Math.abs(to - from) <= spread };
}

function alone(these: ReadonlyMap<string, Placed>, those: ReadonlyMap<string, Placed>): Lone[] {
  return [...these].filter(([at]) => !those.has(at)).map(([, one]) => ({ ...placeOf(one), value: one.value }));
}
