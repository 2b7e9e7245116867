import { describe, expect, it } from "vitest";
import { type Notebook, notebookText } from "../../src/notebook/notebookText.js";

const notebook: Notebook = {
  nbformat_minor: 5,
  nbformat: 4,
  metadata: { kernelspec: { name: "tslab", display_name: "TypeScript" } },
  cells: [
    { id: "a", cell_type: "markdown", metadata: {}, source: "# Été\ntwo" },
    {
      id: "b",
      source: ["const a = 1;\n", "a"],
      cell_type: "code",
      execution_count: 1,
      metadata: {},
      outputs: [
        { output_type: "stream", name: "stdout", text: "1\n2\n" },
        {
          output_type: "display_data",
          metadata: {},
          data: { "text/html": "<b>\n</b>", "application/vnd.vegalite.v5+json": { width: 1, mark: "bar" } },
        },
      ],
    },
  ],
};

// Written by Python's nbformat 5.11.1 from the same notebook.
const asJupyterWrites = `{
 "cells": [
  {
   "cell_type": "markdown",
   "id": "a",
   "metadata": {},
   "source": [
    "# Été\\n",
    "two"
   ]
  },
  {
   "cell_type": "code",
   "execution_count": 1,
   "id": "b",
   "metadata": {},
   "outputs": [
    {
     "name": "stdout",
     "output_type": "stream",
     "text": [
      "1\\n",
      "2\\n"
     ]
    },
    {
     "data": {
      "application/vnd.vegalite.v5+json": {
       "mark": "bar",
       "width": 1
      },
      "text/html": [
       "<b>\\n",
       "</b>"
      ]
     },
     "metadata": {},
     "output_type": "display_data"
    }
   ],
   "source": [
    "const a = 1;\\n",
    "a"
   ]
  }
 ],
 "metadata": {
  "kernelspec": {
   "display_name": "TypeScript",
   "name": "tslab"
  }
 },
 "nbformat": 4,
 "nbformat_minor": 5
}
`;

describe("notebookText", () => {
  it("is what Jupyter itself would write", () => {
    expect(notebookText(notebook)).toBe(asJupyterWrites);
  });

  it("is the same whatever the order of the keys, and when read and written again", () => {
    const reversed = Object.fromEntries(Object.entries(notebook).reverse()) as unknown as Notebook;
    expect(notebookText(reversed)).toBe(asJupyterWrites);
    expect(notebookText(JSON.parse(asJupyterWrites))).toBe(asJupyterWrites);
  });

  it("keeps a key that objects have by nature", () => {
    const text = notebookText({ ...notebook, metadata: JSON.parse('{"__proto__": 1}') });
    expect(text).toContain('"__proto__": 1');
  });
});
