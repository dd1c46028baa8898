import type { RunbookDocument } from "../../model/document.ts";
import type { StepCommand } from "../../model/procedure.ts";
import { readCommand } from "../../model/read-command.ts";

/** The commands of all fences of a runbook in the order of the text, those outside of steps included. */
export function commandList(document: RunbookDocument): readonly StepCommand[] {
  return document.codeBlocks.flatMap((block) => readCommand(block, document.syntax, false) ?? []);
}
