import { backtestChunk, type Chunk, type DoneChunk } from "./backtestChunk.js";
import { modelNamed } from "./modelNamed.js";

/** A part of a back-test in a thread of its own; the model comes by its name. */
export function backtestWorker(chunk: Chunk): DoneChunk {
  return backtestChunk(chunk, modelNamed(chunk.model));
}
