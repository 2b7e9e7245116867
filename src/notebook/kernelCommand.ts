import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError } from "../core/errors.js";

/**
 * What Node must be given to become the TypeScript kernel of the project at `root`; the path of a connection file is
 * to follow. Jupyter and the runner both start the kernel with this, so both run the same.
 *
 * @throws InputError when tslab is not installed in the project
 */
export function kernelCommand(root: string): string[] {
  const preload = `data:text/javascript,${encodeURIComponent(steadySockets)}`;
  return ["--import", preload, tslabIn(root), "kernel", "--config-path"];
}

/**
 * The path of the tslab that is installed in the project at `root`.
 *
 * @throws InputError when there is none
 */
export function tslabIn(root: string): string {
  const tslab = join(resolve(root), "node_modules", "tslab", "bin", "tslab");
  if (!existsSync(tslab)) throw new InputError(`kernel: needs tslab, got no ${tslab}; run npm install first`);
  return tslab;
}

/*
 * tslab does not wait for one message to leave before it sends the next. The zeromq package allows 512 such messages
 * in the life of a socket, then loses, without a word, whatever else the cell says in that turn: prints, charts, and
 * the news that the cell is done. With no time-out for sending, nothing is put off and nothing is lost.
 * A request is taken in a turn of its own, so that a rejected promise is reported before it, not some cells later.
 * Once the sockets are closed, what is still printed goes to the process's own output instead of nowhere.
 */
const steadySockets = `
import { createRequire } from "node:module";
const zeromq = createRequire(process.argv[1])("zeromq");
const { Publisher, Router } = zeromq;
zeromq.Publisher = class extends Publisher {
  constructor(options) {
    super({ ...options, sendTimeout: 0, sendHighWaterMark: 0 });
  }
  close() {
    delete process.stdout.write;
    delete process.stderr.write;
    super.close();
  }
};
zeromq.Router = class extends Router {
  constructor(options) {
    super({ ...options, sendTimeout: 0 });
  }
  async receive() {
    const parts = await super.receive();
    await new Promise(setImmediate);
    return parts;
  }
};
`;
