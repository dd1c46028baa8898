import type { Code, RootContent } from "mdast";
import type { FrontMatter } from "../syntax/front-matter.ts";
import type { Syntax } from "../syntax/parse.ts";
import type { Range } from "../syntax/range.ts";
import type { CodeBlock } from "./code-block.ts";
import { collectSteps } from "./collect-steps.ts";
import { readDeclaredInputs } from "./declared-inputs.ts";
import { findForeignSources } from "./foreign-sources.ts";
import type { Outline } from "./outline.ts";
import type { Procedure, RunbookModel } from "./procedure.ts";
import { readCommand, readExpectation } from "./read-command.ts";
import { createStepReader, declaredNames } from "./read-steps.ts";
import { readProfile } from "./runbook-profile.ts";
import { createIdSource, slug } from "./slug.ts";
import type { StepDraft } from "./step-draft.ts";
import { findStepSources, type StepSource } from "./step-source.ts";
import { holdsWork } from "./step-work.ts";

/**
 * Reads what a runbook says: its profile, its procedures with their steps, the inputs it declares. `path` tells an
 * alert's runbook by its CamelCase name. Blocks between `<!-- runbook:off -->` and `<!-- runbook:on -->` never run.
 */
export function readRunbook(
  syntax: Syntax,
  outline: Outline,
  frontMatter: FrontMatter | undefined,
  codeBlocks: readonly CodeBlock[],
  path: string,
): RunbookModel {
  const off = switchedOff(syntax);
  const runnable = codeBlocks.filter(
    ({ range }) => !off.some((area) => area.start <= range.start && range.start < area.end),
  );
  const blocks = new Map(runnable.map((block) => [block.node, block]));
  const blockOf = (code: Code): CodeBlock | undefined => blocks.get(code);
  const isRunnable = (code: Code): boolean => {
    const block = blockOf(code);
    return block !== undefined && readCommand(block, syntax, false) !== undefined;
  };
  const hasWork = (blocks: readonly RootContent[]): boolean => holdsWork(blocks, isRunnable);
  const collect = (source: StepSource): StepSource & { readonly drafts: readonly StepDraft[] } => ({
    ...source,
    drafts: collectSteps(source, isRunnable),
  });
  const known = findStepSources(outline, syntax.root, hasWork).map(collect);
  // Diagnosis or verification alone: what mends the fault stands below a name that we don't know.
  const isFound = known.some(({ role, drafts }) => role === "mitigation" && drafts.length > 0);
  const sources = isFound ? known : [...known, ...findForeignSources(outline, hasWork).map(collect)];
  sources.sort((a, b) => a.section.heading.start - b.section.heading.start);

  const readSteps = createStepReader({
    command: (code, adopted) => {
      const block = blockOf(code);
      return block && readCommand(block, syntax, adopted);
    },
    expectation: (code) => {
      const block = blockOf(code);
      return block && readExpectation(block, syntax);
    },
    text: syntax.text,
    names: declaredNames(runnable, syntax),
  });
  const procedureId = createIdSource();
  const procedures = sources.map(({ section, role, drafts }): Procedure => {
    const steps = readSteps(drafts, section.title);
    return { id: procedureId(slug(section.title) || role), section, role, steps };
  });
  return {
    profile: readProfile(path, outline, frontMatter),
    procedures,
    declaredInputs: readDeclaredInputs(frontMatter),
  };
}

/** What lies between the comments `runbook:off` and `runbook:on`; without the second, all up to the end. */
function switchedOff({ root, text }: Syntax): Range[] {
  const areas: Range[] = [];
  let start: number | undefined;
  for (const node of root.children) {
    if (node.type !== "html") continue;
    const offset = node.position?.start.offset ?? 0;
    for (const match of node.value.matchAll(/<!--\s*runbook:(on|off)\s*-->/g)) {
      if (match[1] === "off") start ??= offset;
      else if (start !== undefined) {
        areas.push({ start, end: offset });
        start = undefined;
      }
    }
  }
  if (start !== undefined) areas.push({ start, end: text.length });
  return areas;
}
