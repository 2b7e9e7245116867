import { DataError, InputError } from "../core/errors.js";
import type { Source } from "../core/source.js";
import { acled } from "./acled.js";
import type { DayOrder } from "./dayReader.js";
import { hapi, type TotalsKind } from "./hapi.js";
import { hdx } from "./hdx.js";
import { totals } from "./totals.js";
import { ucdp } from "./ucdp.js";

/** What a person may say of a file that its columns do not. */
export interface SourceOptions {
  readonly dates?: DayOrder;
  readonly kind?: TotalsKind;
  readonly candidate?: boolean;
}

const makers: Readonly<
  Record<string, { readonly takes: readonly (keyof SourceOptions)[]; make(options: SourceOptions): Source }>
> = {
  acled: { takes: ["dates"], make: acled },
  hapi: { takes: ["kind"], make: hapi },
  hdx: { takes: ["kind"], make: hdx },
  totals: { takes: [], make: totals },
  ucdp: { takes: ["candidate"], make: ucdp },
};

/** The names of the sources there are. */
export const sourceNames: readonly string[] = Object.keys(makers);

/** Every column that some source needs: what a sheet of events begins with. */
export const knownColumns: readonly string[] = [
  ...new Set(sourceNames.flatMap((name) => makers[name].make({}).needs)),
].sort();

/**
 * The source of a name.
 *
 * @throws InputError when there is none of that name, or it does not take an option
 */
export function sourceNamed(name: string, options: SourceOptions = {}): Source {
  if (!Object.hasOwn(makers, name)) {
    throw new InputError(`read: source ${JSON.stringify(name)} is not known (there are ${sourceNames.join(", ")})`);
  }
  const { takes, make } = makers[name];
  for (const option of ["dates", "kind", "candidate"] as const) {
    if (options[option] !== undefined && !takes.includes(option)) {
      throw new InputError(`read: a source of ${name} takes no ${option}, got ${JSON.stringify(options[option])}`);
    }
  }
  return make(options);
}

/**
 * The source whose columns a file has; `file` is named in what is thrown. Columns are named as `columnName` gives them.
 *
 * @throws DataError when it fits no source, with the columns that the nearest lacks, or several; InputError as sourceNamed does
 */
export function recognise(
  columns: readonly string[],
  options: SourceOptions & { readonly file?: string } = {},
): Source {
  const { file, ...rest } = options;
  const where = file === undefined ? "" : ` (${file})`;
  const near = sourceNames
    .map((name) => {
      const { needs } = makers[name].make({});
      const missing = needs.filter((column) => !columns.includes(column));
      return { name, missing, isNear: missing.length <= needs.length / 3 };
    })
    .sort((one, other) => one.missing.length - other.missing.length);
  const fits = near.filter(({ missing }) => missing.length === 0);
  if (fits.length === 1) return sourceNamed(fits[0].name, rest);
  if (fits.length > 1) {
    const names = fits.map(({ name }) => name).join(" and of ");
    throw new DataError(`read: has the columns of ${names}; name one with --source${where}`);
  }
  const close = near.find(({ isNear }) => isNear);
  if (close !== undefined) {
    throw new DataError(`read: has no column ${close.missing.join(", ")}, which ${close.name} files have${where}`);
  }
  throw new DataError(`read: not a file of ${sourceNames.slice(0, -1).join(", ")} or ${sourceNames.at(-1)}${where}`);
}
