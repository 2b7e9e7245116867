/** The number that a text is, if it is nothing else; a percentage as a share. */
export function numberIn(text: string): number | undefined {
  if (!/^[-−]?\d[\d,]*(\.\d+)?(e[-+]?\d+)?%?$/.test(text)) return undefined;
  const value = Number(text.replaceAll(",", "").replace("−", "-").replace("%", ""));
  return text.endsWith("%") ? Number((value / 100).toPrecision(12)) : value;
}
