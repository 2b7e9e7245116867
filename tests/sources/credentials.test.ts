import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { apiAddress } from "../../src/sources/apiAddress.js";
import { readCredentials } from "../../src/sources/credentials.js";
import { tokenFile } from "../../src/sources/tokens.js";
import { fault, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const acled = { username: "a@b.org", password: "very secret indeed" };
const file = (name: string, content: string, mode = 0o600): string => {
  const path = folder.write(name, content);
  chmodSync(path, mode);
  return path;
};

describe("readCredentials", () => {
  it("reads the environment before the file, each publisher's by itself", async () => {
    const path = file("both.json", JSON.stringify({ acled, ucdp: { token: "from-file" } }));
    expect(await readCredentials(path, {})).toEqual({ acled, ucdp: { token: "from-file" } });
    expect(await readCredentials(path, { UCDP_TOKEN: "from-env" })).toEqual({ acled, ucdp: { token: "from-env" } });
    const env = { ACLED_USERNAME: "x", ACLED_PASSWORD: "y", UCDP_TOKEN: "z" };
    expect(await readCredentials(join(folder.path, "none"), env)).toEqual({
      ...{ acled: { username: "x", password: "y" }, ucdp: { token: "z" } },
    });
  });

  it("takes a missing file for none", async () => {
    expect(await readCredentials(join(folder.path, "none", "credentials.json"), {})).toEqual({});
  });

  it("refuses half of ACLED's credentials", async () => {
    await expect(readCredentials("none", { ACLED_USERNAME: "x" })).rejects.toThrow(
      fault("InputError", "pull: ACLED_USERNAME and ACLED_PASSWORD go together, got only ACLED_USERNAME"),
    );
  });

  it.each([0o644, 0o640, 0o604, 0o660, 0o601])("refuses a file of mode %o, with the cure", async (mode) => {
    const path = file("open.json", JSON.stringify({ acled }), mode);
    await expect(readCredentials(path, {})).rejects.toThrow(
      fault(
        "InputError",
        `pull: the credentials file is open to others, got mode ${mode.toString(8)} (${path}); run chmod 600 ${path}`,
      ),
    );
  });

  it("takes a stricter file", async () => {
    expect(await readCredentials(file("strict.json", JSON.stringify({ acled }), 0o400), {})).toEqual({ acled });
  });

  it.each(["", "very secret indeed", '{"acled":"very secret indeed"}', '{"very secret indeed":1}', "[]"])(
    "refuses %j without quoting it",
    async (content) => {
      const path = file("odd.json", content);
      await expect(readCredentials(path, {})).rejects.toThrow(
        fault(
          "InputError",
          `pull: the credentials file is not {"acled":{"username":"…","password":"…"},"ucdp":{"token":"…"}} (${path})`,
        ),
      );
    },
  );

  it("refuses a folder", async () => {
    mkdirSync(join(folder.path, "d"), { mode: 0o700, recursive: true });
    await expect(readCredentials(join(folder.path, "d"), {})).rejects.toThrow(
      fault("InputError", `pull: the credentials file is not a file (${join(folder.path, "d")})`),
    );
  });
});

describe("tokenFile", () => {
  const tokens = { access: "aaa", until: 2, refresh: "rrr", refreshUntil: 3 };
  const path = join(folder.path, "deep", "tokens.json");
  const at = (address: string, username: string) => tokenFile(path, { address, username });

  it("keeps tokens closed to others, in a closed folder, with nothing left beside them", async () => {
    expect(await at("https://one", "u").read()).toBeUndefined();
    await at("https://one", "u").write(tokens);
    expect(await at("https://one", "u").read()).toEqual(tokens);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder.path, "deep")).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder.path, "deep"))).toEqual(["tokens.json"]);
  });

  it("gives them back for the same address and account alone, and names neither", async () => {
    await at("https://two", "u").write({ ...tokens, access: "bbb" });
    expect((await at("https://one", "u").read())?.access).toBe("aaa");
    expect((await at("https://two", "u").read())?.access).toBe("bbb");
    expect(await at("https://two", "v").read()).toBeUndefined();
    expect(readFileSync(path, "utf8")).not.toContain("https");
  });

  it("does not trust a file that others can read or that is out of order, and closes it when it writes", async () => {
    chmodSync(path, 0o644);
    expect(await at("https://one", "u").read()).toBeUndefined();
    await at("https://one", "u").write(tokens);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    for (const content of ["{", "[1]", '{"a":1}', '{"__proto__":{"access":"x"}}']) {
      writeFileSync(path, content);
      expect(await at("https://one", "u").read()).toBeUndefined();
    }
    expect(existsSync(path)).toBe(true);
  });
});

describe("apiAddress", () => {
  it.each([
    ["https://acleddata.com/", "https://acleddata.com"],
    ["https://mirror.example/acled//", "https://mirror.example/acled"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
    ["http://localhost:1/", "http://localhost:1"],
    ["http://[::1]:9", "http://[::1]:9"],
  ])("takes %s", (text, address) => {
    expect(apiAddress(text)).toBe(address);
  });

  it.each([
    ["acleddata.com", "pull: --url needs an address such as https://acleddata.com"],
    [
      "http://acleddata.com",
      "pull: --url needs https, got http://acleddata.com; credentials never travel in the clear",
    ],
    [
      "http://127.0.0.1.evil.example",
      "pull: --url needs https, got http://127.0.0.1.evil.example; credentials never travel in the clear",
    ],
    ["ftp://localhost", "pull: --url needs https, got ftp://localhost; credentials never travel in the clear"],
    [
      "https://me:secret@acleddata.com",
      "pull: --url must not hold a user name or a password; they are read from the environment",
    ],
    ["https://acleddata.com?a=1", 'pull: --url needs an address without ? and #, got "?a=1"'],
  ])("refuses %s", (text, message) => {
    expect(() => apiAddress(text)).toThrow(fault("InputError", message));
  });
});
