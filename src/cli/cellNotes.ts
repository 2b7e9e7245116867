import { basename } from "node:path";
import type { progress } from "./progress.js";

/** One line about all notebooks that are running: which cell of how many each of them is at. */
export function cellNotes({ note, end }: ReturnType<typeof progress>): {
  readonly begin: (file: string) => (cell: number, of: number) => void;
  readonly finish: (file: string) => void;
} {
  const running = new Map<string, string>();
  const say = (): void => {
    const names = [...running].map(([file, at]) => `${running.size > 1 ? basename(file) : file}, ${at}`);
    if (names.length > 0) note(names.join("; "));
  };
  return {
    begin: (file) => {
      running.set(file, "starting the kernel");
      say();
      return (cell, of) => {
        running.set(file, `cell ${cell} of ${of}`);
        say();
      };
    },
    finish: (file) => {
      running.delete(file);
      end();
      say();
    },
  };
}
