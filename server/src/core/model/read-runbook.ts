import type { FrontMatter } from "../syntax/front-matter.ts";
import type { Syntax } from "../syntax/parse.ts";
import type { CodeBlock } from "./code-block.ts";
import type { Outline } from "./outline.ts";
import type { RunbookModel } from "./procedure.ts";

/** Reads what a runbook says. `path` tells an alert's runbook by its CamelCase name. */
export function readRunbook(
  _syntax: Syntax,
  _outline: Outline,
  _frontMatter: FrontMatter | undefined,
  _codeBlocks: readonly CodeBlock[],
  _path: string,
): RunbookModel {
  return { profile: "procedure", procedures: [], declaredInputs: [] };
}
