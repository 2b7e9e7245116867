/** A growing list of numbers that takes eight bytes for each. */
export interface NumberList {
  add(value: number): void;
  at(index: number): number;
  count(): number;
}

/** An empty list of numbers. */
export function numberList(): NumberList {
  let values = new Float64Array(1024);
  let length = 0;
  return {
    add: (value) => {
      if (length === values.length) {
        const longer = new Float64Array(2 * length);
        longer.set(values);
        values = longer;
      }
      values[length++] = value;
    },
    at: (index) => values[index],
    count: () => length,
  };
}
