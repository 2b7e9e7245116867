const small =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const units = new Map([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1000],
]);

/** The number that digits or a numeral stand for: "1,200", "twenty-five", "two dozen"; undefined for anything else. */
export function numeral(text: string): number | undefined {
  if (/^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text)) return Number(text.replaceAll(",", ""));
  const [, head = "", unit = ""] = /^(\S+)(?: (\w+))?$/.exec(text) ?? [];
  const number = head === "a" && unit !== "" ? 1 : below100(head);
  const times = unit === "" ? 1 : units.get(unit);
  return number === undefined || times === undefined ? undefined : number * times;
}

function below100(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word);
  const [ten, one] = word.split("-");
  const i = small.indexOf(ten);
  const j = tens.indexOf(ten);
  if (one === undefined) return i >= 0 ? i + 1 : j >= 0 ? 10 * (j + 2) : undefined;
  const k = small.indexOf(one);
  return j >= 0 && k >= 0 && k < 9 ? 10 * (j + 2) + k + 1 : undefined;
}
