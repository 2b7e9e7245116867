import { describe, expect, it } from "vitest";
import { lined } from "../../src/cli/lined.js";

describe("JSON in lines", () => {
  it("is the same JSON, whatever it holds", () => {
    const odd = {
      text: 'a "b"\n',
      none: null,
      left: undefined,
      list: [1, null, [], {}],
      long: Array(90).fill({ n: 1.5 }),
    };
    expect(JSON.parse(lined(odd))).toEqual(JSON.parse(JSON.stringify(odd)));
  });

  it("keeps what fits in one line there, and indents the rest by a space a level", () => {
    const long = "x".repeat(190);
    expect(lined({ a: [{ n: 1 }, { n: 2 }] })).toBe('{"a":[{"n":1},{"n":2}]}');
    expect(lined({ a: { b: [1, 2], long } })).toBe(`{\n "a": {\n  "b": [1,2],\n  "long": "${long}"\n }\n}`);
  });
});
