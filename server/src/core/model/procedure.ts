import type { Range } from "../syntax/range.ts";
import type { Attributes } from "./attributes.ts";
import type { CodeBlock } from "./code-block.ts";
import type { Section } from "./outline.ts";

/** What a step was made from. Only `task` items are written as steps; the others are derived and run just as well. */
export type StepOrigin = "task" | "ordered" | "heading";

/** What running a command does to the world. */
export type Effect = "read" | "write" | "destroy";

/** What a command's output must be. */
export interface Expectation {
  /** `exact`, `contains`, `glob`, `regex` or `json`, as written. */
  readonly mode: string;
  readonly text: string;
}

/** A runnable block of a step. */
export interface StepCommand {
  readonly block: CodeBlock;
  /** The interpreter's language after aliases: `sh`, `bash`, `zsh`, `fish`, `powershell`, `cmd`, `python`, `node`. */
  readonly language: string;
  /** What would run: prompts removed, expected output of a transcript left out, lines joined by `\n`. */
  readonly script: string;
  /** For each line of `script`, its place in the document, prompt left out: `scriptRange` maps offsets by it. */
  readonly lineRanges: readonly Range[];
  readonly attributes: Attributes;
  /** True for blocks with `verify=true`: they check the step instead of doing it. */
  readonly verifies: boolean;
  /** What a following `text` or `json` fence with `expect=…` says of the output; undefined where there is none. */
  readonly expectation: Expectation | undefined;
  /** True when the fence stood behind the step, not inside its list item, and was adopted. */
  readonly adopted: boolean;
}

/** One step of a procedure. A step without commands is manual: a person does it and says so. */
export interface Step {
  /** Unique in the document: the `name` attribute, else a slug of the title, numbered when it would repeat. */
  readonly id: string;
  readonly title: string;
  readonly origin: StepOrigin;
  /** The list item, or the heading with its own content. */
  readonly range: Range;
  /** Where the title stands: where CodeLens and findings on the step go. */
  readonly titleRange: Range;
  /** `(~5m)` in the title, in milliseconds. */
  readonly expectedMs: number | undefined;
  /** `@name` in the title. */
  readonly owner: string | undefined;
  /** What it says beside its title and its commands, as Markdown, indentation of the list taken off; may be empty. */
  readonly prose: string;
  readonly commands: readonly StepCommand[];
  readonly children: readonly Step[];
}

/** The steps below one runnable section. */
export interface Procedure {
  /** Unique in the document: a slug of the section's title, numbered when it would repeat. */
  readonly id: string;
  readonly section: Section;
  /** Canonical id of the section: `diagnosis`, `mitigation`, `verification` or `rollback`. */
  readonly role: string;
  readonly steps: readonly Step[];
}

/** What a runbook says, as data. */
export interface RunbookModel {
  readonly profile: "alert" | "procedure";
  readonly procedures: readonly Procedure[];
  /** Inputs declared in the front matter below `runbook.inputs`. */
  readonly declaredInputs: readonly DeclaredInput[];
}

/** An input as the front matter declares it. Defaults are literals and are never evaluated. */
export interface DeclaredInput {
  readonly name: string;
  readonly description: string | undefined;
  readonly default: string | undefined;
  readonly pattern: string | undefined;
  readonly options: readonly string[] | undefined;
  readonly secret: boolean;
  readonly required: boolean;
  readonly range: Range;
}
