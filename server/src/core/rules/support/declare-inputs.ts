import type { RunbookDocument } from "../../model/document.ts";
import { isRecord } from "../../syntax/front-matter.ts";
import type { Fix, TextEdit } from "../rule.ts";
import { withLineBreaksOf } from "./line-break.ts";

/** An input to be declared. */
export interface NewInput {
  /** The environment variable that carries it. */
  readonly name: string;
  /** How the commands write it, for the description; undefined for a variable. */
  readonly label: string | undefined;
}

/**
 * The fix that declares inputs below `runbook.inputs` of the front matter, which it makes where there is none. Undefined
 * where the front matter is broken or written in a form that can't be added to by lines (flow style, a list).
 */
export function declareInputs(document: RunbookDocument, inputs: readonly NewInput[]): Fix | undefined {
  const edit = insertion(document, inputs);
  if (edit === undefined) return undefined;
  const names = inputs.map(({ name }) => name);
  const title =
    names.length === 1 ? `Declare the input ${names.join("")}` : `Declare ${names.length} inputs in the front matter`;
  return { title, safety: "unsafe", edits: [edit] };
}

function insertion(document: RunbookDocument, inputs: readonly NewInput[]): TextEdit | undefined {
  const { frontMatter, syntax } = document;
  const { text } = syntax;
  const at = (offset: number, lines: string): TextEdit => ({
    range: { start: offset, end: offset },
    newText: withLineBreaksOf(text, lines),
  });
  if (frontMatter === undefined) {
    if (syntax.root.children[0]?.type === "yaml" || text.replace(/^\uFEFF/, "").startsWith("+++")) return undefined;
    const start = text.startsWith("\uFEFF") ? 1 : 0;
    const gap = /^[ \t]*(?:\r?\n|$)/.test(text.slice(start)) ? "" : "\n";
    return at(start, `---\nrunbook:\n  inputs:\n${entries(inputs, "    ")}---\n${gap}`);
  }
  if (frontMatter.problems.length > 0) return undefined;
  const own = frontMatter.data["runbook"];
  const place = (...path: string[]): number | undefined => {
    const entry = frontMatter.entries.find((one) => one.path.join("\n") === path.join("\n"));
    if (entry === undefined) return undefined;
    const line = syntax.lines.lineAt(entry.keyRange.start);
    // Only a key that ends its line has its children below it.
    const rest = text.slice(entry.keyRange.end, syntax.lines.lineRange(line).end);
    return /^["']?\s*:\s*$/.test(rest) ? syntax.lines.lineRange(line + 1).start : undefined;
  };
  if (own === undefined) {
    const closing = syntax.lines.lineRange(syntax.lines.lineAt(frontMatter.range.end)).start;
    return at(closing, `runbook:\n  inputs:\n${entries(inputs, "    ")}`);
  }
  const below = place("runbook");
  if (!isRecord(own) || below === undefined) return undefined;
  const unit = indentBelow(text, below) ?? "  ";
  if (own["inputs"] === undefined) return at(below, `${unit}inputs:\n${entries(inputs, unit + unit)}`);
  const belowInputs = place("runbook", "inputs");
  if (!isRecord(own["inputs"]) || belowInputs === undefined) return undefined;
  return at(belowInputs, entries(inputs, indentBelow(text, belowInputs) ?? unit + unit));
}

function indentBelow(text: string, offset: number): string | undefined {
  return /^ +(?=\S)/.exec(text.slice(offset))?.[0];
}

function entries(inputs: readonly NewInput[], indent: string): string {
  return inputs
    .map(({ name, label }) => {
      const description = label === undefined ? "TODO" : JSON.stringify(label.replace(/^[<{[\s]+|[>}\]\s]+$/g, ""));
      return `${indent}${name}:\n${indent}  description: ${description}\n`;
    })
    .join("");
}
