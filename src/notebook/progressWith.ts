import { randomUUID } from "node:crypto";
import { InputError } from "../core/errors.js";
import type { FrontEnd } from "./show.js";

/**
 * Makes what long work in a cell says how far it is with: one line below the cell that is drawn anew with each whole percent.
 * What stays is how much was done, without a time, so the same run leaves the same output. In a tslab cell:
 * `hc.backtest(months, models, { ...asked, progress: hc.progressWith(require("tslab/dist/jupyter")) })`.
 *
 * @throws InputError when there is no cell to say it in, or no part of the work is counted
 */
export function progressWith(frontEnd: FrontEnd): (done: number, all: number) => void {
  let last = { id: "", done: Number.POSITIVE_INFINITY, percent: 100 };
  return (done, all) => {
    if (!(done >= 0 && done <= all && all > 0)) {
      throw new InputError(`progress: needs how many parts of all are done, got ${done} of ${all}`);
    }
    const percent = Math.floor((100 * done) / all);
    const isNew = last.percent === 100 || done < last.done;
    if (!isNew && percent === last.percent) return;
    if (frontEnd.lastWriteDisplayData === null) throw new InputError("progress: needs a running notebook cell");
    last = { id: isNew ? randomUUID() : last.id, done, percent };
    const text = `${done} of ${all} parts done`;
    const bar = done === all ? "" : `<progress value="${done}" max="${all}"></progress> `;
    const data = { "text/html": `${bar}${text}`, "text/plain": text };
    frontEnd.lastWriteDisplayData({ data, metadata: {}, transient: { display_id: last.id } }, !isNew);
  };
}
