import { InputError } from "../core/errors.js";
import type { Literal } from "./literalDeclarations.js";
import type { Notebook, NotebookCell } from "./notebookText.js";
import { declarationsOf, hasTag, type Parameter, parameterCell, parametersOf } from "./parametersOf.js";
import { parameterValue } from "./parameterValue.js";

/**
 * A notebook with values of one's own for its parameters: a new cell tagged `injected-parameters` right after the one
 * tagged `parameters` declares them again, in the order of that cell, and so holds for all that follows. It takes the
 * place of such a cell from an earlier run, whose values are gone. Without a setting the notebook stays as it is.
 *
 * @param settings by name, the values as texts; lists as JSON or with commas
 * @throws InputError when a name is not declared, or a text is no value of the declared type
 * @throws DataError when the tagged cell holds anything but declarations of written-out values
 */
export function withParameters(notebook: Notebook, settings: Readonly<Record<string, string>>, file: string): Notebook {
  const given = Object.entries(settings);
  if (given.length === 0) return notebook;
  const parameters = parametersOf(notebook, file);
  const tagged = parameterCell(notebook, file);
  const values = new Map(given.map(([name, text]) => [name, settingOf(name, text, parameters, file)]));
  const declared = (tagged ? declarationsOf(tagged, file) : []).filter(({ name }) => values.has(name));
  const lines = declared.map(({ keyword, name, annotation }) => {
    const type = annotation === "" ? "" : `: ${annotation}`;
    return `${keyword} ${name}${type} = ${JSON.stringify(values.get(name))};`;
  });
  const injected: NotebookCell = {
    ...(hasIds(notebook) && { id: "injected-parameters" }),
    cell_type: "code",
    execution_count: null,
    metadata: { tags: ["injected-parameters"] },
    outputs: [],
    source: ["// Set for this run:", ...lines].join("\n"),
  };
  const cells = notebook.cells
    .filter((cell) => !hasTag(cell, "injected-parameters"))
    .flatMap((cell) => (cell === tagged ? [cell, injected] : [cell]));
  return { ...notebook, cells };
}

function settingOf(name: string, text: string, parameters: readonly Parameter[], file: string): Literal {
  const parameter = parameters.find((one) => one.name === name);
  if (!parameter) {
    const there = parameters.map((one) => `${one.name} (${one.type})`).join(", ");
    const [first] = parameters;
    const cure = first ? `; there are ${there}: ${example(first)}` : "; tag the cell that declares them parameters";
    throw new InputError(`parameters: the notebook declares no ${name}, got ${name}=${text}${cure} (${file})`);
  }
  const value = parameterValue(text, parameter.type);
  if (value !== undefined) return value;
  const { type } = parameter;
  throw new InputError(
    `parameters: ${name} needs a ${type}, got ${JSON.stringify(text)}; for example ${example(parameter)} (${file})`,
  );
}

function example({ name, value }: Parameter): string {
  const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
  return `--set ${/^[\w.:/-]+$/.test(text) ? `${name}=${text}` : `'${name}=${text}'`}`;
}

/** Cells have ids since format 4.5; before it they may not. */
function hasIds({ nbformat_minor, cells }: Notebook): boolean {
  return nbformat_minor >= 5 || cells.some((cell) => cell.id !== undefined);
}
