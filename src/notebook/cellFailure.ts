import type { CellRun, Ending } from "./kernelSession.js";
import type { CellOutput } from "./notebookText.js";
import type { WireMessage } from "./wireMessage.js";

/** Why a cell did not hold: in words, and as the output that Jupyter shows. */
export interface CellFailure {
  readonly what: string;
  readonly got: string;
  readonly output: Extract<CellOutput, { output_type: "error" }>;
  /** The prints that this failure was read from, which are not shown a second time, or the rest of a flood. */
  readonly spent: readonly WireMessage[];
}

/**
 * What went wrong in a cell, if anything. tslab sends no error: it prints one, and says in its reply that there was one.
 * A cell that does not compile prints nothing but diagnostics, for nothing of it is run.
 */
export function cellFailure(run: CellRun): CellFailure | undefined {
  const { ending, outputs } = run;
  if (ending.how !== "reply") return lifeFailure(ending, outputs);
  if (ending.status !== "ok") return isDiagnostics(outputs) ? compileFailure(outputs) : thrownFailure(outputs);
  return uncaughtFailure(outputs);
}

/** The failure in what a kernel printed after its last cell, or in not coming to an end. */
export function leftoverFailure(ending: Ending): CellFailure | undefined {
  if (ending.how === "late") {
    const what = `the work that cells left behind must end within ${ending.seconds} seconds`;
    return failure(what, "no end", "Timeout", what);
  }
  const said = ending.how === "exit" ? ending.said : "";
  const start = said.search(/^Un(handledPromiseRejection|caughtException):/m);
  return start < 0 ? undefined : uncaught(said.slice(start), []);
}

function lifeFailure(ending: Exclude<Ending, { how: "reply" }>, outputs: readonly WireMessage[]): CellFailure {
  if (ending.how === "late") {
    const what = `the cell must end within ${ending.seconds} seconds`;
    return failure(what, "no end", "Timeout", what);
  }
  if (ending.how === "flood") {
    const what = "the cell must print less than 50 MB";
    return failure(what, "more", "TooMuchOutput", what, "", afterStart(outputs));
  }
  const { code, signal, said } = ending;
  if (signal) return failure("the kernel was killed", signal, "KernelKilled", signal, said);
  return failure("the kernel exited", `code ${code}`, "KernelExited", `code ${code}`, said);
}

/** What comes after the first 100 kB: of a flood the beginning tells enough, and the file can still be opened. */
function afterStart(outputs: readonly WireMessage[]): WireMessage[] {
  let left = 100_000;
  return outputs.filter(({ content }) => {
    left -= JSON.stringify(content).length;
    return left < 0;
  });
}

function compileFailure(outputs: readonly WireMessage[]): CellFailure {
  const lines = outputs.map((output) => printed(output).trimEnd());
  return failure("the cell does not compile", lines[0] ?? "", "CompileError", lines.join("\n"), "", outputs);
}

function thrownFailure(outputs: readonly WireMessage[]): CellFailure {
  const last = outputs.filter((output) => isError(output) && !isUncaught(output)).at(-1);
  const text = last ? printed(last) : "";
  const { name, message } = named(text);
  return failure("the cell threw", `${name}: ${message}`, name, message, text, last ? [last] : []);
}

function uncaughtFailure(outputs: readonly WireMessage[]): CellFailure | undefined {
  const report = outputs.find(isUncaught);
  return report && uncaught(printed(report), [report]);
}

function uncaught(report: string, spent: readonly WireMessage[]): CellFailure {
  const isPromise = report.startsWith("UnhandledPromiseRejection");
  const text = report.replace(/^\w+: /, "");
  const { name, message } = named(text);
  const what = isPromise ? "a promise was rejected and nobody caught it" : "a callback threw and nobody caught it";
  const kind = isPromise ? "UnhandledRejection" : "UncaughtException";
  return failure(what, `${name}: ${message}`, kind, `${name}: ${message}`, text, spent);
}

function failure(
  what: string,
  got: string,
  ename: string,
  evalue: string,
  trace = "",
  spent: readonly WireMessage[] = [],
): CellFailure {
  const traceback = (trace || `${ename}: ${evalue}`).trimEnd().split("\n");
  return { what, got: got.split("\n")[0] ?? "", output: { output_type: "error", ename, evalue, traceback }, spent };
}

/** Name and message of an error as Node prints it: perhaps below the line it came from, and above its stack. */
function named(text: string): { name: string; message: string } {
  const error = text.replace(/^[^\n]+:\d+\n[^\n]*\n *\^+\n\n?/, "");
  const head = error.split(/\n {4}at /)[0] ?? "";
  const parts = /^(?:Uncaught )?([\w$.]+)(?: \[\w+\])?(?:: ([\s\S]*))?$/.exec(head.trimEnd());
  if (error !== head && parts?.[1]) return { name: parts[1], message: parts[2] ?? "" };
  return { name: "Thrown", message: head.trimEnd() };
}

function isDiagnostics(outputs: readonly WireMessage[]): boolean {
  return outputs.length > 0 && outputs.every((output) => isError(output) && /^(.* )?\d+:\d+ - /.test(printed(output)));
}

function isUncaught(output: WireMessage): boolean {
  return isError(output) && /^Un(handledPromiseRejection|caughtException):/.test(printed(output));
}

function isError(output: WireMessage): boolean {
  return output.type === "stream" && output.content["name"] === "stderr";
}

function printed(output: WireMessage): string {
  return String(output.content["text"] ?? "");
}
