import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readJson } from "../../src/sources/readJson.js";
import { fault, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const schema = z.strictObject({
  name: z.string(),
  sizes: z.array(z.int()),
  names: z.record(z.string(), z.string()).optional(),
});
const readText = async (text: string) => await readJson(folder.write("t.json", text), schema, "thing");
const file = join(folder.path, "t.json");

describe("readJson", () => {
  it("gives what stands in the file", async () => {
    expect(await readText('{"name":"Ségou","sizes":[1,2]}')).toEqual({ name: "Ségou", sizes: [1, 2] });
  });

  it("lists every place where the file does not fit", async () => {
    const message = `thing: name: Invalid input: expected string, received number; sizes.1: Invalid input: expected int, received number; the whole: Unrecognized key: "x" (${file})`;
    await expect(readText('{"name":5,"sizes":[1,1.5],"x":0}')).rejects.toThrow(fault("DataError", message));
    await expect(readText("7")).rejects.toThrow(
      fault("DataError", `thing: the whole: Invalid input: expected object, received number (${file})`),
    );
  });

  it.each(["", "{", "{'name':1}", '{"name":"a"} x'])("refuses what is not JSON: %j", async (text) => {
    await expect(readText(text)).rejects.toThrow(fault("DataError", `thing: not JSON (${file})`));
  });

  it("refuses the name __proto__, which would be lost, and takes constructor", async () => {
    const names = (name: string) => `{"name":"a","sizes":[],"names":{"${name}":"b"}}`;
    await expect(readText(names("__proto__"))).rejects.toThrow(
      fault("DataError", `thing: nothing may be named __proto__ (${file})`),
    );
    expect((await readText(names("constructor"))).names).toEqual(JSON.parse('{"constructor":"b"}'));
  });

  it("refuses a file that is not there", async () => {
    await expect(readJson(`${file}x`, schema, "thing")).rejects.toThrow(
      fault("InputError", `thing: no such file, got ${file}x`),
    );
  });
});
