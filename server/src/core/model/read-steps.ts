import type { Code } from "mdast";
import type { Syntax } from "../syntax/parse.ts";
import { findAttribute } from "./attributes.ts";
import type { CodeBlock } from "./code-block.ts";
import type { Expectation, Step, StepCommand } from "./procedure.ts";
import { readAttributes } from "./read-attributes.ts";
import { createIdSource, slug } from "./slug.ts";
import type { StepDraft } from "./step-draft.ts";
import { readStepProse } from "./step-prose.ts";
import { readStepTitle } from "./step-title.ts";

/** What the reader asks about a code block. */
export interface StepReaderHost {
  command(code: Code, adopted: boolean): StepCommand | undefined;
  expectation(code: Code): Expectation | undefined;
  /** The document's text, for what a step says. */
  readonly text: string;
  /** All `name` attributes of the document: no made-up id takes one of them. */
  readonly names: ReadonlySet<string>;
}

/** Longest title that a command's text may give. */
const LONGEST_COMMAND_TITLE = 60;

/** The `name` attributes of the fences of a document. */
export function declaredNames(blocks: readonly CodeBlock[], { text }: Syntax): ReadonlySet<string> {
  const names = blocks.flatMap(({ form, infoRange }) => {
    if (form === "indented") return [];
    const name = findAttribute(readAttributes(text.slice(infoRange.start, infoRange.end), infoRange), "name")?.value;
    return name === undefined ? [] : [nameId(name)];
  });
  return new Set(names);
}

/** Makes the function that reads drafts into steps. Ids are unique over all its calls, so make one for each document. */
export function createStepReader(
  host: StepReaderHost,
): (drafts: readonly StepDraft[], sectionTitle: string) => readonly Step[] {
  const madeUp = createIdSource(host.names);
  const named = createIdSource();
  const idOf = (commands: readonly StepCommand[], title: string): string => {
    const own = commands.find((command) => !command.verifies && findAttribute(command.attributes, "name"));
    const name = own && findAttribute(own.attributes, "name")?.value;
    // A repeated name is numbered like a slug, but must not take what another fence is named.
    if (name !== undefined && nameId(name) !== "") {
      const id = named(nameId(name));
      return id === nameId(name) ? id : madeUp(nameId(name));
    }
    return madeUp(slug(title) || "step");
  };

  const readDraft = (draft: StepDraft, sectionTitle: string): Step => {
    const commands = commandsOf(draft, host);
    const written = readStepTitle(draft.title ?? []);
    const title = written.title || commandTitle(commands) || sectionTitle;
    return {
      id: idOf(commands, title),
      title,
      origin: draft.origin,
      range: draft.range,
      titleRange: draft.titleRange,
      expectedMs: written.expectedMs,
      owner: written.owner,
      prose: readStepProse(
        draft.prose,
        commands.map(({ block }) => block.range),
        host.text,
      ),
      commands,
      children: draft.children.map((child) => readDraft(child, sectionTitle)),
    };
  };
  return (drafts, sectionTitle) => drafts.map((draft) => readDraft(draft, sectionTitle));
}

/** The step's own fences; where none of them runs, those behind it. */
function commandsOf(draft: StepDraft, host: StepReaderHost): StepCommand[] {
  const own = readAll(draft.inside, false, host);
  return own.length > 0 ? own : readAll(draft.behind, true, host);
}

function readAll(fences: readonly Code[], adopted: boolean, host: StepReaderHost): StepCommand[] {
  const commands: StepCommand[] = [];
  for (const fence of fences) {
    const command = host.command(fence, adopted);
    const last = commands.at(-1);
    if (command) commands.push(command);
    else if (last && last.expectation === undefined) {
      const expectation = host.expectation(fence);
      if (expectation) commands[commands.length - 1] = { ...last, expectation };
    }
  }
  return commands;
}

/** Names become file names and answers to `--step`: what is no name is brought into the form of one. */
function nameId(name: string): string {
  return /^[A-Za-z][\w-]{0,99}$/.test(name) ? name : slug(name);
}

function commandTitle(commands: readonly StepCommand[]): string {
  const line = commands[0]?.script.split("\n").find((text) => text.trim() !== "") ?? "";
  const text = line.trim();
  return text.length > LONGEST_COMMAND_TITLE ? `${text.slice(0, LONGEST_COMMAND_TITLE)}…` : text;
}
