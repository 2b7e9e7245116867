import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/index.js";
import { fault } from "../store/trial.js";

/** The same value with the fields of every object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, one]) => [name, turned(one)]),
  );
}

describe("canonicalJson", () => {
  it("writes the sample of RFC 8785 as the RFC does", () => {
    // RFC 8785, section 3.2.2 and 3.2.3, without the number that JSON.parse rounds.
    const sample = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    const names = JSON.parse(
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    );
    expect(Object.values(JSON.parse(canonicalJson(names).replace('"1"', '"\\u000e"')))).toEqual([
      ...["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign"],
      ...["Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"],
    ]);
  });

  it("reads back as it was, is the same in any order of fields, and is its own canonical text", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(turned(value))).toBe(text);
      }),
    );
  });

  it("tells different values apart", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const isSame = canonicalJson(one) === canonicalJson(other);
        const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
        if (isSame) expect(plain(one)).toEqual(plain(other));
        else expect(plain(turned(one))).not.toEqual(plain(other));
      }),
    );
  });

  it("knows no names that JavaScript treats apart, and no order of any language", () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"z":1},"a":2,"10":3,"9":4,"ä":5,"Z":6,"z":7}'))).toBe(
      '{"10":3,"9":4,"Z":6,"__proto__":{"z":1},"a":2,"b":1,"z":7,"ä":5}',
    );
    expect(canonicalJson("\ud800 é\u2028")).toBe('"\\ud800 é\u2028"');
    expect(canonicalJson([-0, { a: undefined }])).toBe("[0,{}]");
  });

  it.each([
    [Number.NaN, "NaN"],
    [Infinity, "Infinity"],
    [undefined, "undefined"],
    [() => 1, "function"],
    [1n, "bigint"],
    [new Date(0), "object"],
    [new Map(), "object"],
  ])("refuses what JSON cannot hold (%s)", (value, got) => {
    expect(() => canonicalJson({ a: [value] })).toThrow(
      fault("InputError", `canonicalJson: needs plain JSON, got ${got}`),
    );
  });

  it("refuses what is deeper than anyone means", () => {
    const deep = JSON.parse(`${"[".repeat(101)}${"]".repeat(101)}`);
    expect(() => canonicalJson(deep)).toThrow(fault("InputError", "canonicalJson: needs at most 100 levels"));
  });
});
