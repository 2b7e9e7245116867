import type { Bundle, CellOutput } from "./notebookText.js";
import type { WireMessage } from "./wireMessage.js";

/**
 * What each cell said, in the notebook's own form: prints that follow each other are one output, and a display that
 * was updated, in its own cell or in a later one, shows its last state.
 *
 * @param cells the messages of each cell, in the order in which the cells were run
 */
export function cellOutputs(cells: readonly (readonly WireMessage[])[]): CellOutput[][] {
  const displays = new Map<string, { outputs: CellOutput[]; at: number }[]>();
  return cells.map((messages) => {
    const outputs: CellOutput[] = [];
    for (const message of messages) {
      const id = displayId(message);
      const output = cellOutput(message);
      if (!output) continue;
      if (message.type === "update_display_data") {
        for (const place of displays.get(id) ?? []) place.outputs[place.at] = output;
        continue;
      }
      const last = outputs.at(-1);
      if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
        outputs[outputs.length - 1] = { ...last, text: last.text + output.text };
        continue;
      }
      if (id) displays.set(id, [...(displays.get(id) ?? []), { outputs, at: outputs.length }]);
      outputs.push(output);
    }
    return outputs;
  });
}

function cellOutput({ type, content }: WireMessage): CellOutput | undefined {
  const data = (content["data"] ?? {}) as Bundle;
  const metadata = (content["metadata"] ?? {}) as Bundle;
  if (type === "stream") {
    return { output_type: "stream", name: String(content["name"]), text: String(content["text"]) };
  }
  if (type === "display_data" || type === "update_display_data") return { output_type: "display_data", data, metadata };
  if (type === "execute_result") {
    const count = content["execution_count"];
    return { output_type: type, data, metadata, execution_count: typeof count === "number" ? count : null };
  }
  if (type === "error") {
    const traceback = Array.isArray(content["traceback"]) ? content["traceback"].map(String) : [];
    return { output_type: type, ename: String(content["ename"]), evalue: String(content["evalue"]), traceback };
  }
  return undefined;
}

function displayId({ content }: WireMessage): string {
  const transient = content["transient"];
  const isNamed = typeof transient === "object" && transient !== null && "display_id" in transient;
  return isNamed && typeof transient.display_id === "string" ? transient.display_id : "";
}
