import { describe, expect, it } from "vitest";
import { cellNotes } from "../../src/cli/cellNotes.js";
import { inOrder } from "../../src/cli/inOrder.js";

/** Work that ends when it is told to, and what was begun and handed over. */
function bench() {
  const log: string[] = [];
  const ends = new Map<string, (fault?: Error) => void>();
  const work = (one: string): Promise<string> =>
    new Promise((resolve, reject) => {
      log.push(`begin ${one}`);
      ends.set(one, (fault) => (fault ? reject(fault) : resolve(one)));
    });
  const end = async (one: string, fault?: Error): Promise<void> => {
    ends.get(one)?.(fault);
    await new Promise((done) => setImmediate(done));
  };
  return { log, work, end, done: (made: string) => void log.push(`done ${made}`) };
}

describe("work in order", () => {
  it("begins so many at a time, and hands over in the order of the list", async () => {
    const { log, work, end, done } = bench();
    const all = inOrder(["a", "b", "c"], 2, work, done);
    expect(log).toEqual(["begin a", "begin b"]);
    await end("b");
    expect(log).toEqual(["begin a", "begin b", "begin c"]);
    await end("a");
    expect(log.slice(3)).toEqual(["done a", "done b"]);
    await end("c");
    await all;
    expect(log.slice(5)).toEqual(["done c"]);
  });

  it("is one after the other where one is asked for at a time", async () => {
    const { log, work, end, done } = bench();
    const all = inOrder(["a", "b"], 1, work, done);
    await end("a");
    await end("b");
    await all;
    expect(log).toEqual(["begin a", "done a", "begin b", "done b"]);
  });

  it("waits for the handing over, also when that takes its time", async () => {
    const log: string[] = [];
    const slow = async (made: number): Promise<void> => {
      for (let turn = 3; turn > made; turn--) await new Promise((done) => setImmediate(done));
      log.push(`done ${made}`);
    };
    await inOrder([1, 2, 3], 3, async (one) => one, slow);
    expect(log).toEqual(["done 1", "done 2", "done 3"]);
  });

  it("begins no more after a fault, waits for what runs, and throws the first", async () => {
    const { log, work, end, done } = bench();
    const all = inOrder(["a", "b", "c"], 2, work, done);
    const fault = expect(all).rejects.toThrow("no");
    await end("a", new Error("no"));
    await end("b");
    await fault;
    expect(log).toEqual(["begin a", "begin b"]);
  });
});

describe("the line about running notebooks", () => {
  it("says which cell each is at, by its path alone and by its name among others", () => {
    const said: string[] = [];
    const { begin, finish } = cellNotes({ note: (step) => void said.push(step), end: () => void said.push("") });
    const cell = begin("notebooks/a.ipynb");
    cell(3, 20);
    begin("notebooks/b.ipynb");
    finish("notebooks/a.ipynb");
    finish("notebooks/b.ipynb");
    expect(said).toEqual([
      "notebooks/a.ipynb, starting the kernel",
      "notebooks/a.ipynb, cell 3 of 20",
      "a.ipynb, cell 3 of 20; b.ipynb, starting the kernel",
      "",
      "notebooks/b.ipynb, starting the kernel",
      "",
    ]);
  });
});
