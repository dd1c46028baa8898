import { createHash } from "node:crypto";
import type { OutputStream } from "./record-writer.ts";

/** The file below `out/` that holds a step's output. Ids that are no plain file name get a suffix that keeps them apart. */
export function outputName(step: string, stream: OutputStream): string {
  const plain = step.replace(/[^A-Za-z0-9_-]/g, "_").slice(0, 80);
  const suffix = plain === step ? "" : `-${createHash("sha256").update(step).digest("hex").slice(0, 8)}`;
  return `${plain}${suffix}.${stream}`;
}
