import { describe, expect, it } from "vitest";
import { indicatorsCommand } from "../../src/cli/indicators.js";
import * as hc from "../../src/index.js";

/** What the command writes where it is told to, in this process. */
async function written(args: readonly string[], isTTY = false): Promise<string> {
  let text = "";
  const out = {
    isTTY,
    write: (more: string | Uint8Array) => {
      text += String(more);
      return true;
    },
  };
  await indicatorsCommand(out).parseAsync(args, { from: "user" });
  return text;
}

describe("hindcast indicators", () => {
  it("lists every indicator in its group, one a line, proxies marked", async () => {
    const lines = (await written([])).split("\n");
    const titles = ["What is counted", "Over time", "Across places"];
    expect(lines.filter((line) => titles.includes(line))).toEqual(titles);
    for (const { name, label, unit, proxy } of hc.catalogue()) {
      const [line, ...others] = lines.filter((one) => one.startsWith(`  ${name} `));
      expect(others).toEqual([]);
      expect(line.replace(/ +/g, " ")).toBe(` ${name} ${label}${proxy === undefined ? "" : " *"} ${unit}`);
    }
  });

  it("shows one in full, with criteria to paste and how it is counted", async () => {
    expect(await written(["initiator-ratio"])).toBe(`State-initiated share of engagements  initiator-ratio

unit      events per event
higher    state forces hold the initiative

where     { kind: "@violence", side1: "@stateForces" }
measure   "events"
below     { where: { kind: "@violence", actor: "@stateForces" },
          measure: "events" }
steps     const kept = select(snapshot, where)
          const above = await count(kept, { every: "month", measure })
          const whole = select(snapshot, below.where)
          const under = await count(whole, { every: "month" })
          derive(over(above, under), [rate("month"), rolling(12, "mean")])

example   6 of 11 engagements state-initiated: 0.55. A month without an
          engagement has no share.
proxy     the first actor stands for who began it: ACLED says that the order of
          actors implies no direction, and in UCDP's battles side A is the
          state, whoever attacked
sources   ACLED Codebook (2023), 4–7 (columns)
          acledR 1.0.1, acled_old_dummy (actor 1 and 2 imply no direction)

Your codebook lists the names behind @violence and @stateForces.
`);
  });

  it.each([[], ...hc.catalogue().map(({ name }) => [name])])("fits 80 columns: %s", async (...args: string[]) => {
    const lines = (await written(args)).split("\n");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.filter((line) => /\s$|\u00a0/.test(line))).toEqual([]);
    expect(lines.at(-1)).toBe("");
  });

  it("prints criteria that read back as they are", async () => {
    for (const { name, where } of hc.catalogue()) {
      const text = /\nwhere {5}(.*?)\nmeasure/s.exec(await written([name]))?.[1] ?? "";
      expect(new Function(`return (${text})`)()).toEqual(where);
    }
  });

  it("prints the entries, or one, as JSON", async () => {
    expect(JSON.parse(await written(["--json"]))).toEqual(hc.catalogue());
    expect(JSON.parse(await written(["siege", "--json"])).where.notes).toContain("blockade");
  });

  it("colours a terminal and nothing else", async () => {
    const code = String.fromCharCode(27);
    expect(await written(["siege"])).not.toContain(code);
    const coloured = await written(["siege"], true);
    expect(coloured.includes(code)).toBe(process.env["NO_COLOR"] === undefined);
    expect(await written(["siege", "--json"], true)).not.toContain(code);
  });

  it("refuses a name that is none, with the names there are", async () => {
    const names = hc.catalogue().map(({ name }) => name);
    await expect(written(["sieges"])).rejects.toThrow(
      new hc.InputError(`indicators: no indicator "sieges"; there are ${names.join(", ")}`),
    );
  });
});
