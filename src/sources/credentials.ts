import { open } from "node:fs/promises";
import { z } from "zod";
import { InputError } from "../core/errors.js";

/** Who asks; read from the environment or a closed file, never from arguments. */
export interface Credentials {
  readonly acled?: { readonly username: string; readonly password: string };
  readonly ucdp?: { readonly token: string };
}

const text = z.string().min(1).max(4096);
const schema = z.strictObject({
  acled: z.strictObject({ username: text, password: text }).optional(),
  ucdp: z.strictObject({ token: text }).optional(),
});

/**
 * The credentials in the environment (`ACLED_USERNAME` and `ACLED_PASSWORD`; `UCDP_TOKEN`), else those in the file,
 * `{"acled":{"username":"…","password":"…"},"ucdp":{"token":"…"}}`, which nobody else may be able to read. A missing file
 * is no fault here: who needs credentials asks for them.
 *
 * @throws InputError when the file is open to others or of another form; the message never quotes it
 */
export async function readCredentials(file: string, env: NodeJS.ProcessEnv): Promise<Credentials> {
  const { ACLED_USERNAME: username = "", ACLED_PASSWORD: password = "", UCDP_TOKEN: token = "" } = env;
  if ((username === "") !== (password === ""))
    throw new InputError(
      `pull: ACLED_USERNAME and ACLED_PASSWORD go together, got only ACLED_${username ? "USERNAME" : "PASSWORD"}`,
    );
  const given: Credentials = {
    ...(username !== "" && { acled: { username, password } }),
    ...(token !== "" && { ucdp: { token } }),
  };
  if (given.acled && given.ucdp) return given;
  return { ...(await inFile(file)), ...given };
}

async function inFile(file: string): Promise<Credentials> {
  const handle = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw new InputError(`pull: cannot read the credentials file, got ${error.code} (${file})`);
  });
  if (handle === undefined) return {};
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new InputError(`pull: the credentials file is not a file (${file})`);
    const mode = stat.mode & 0o777;
    if (process.platform !== "win32" && (mode & 0o077) !== 0)
      throw new InputError(
        `pull: the credentials file is open to others, got mode ${mode.toString(8)} (${file}); run chmod 600 ${file}`,
      );
    const found = schema.safeParse(jsonIn(await handle.readFile("utf8")));
    if (!found.success)
      throw new InputError(
        `pull: the credentials file is not {"acled":{"username":"…","password":"…"},"ucdp":{"token":"…"}} (${file})`,
      );
    return found.data;
  } finally {
    await handle.close();
  }
}

function jsonIn(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
