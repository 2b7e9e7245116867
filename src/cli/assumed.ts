/** Each assumption once, with the methods that make it. */
export function grouped(
  all: readonly { readonly method: string; readonly assumes: readonly string[] }[],
): readonly string[] {
  const texts = [...new Set(all.flatMap(({ assumes }) => assumes))];
  return texts.map((text) => {
    const methods = [...new Set(all.filter(({ assumes }) => assumes.includes(text)).map(({ method }) => method))];
    return `  ${methods.join(", ")}: ${text}`;
  });
}
