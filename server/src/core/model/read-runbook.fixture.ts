import type { RunbookDocument } from "./document.ts";
import type { Step } from "./procedure.ts";
import { readDocument } from "./read-document.ts";

/** Reads a text that the test takes for a runbook; throws where it is none. */
export function read(text: string, path = "x/restart.runbook.md"): RunbookDocument {
  const document = readDocument({ text, path });
  if (document.kind !== "runbook") throw new Error("not a runbook");
  return document;
}

/** The steps as an outline: `id: script | script` a line, sub-steps indented. */
export function outline(text: string): string {
  const line = (step: Step, depth: number): string[] => [
    `${"  ".repeat(depth)}${step.title}${step.commands.length > 0 ? `: ${step.commands.map(({ script }) => script).join(" | ")}` : ""}`,
    ...step.children.flatMap((child) => line(child, depth + 1)),
  ];
  return read(text)
    .procedures.flatMap((procedure) => [`[${procedure.role}]`, ...procedure.steps.flatMap((step) => line(step, 0))])
    .join("\n");
}

/** A shell block of one script, indented. */
export const sh = (script: string, indent = ""): string => `${indent}\`\`\`sh\n${indent}${script}\n${indent}\`\`\`\n`;
