import { describe, expect, it } from "vitest";
import { jupyterFolder } from "../../src/notebook/jupyterFolder.js";

describe("jupyterFolder", () => {
  it.each([
    ["linux", {}, "/home/ada/.local/share/jupyter"],
    ["linux", { XDG_DATA_HOME: "/data" }, "/data/jupyter"],
    ["linux", { XDG_DATA_HOME: "" }, "/home/ada/.local/share/jupyter"],
    ["darwin", { XDG_DATA_HOME: "/data" }, "/home/ada/Library/Jupyter"],
    ["win32", { APPDATA: "/roaming" }, "/roaming/jupyter"],
    ["win32", {}, "/home/ada/AppData/Roaming/jupyter"],
    ["darwin", { JUPYTER_DATA_DIR: "/mine" }, "/mine"],
  ])("is, on %s with %j, where Jupyter looks", (platform, env, folder) => {
    expect(jupyterFolder({ platform, home: "/home/ada", env })).toBe(folder);
  });
});
