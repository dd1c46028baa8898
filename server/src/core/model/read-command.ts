import { findLanguage } from "../schema/interpreters.ts";
import type { Syntax } from "../syntax/parse.ts";
import { findAttribute, hasFlag } from "./attributes.ts";
import type { CodeBlock } from "./code-block.ts";
import type { Expectation, StepCommand } from "./procedure.ts";
import { readAttributes } from "./read-attributes.ts";
import { blockLines } from "./read-code-blocks.ts";
import { plainScript, readTranscript, startsWithPrompt } from "./transcript.ts";

/**
 * Reads a block as a command. Undefined for what never runs: indented code, other languages or none, `ignore=true`,
 * a block with `expect` (it is a result), an empty block, a transcript without a prompt.
 */
export function readCommand(block: CodeBlock, syntax: Syntax, adopted: boolean): StepCommand | undefined {
  const written = findLanguage(block.language);
  if (block.form === "indented" || written === undefined) return undefined;
  const attributes = readAttributes(infoText(block, syntax), block.infoRange);
  if (hasFlag(attributes, "ignore") || findAttribute(attributes, "expect") !== undefined) return undefined;
  const spec = findLanguage(findAttribute(attributes, "shell")?.value.toLowerCase()) ?? written;

  const lines = blockLines(block.value);
  const isTranscript = written.transcript || startsWithPrompt(lines, spec.interpreter);
  const text = isTranscript ? readTranscript(lines, spec.interpreter) : plainScript(lines);
  if (text.script.trim() === "") return undefined;
  const lineRanges = text.lines.map(({ index, cut }) => {
    const place = block.lineRanges[index] ?? { start: block.range.end, end: block.range.end };
    return { start: Math.max(place.start, place.end - ((lines[index]?.length ?? 0) - cut)), end: place.end };
  });
  return {
    block,
    language: spec.interpreter,
    script: text.script,
    lineRanges,
    attributes,
    verifies: hasFlag(attributes, "verify"),
    expectation: undefined,
    adopted,
  };
}

/** Reads a block as the expected result of the command before it; undefined when it has no `expect` attribute. */
export function readExpectation(block: CodeBlock, syntax: Syntax): Expectation | undefined {
  if (block.form === "indented") return undefined;
  const attributes = readAttributes(infoText(block, syntax), block.infoRange);
  const mode = findAttribute(attributes, "expect");
  return mode && { mode: mode.value, text: blockLines(block.value).join("\n") };
}

function infoText(block: CodeBlock, syntax: Syntax): string {
  return syntax.text.slice(block.infoRange.start, block.infoRange.end);
}
