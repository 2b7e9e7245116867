/** A plug-in's call as one would write it: `cusum({ ratio: 2, h: 5 })`. */
export function writtenAs(name: string, options: object): string {
  const text = (value: unknown): string =>
    typeof value === "object" && value !== null ? `{ ${parts(value)} }` : JSON.stringify(value);
  const parts = (of: object): string =>
    Object.entries(of)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}: ${text(value)}`)
      .join(", ");
  return `${name}(${text(options)})`;
}
