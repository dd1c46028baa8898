// Not "@inquirer/prompts": its editor prompt alone would bring half a megabyte of character encodings.
import confirm from "@inquirer/confirm";
import input from "@inquirer/input";
import password from "@inquirer/password";
import select from "@inquirer/select";
import type { Colors } from "picocolors/types";
import type { PlanInput } from "../../core/checklist/plan.ts";
import type { RunFace } from "../../engine/contract.ts";
import { formatDuration } from "../../engine/duration.ts";
import { visibleText } from "../formats/visible-text.ts";
import { describeProse } from "./describe-prose.ts";
import { describeSteps, describeValues, effectBadge } from "./describe-steps.ts";
import { inputEnd } from "./input-end.ts";
import type { ProgressPrinter } from "./progress-printer.ts";

/** What the face in a terminal is made of. */
export interface TerminalFaceParts {
  readonly say: (text: string) => void;
  readonly colors: Colors;
  readonly printer: ProgressPrinter;
  readonly signal: AbortSignal;
}

interface PromptContext {
  readonly signal: AbortSignal;
}

/** The engine's face in a terminal: one question a time, and leaving a question (Ctrl+C, Ctrl+D, a closed terminal) stops the run. */
export function createTerminalFace({ say, colors, printer, signal }: TerminalFaceParts): RunFace {
  const ask = async <Answer>(question: (context: PromptContext) => Promise<Answer>): Promise<Answer | undefined> => {
    printer.freshLine();
    // Ctrl+D closes a prompt without settling it: its promise would wait for ever, and Node would just end.
    const end = inputEnd(process.stdin);
    try {
      return await question({ signal: AbortSignal.any([signal, end.signal]) });
    } catch (error) {
      if (isLeft(error)) return undefined;
      throw error;
    } finally {
      end.dispose();
    }
  };

  return {
    async consent(plan, steps) {
      say(`\n${describeSteps(plan, steps, colors)}`);
      const number = `${steps.length} ${steps.length === 1 ? "step" : "steps"}`;
      return (await ask((context) => confirm({ message: `Run ${number}?`, default: false }, context))) === true;
    },
    input(wanted, problem) {
      if (problem !== undefined) say(`${colors.red("✗")} ${visibleText(problem)}\n`);
      return ask((context) => askValue(wanted, context));
    },
    remembered(plan, steps) {
      say(
        `\n${describeSteps(plan, steps, colors)}You agreed to this version before: it runs without asking for the list again.\n`,
      );
    },
    async confirm(step, effect, values) {
      say(describeValues(step, values, colors));
      const message = `Run "${visibleText(step.title)}" (${effectBadge(effect, colors)})?`;
      const choices = [
        { name: "Run", value: "run" as const },
        { name: "Skip", value: "skip" as const },
        { name: "Stop", value: "stop" as const },
      ];
      return (await ask((context) => select({ message, choices }, context))) ?? "stop";
    },
    async confirmByTyping(step, values) {
      const danger = step.commands.find((command) => command.danger !== undefined)?.danger;
      const why = danger === undefined ? "" : ` (${visibleText(danger)})`;
      say(`${colors.bold(colors.red("DESTROY"))} "${visibleText(step.title)}"${why}\n`);
      say(describeValues(step, values, colors));
      const message = `Type ${visibleText(step.id)} to run it, or leave it empty to stop:`;
      const validate = (value: string): true | string =>
        value === "" || value.trim() === step.id || `That is not ${visibleText(step.id)}.`;
      return (await ask((context) => input({ message, validate }, context)))?.trim() === step.id;
    },
    async manual(step) {
      say(
        describeProse(step)
          .map((line) => `${line.trimEnd()}\n`)
          .join(""),
      );
      const message = `By hand: "${visibleText(step.title)}"`;
      const choices = [
        { name: "Done", value: "done" as const },
        { name: "Skip", value: "skipped" as const },
        { name: "Failed", value: "failed" as const },
        { name: "Stop", value: "stop" as const },
      ];
      const outcome = (await ask((context) => select({ message, choices }, context))) ?? "stop";
      if (outcome === "stop") return { outcome, note: "" };
      const question = outcome === "done" ? "Note (optional):" : outcome === "failed" ? "What happened?" : "Why?";
      const needed = (value: string): true | string =>
        outcome === "done" || value.trim() !== "" || "A few words for the record.";
      const note = await ask((context) => input({ message: question, validate: needed }, context));
      return note === undefined ? { outcome: "stop", note: "" } : { outcome, note: note.trim() };
    },
    async manualFailed(step) {
      const message = `"${visibleText(step.title)}" failed by hand. What now?`;
      const choices = [
        { name: "Do it again", value: "retry" as const },
        { name: "Go on with the next step", value: "skip" as const },
        { name: "Stop", value: "stop" as const },
      ];
      return (await ask((context) => select({ message, choices, default: "stop" }, context))) ?? "stop";
    },
    async failed(step, command, result) {
      const took = formatDuration(result.durationMs);
      const how = result.timedOut
        ? `timed out after ${took}`
        : result.exitCode === undefined
          ? "failed"
          : `failed: exit ${result.exitCode}`;
      const message = `${command.verifies ? "The check of" : ""} "${visibleText(step.title)}" ${how}. What now?`.trim();
      const choices = [
        { name: "Retry this command", value: "retry" as const },
        { name: "Go on with the next step", value: "skip" as const },
        { name: "Stop", value: "stop" as const },
      ];
      return (await ask((context) => select({ message, choices, default: "stop" }, context))) ?? "stop";
    },
    output: printer.output,
    event: printer.event,
  };
}

function askValue(wanted: PlanInput, context: PromptContext): Promise<string> {
  const about = wanted.description === undefined ? "" : ` (${visibleText(wanted.description)})`;
  const message = `${visibleText(wanted.label)}${about}:`;
  if (wanted.secret) return password({ message, mask: "*" }, context);
  const preset = wanted.default === undefined ? {} : { default: wanted.default };
  if (wanted.options === undefined) return input({ message, ...preset }, context);
  const choices = wanted.options.map((value) => ({ name: visibleText(value), value }));
  return select({ message, choices, ...preset }, context);
}

/** Whether a question was left without an answer: by Ctrl+C, or because the run was stopped. */
function isLeft(error: unknown): boolean {
  return error instanceof Error && (error.name === "ExitPromptError" || error.name === "AbortPromptError");
}
