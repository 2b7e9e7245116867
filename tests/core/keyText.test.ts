import { expect, it } from "vitest";
import { keyText } from "../../src/core/keyText.js";

it("a key in words is its values in order, and all of what has none", () => {
  expect(keyText({ zone: "mopti-delta" })).toBe("mopti-delta");
  expect(keyText({ zone: "mopti", actor: "army" })).toBe("mopti/army");
  expect(keyText({})).toBe("all");
});
