import { findAttribute, hasFlag } from "../model/attributes.ts";
import type { Effect, StepCommand } from "../model/procedure.ts";
import { scriptRange } from "../model/script-range.ts";
import { scriptEffect } from "./command-effect.ts";
import { commandOptions } from "./command-options.ts";
import { hiddenCharacters } from "./hidden-characters.ts";
import { rewritePlaceholders, type ScriptPlaceholder } from "./placeholders.ts";
import type { PlanCommand, PlanProblem } from "./plan.ts";
import { findSessionOpener } from "./session-opener.ts";

/** A planned command with what its step must know of it. */
export interface PlannedCommand {
  readonly command: PlanCommand;
  readonly placeholders: readonly ScriptPlaceholder[];
  readonly problems: readonly PlanProblem[];
  /** What the step's hash is made of. */
  readonly identity: readonly unknown[];
}

/** Plans one command: fills in its placeholders, judges its effect, reads its attributes. */
export function planCommand(command: StepCommand, stepId: string): PlannedCommand {
  const options = commandOptions(command);
  const problems: PlanProblem[] = options.problems.map(({ message, range }) => ({ stepId, message, range }));
  const { script, placeholders, refused } = rewritePlaceholders(command.script, command.language);
  for (const { label, name, placement, range } of refused) {
    if (placement.kind !== "refuse") continue;
    const message = `${label} can't be filled in here: ${placement.reason}. To mend it, ${placement.mend}; the value is in the variable ${name}.`;
    problems.push({ stepId, message, range: scriptRange(command, range) });
  }
  if (!command.block.closed) {
    const message = "The code fence is not closed, so it is not known where the command ends: add the closing fence.";
    problems.push({ stepId, message, range: command.block.infoRange });
  }
  for (const { message, range } of hiddenCharacters(command.script)) {
    problems.push({ stepId, message, range: scriptRange(command, range) });
  }
  const opener = options.interactive ? undefined : findSessionOpener(command.script, command.language);
  if (opener) {
    const text = opener.text.replace(/\s+/g, " ").trim();
    const message = `\`${text}\` opens a session, and the commands after it would run on this machine instead: put them into one block with it (\`ssh host 'command'\`, \`kubectl exec pod -- command\`, \`psql -c 'statement'\`), or mark it \`interactive=true\` to work in it by hand.`;
    problems.push({ stepId, message, range: scriptRange(command, opener.range) });
  }
  const { effect, danger, problem, judgedEffect } = judgeEffect(command, script);
  if (problem !== undefined) {
    const range = findAttribute(command.attributes, "effect")?.valueRange ?? command.block.infoRange;
    problems.push({ stepId, message: problem, range });
  }
  const { timeoutMs, cwd, interactive, acceptedExitCodes, retries, everyMs } = options;
  return {
    command: {
      language: command.language,
      script,
      source: command.script,
      effect,
      ...(judgedEffect && { judgedEffect }),
      danger,
      timeoutMs,
      cwd,
      verifies: command.verifies,
      interactive,
      acceptedExitCodes,
      retries,
      everyMs,
      ...(command.expectation && { expectation: command.expectation }),
      range: command.block.range,
    },
    placeholders,
    problems,
    identity: [
      command.language,
      command.script,
      command.attributes.list.map(({ key, value }) => [key, value]),
      command.expectation ? [command.expectation.mode, command.expectation.text] : [],
    ],
  };
}

/** What a command counts as, and how sure that is. */
interface JudgedEffect {
  readonly effect: Effect;
  readonly danger: string | undefined;
  readonly problem?: string;
  readonly judgedEffect?: Effect;
}

/**
 * The author's `effect` wins over the guess, with one exception: what is known to destroy is never `read`, because reading
 * steps run without a question. `confirm` can only ask for more. An `effect=read` that the text does not bear out is told
 * apart, because nobody may be there to see what the author calls reading.
 */
function judgeEffect(command: StepCommand, script: string): JudgedEffect {
  const guess = scriptEffect(script, command.language);
  const declared = findAttribute(command.attributes, "effect")?.value;
  if (declared === "read" && guess.effect === "destroy") {
    const name = guess.danger?.name ?? "a destructive command";
    const problem = `\`effect=read\` says that this only reads, but it holds \`${name}\`: write \`effect=write\` or \`effect=destroy\`.`;
    return { effect: "destroy", danger: guess.danger?.name, problem };
  }
  const effect = isEffect(declared) ? declared : guess.effect;
  const confirm = findAttribute(command.attributes, "confirm")?.value;
  if (effect === "destroy" || confirm === "type") {
    const danger = guess.danger?.name ?? (effect === "destroy" ? "effect=destroy" : "confirm=type");
    return { effect: "destroy", danger };
  }
  const asks = hasFlag(command.attributes, "confirm") && effect === "read";
  const claimed = effect === "read" && guess.effect !== "read" && !asks;
  return { effect: asks ? "write" : effect, danger: undefined, ...(claimed && { judgedEffect: guess.effect }) };
}

function isEffect(value: string | undefined): value is Effect {
  return value === "read" || value === "write" || value === "destroy";
}
