import { Piscina } from "piscina";
import { InputError } from "../core/errors.js";
import type { BacktestOptions } from "./backtest.js";
import { backtestChunk, type Chunk, type DoneChunk } from "./backtestChunk.js";
import type { Model } from "./model.js";
import { modelNamed } from "./modelNamed.js";

/** A part of a back-test, what it is called, and the model itself for where its name does not make it. */
export interface NamedChunk {
  readonly name: string;
  readonly chunk: Chunk;
  readonly model: Model;
}

type RunOptions = Pick<BacktestOptions, "cores" | "progress" | "signal" | "journal">;

/** Does every part, over so many threads, and returns what came of each in the order given. */
export async function runChunks(chunks: readonly NamedChunk[], options: RunOptions): Promise<DoneChunk[]> {
  const { cores = 1, progress, signal, journal } = options;
  if (!(Number.isInteger(cores) && cores > 0))
    throw new InputError(`backtest: cores needs a whole number above 0, got ${cores}`);
  const found = new Map<string, DoneChunk>();
  const finish = (name: string, done: DoneChunk): void => {
    found.set(name, done);
    progress?.(found.size, chunks.length);
  };
  const todo = chunks.filter(({ name }) => {
    const done = journal?.read(name);
    if (done !== undefined) finish(name, done);
    return done === undefined;
  });
  const write = (name: string, done: DoneChunk): void => {
    journal?.write(name, done);
    finish(name, done);
  };
  const checkGoing = (): void => {
    if (signal?.aborted)
      throw new InputError(`backtest: stopped when ${found.size} of ${chunks.length} parts were done`);
  };
  const away = cores > 1 ? todo.filter(({ model }) => canBeNamed(model)) : [];
  const here = todo.filter((one) => !away.includes(one));
  checkGoing();
  const elsewhere = inThreads(away, cores, write, signal);
  // Awaited below; a failure there must not go unseen while this thread is at work.
  elsewhere.catch(() => undefined);
  for (const { name, chunk, model } of here) {
    checkGoing();
    write(name, backtestChunk(chunk, model));
    // Lets threads, signals and whoever draws the progress have their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await elsewhere.catch((error: unknown) => {
    checkGoing();
    throw error;
  });
  checkGoing();
  return chunks.map(({ name }) => found.get(name) ?? { forecasts: [], failures: [] });
}

async function inThreads(
  chunks: readonly NamedChunk[],
  cores: number,
  write: (name: string, done: DoneChunk) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (chunks.length === 0) return;
  const threads = Math.min(cores, chunks.length);
  const pool = new Piscina({
    filename: new URL("./backtestWorker.js", import.meta.url).href,
    ...{ minThreads: threads, maxThreads: threads },
  });
  try {
    const run = async ({ name, chunk }: NamedChunk): Promise<void> => {
      const asked = { name: "backtestWorker", ...(signal !== undefined && { signal }) };
      write(name, (await pool.run(chunk, asked)) as DoneChunk);
    };
    await Promise.all(chunks.map(run));
  } finally {
    await pool.destroy();
  }
}

/** Whether another thread can make the model from its name. */
function canBeNamed({ name }: Model): boolean {
  try {
    return modelNamed(name).name === name;
  } catch {
    return false;
  }
}
