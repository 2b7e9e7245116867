import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { acledText, type Entry, kind, reads, standardFacts } from "./entry.js";

const text = acledText();

/** A path that cannot be read as a file: the user asked wrongly. */
function wrong(name: string, note: string, error: RegExp, place: (folder: string) => string): Omit<Entry, "kind"> {
  return { name, note, place, expect: { error, class: "InputError" } };
}

/** What is made anew at a path of the folder. */
function made(folder: string, name: string, make: (path: string) => void): string {
  const path = join(folder, name);
  rmSync(path, { recursive: true, force: true });
  make(path);
  return path;
}

const noFile = /^read: no such file, got /;
const needsFile = /^read: needs a file/;

const names: readonly (readonly [name: string, note: string])[] = [
  ["a file.csv", "spaces"],
  [" .csv", "a name that begins with a space"],
  ["line\nend.csv", "a line end"],
  ["tab\tand\u001b[31mred.csv", "a tab and an escape"],
  ["it's.csv", "an apostrophe"],
  ['a "file".csv', "quotes"],
  ["back\\slash.csv", "a backslash"],
  ["[a]*?.csv", "what a shell's patterns are made of"],
  ["{a,b}.csv", "braces"],
  ["100%.csv", "a percent sign"],
  ["%2e%2e%2f.csv", "percent escapes"],
  ["%s%n.csv", "a printf's directives"],
  ["$HOME.csv", "a variable"],
  ["$(touch x).csv", "a command"],
  ["a;b&c|d.csv", "a shell's signs"],
  ["-rf.csv", "a dash in front"],
  ["#hash?query=1.csv", "what a URL is made of"],
  ["http:host.csv", "what looks like a URL"],
  ["~.csv", "a tilde"],
  ["Ségou — 平和 😀.csv", "letters beyond ASCII"],
  ["Se\u0301gou.csv", "é in two pieces"],
  ["\u202Evsc.csv", "a mark that turns the name round"],
  ["__proto__", "what every object has"],
  ["'; DROP TABLE events; --.csv", "SQL"],
  [`${"n".repeat(251)}.csv`, "255 letters, as long as a name can be"],
  [".csv", "an ending alone"],
  ["events.parquet.csv", "two endings"],
  ["no ending", "no ending"],
];

export const paths = kind("path", [
  ...names.map(([name, note]) => reads(name, `a file's name: ${note}`, text, { facts: standardFacts })),
  reads(
    "link.csv",
    "a link to a good file",
    undefined,
    { facts: standardFacts },
    {
      place: (folder) =>
        made(folder, "link.csv", (path) => {
          writeFileSync(`${path}.target`, text);
          symlinkSync(`${path}.target`, path);
        }),
    },
  ),
  wrong("missing.csv", "no such file", noFile, (folder) => join(folder, "missing.csv")),
  wrong("missing\nline\u001b[2J.csv", "no such file, under a hostile name", noFile, (folder) =>
    join(folder, "missing\nline\u001b[2J.csv"),
  ),
  wrong("missing-folder", "no such folder", noFile, (folder) => join(folder, "missing-folder", "a.csv")),
  wrong("zero-in-name", "a zero in the path", /^read: /, (folder) => join(folder, "a\u0000b.csv")),
  wrong("too-long", "a name of 300 letters", /^read: /, (folder) => join(folder, `${"n".repeat(300)}.csv`)),
  wrong("empty-path", "no path at all", /^read: /, () => ""),
  wrong("below-a-file.csv", "a path that goes on below a file", /^read: /, (folder) =>
    join(
      made(folder, "below-a-file.csv", (path) => writeFileSync(path, text)),
      "a.csv",
    ),
  ),
  wrong("folder.csv", "a folder", needsFile, (folder) => made(folder, "folder.csv", (path) => mkdirSync(path))),
  wrong("dangling.csv", "a link to nothing", noFile, (folder) =>
    made(folder, "dangling.csv", (path) => symlinkSync("nothing", path)),
  ),
  wrong("loop.csv", "a link to itself", /^read: /, (folder) =>
    made(folder, "loop.csv", (path) => symlinkSync("loop.csv", path)),
  ),
  wrong("pipe.csv", "a pipe into which nobody writes: to open it would hang", needsFile, (folder) =>
    made(folder, "pipe.csv", (path) => execFileSync("mkfifo", [path])),
  ),
  wrong("dev-zero", "a device that does not end", needsFile, () => "/dev/zero"),
  wrong("dev-null", "a device that is empty", needsFile, () => "/dev/null"),
]);
