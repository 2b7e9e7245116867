const most = 200;

/**
 * JSON that a person can read and a file can hold: indented, but what fits in a line of 200 signs stands in one.
 *
 * @example
 * lined({ n: 2, interval: [0.5, null] }) // "{\"n\":2,\"interval\":[0.5,null]}"
 */
export function lined(value: unknown, indent = ""): string {
  const short = JSON.stringify(value);
  if (typeof value !== "object" || value === null || short.length <= most) return short;
  const inner = `${indent} `;
  const items = Array.isArray(value)
    ? value.map((one: unknown) => `${inner}${lined(one ?? null, inner)}`)
    : Object.entries(value)
        .filter(([, one]) => one !== undefined)
        .map(([name, one]) => `${inner}${JSON.stringify(name)}: ${lined(one, inner)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${items.join(",\n")}\n${indent}${close}`;
}
