/** One line that says what is being done, on a terminal only, gone when it is over. */
export function progress(stream: NodeJS.WriteStream): { note: (step: string) => void; end: () => void } {
  if (stream.isTTY !== true) return { note: () => {}, end: () => {} };
  const clear = "\r\u001b[2K";
  return {
    note: (step) => stream.write(`${clear}${step} …`.slice(0, (stream.columns ?? 80) + clear.length - 1)),
    end: () => stream.write(clear),
  };
}
