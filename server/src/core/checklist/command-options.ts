import { type Attribute, findAttribute } from "../model/attributes.ts";
import type { StepCommand } from "../model/procedure.ts";
import { attributeValueProblem } from "../schema/attribute-keys.ts";
import { parseDuration } from "../schema/step-duration.ts";
import type { Range } from "../syntax/range.ts";

/** What a command's attributes say about running it, defaults filled in. */
export interface CommandOptions {
  readonly timeoutMs: number;
  readonly cwd: string | undefined;
  readonly interactive: boolean;
  readonly acceptedExitCodes: readonly number[];
  readonly retries: number;
  readonly everyMs: number;
  readonly problems: readonly { readonly message: string; readonly range: Range }[];
}

const DEFAULT_TIMEOUT_MS = 600_000;
const DEFAULT_EVERY_MS = 5_000;

/**
 * Attributes that change what a run does and that a run can't follow yet. Running such a block without them would do
 * something else than its author said, so the plan says so instead.
 */
const UNSUPPORTED: ReadonlyMap<string, (value: string) => string | undefined> = new Map<
  string,
  (value: string) => string | undefined
>([
  [
    "hosts",
    (value) =>
      `It is for the hosts \`${value}\`, and running on other hosts is not supported yet: run it there by hand.`,
  ],
  ["when", (value) => `It runs only when \`${value}\` holds, and conditions are not supported yet: run it by hand.`],
  [
    "background",
    (value) =>
      value === "true" ? "Commands in the background are not supported yet: run it in a terminal." : undefined,
  ],
  [
    "out",
    (value) =>
      `Its output is to go into \`${value}\`, which is not supported yet: write \`${value}=$(…)\` in the block.`,
  ],
]);

/** Attributes that change a run only when they say something else than what a run does anyway. */
const PARTLY: readonly (readonly [string, RegExp, string])[] = [
  [
    "onError",
    /^(?:continue|undo)$/,
    "and a run stops or asks when a command fails: leave it out, or let the command itself go on (`|| true`)",
  ],
  ["setup", /^true$/, "and a resumed run does not run it again: leave it out, and repeat what is needed in the step"],
  ["needs", /</, "and how long ago a step succeeded is not checked: write the step's name alone"],
  ["interpreter", /\S/, "and the block's language decides: write that, or `shell=`"],
  ["batch", /\S/, "and running on other hosts is not supported yet: run it there by hand"],
  ["maxErrors", /\S/, "and running on other hosts is not supported yet: run it there by hand"],
];

function notFollowed(key: string, value: string): string | undefined {
  const found = PARTLY.find(([name, pattern]) => name === key && pattern.test(value));
  return found && `It says \`${key}=${value}\`, which a run can't follow yet, ${found[2]}.`;
}

/** Reads a command's attributes; a value that can't be read is a problem, and its default holds. */
export function commandOptions({ attributes }: StepCommand): CommandOptions {
  const problems: { message: string; range: Range }[] = [...attributes.problems];
  for (const { key, value, valueRange, keyRange } of attributes.list) {
    const message = attributeValueProblem(key, value);
    if (message !== undefined) problems.push({ message, range: valueRange });
    const missing = UNSUPPORTED.get(key)?.(value) ?? notFollowed(key, value);
    if (missing !== undefined) problems.push({ message: missing, range: keyRange });
  }
  const find = (key: string): Attribute | undefined => {
    const attribute = findAttribute(attributes, key);
    return attribute && attributeValueProblem(key, attribute.value) === undefined ? attribute : undefined;
  };
  const duration = (key: string, fallback: number): number => parseDuration(find(key)?.value ?? "") ?? fallback;
  return {
    timeoutMs: duration("timeout", DEFAULT_TIMEOUT_MS),
    cwd: find("cwd")?.value,
    interactive: find("interactive")?.value === "true",
    acceptedExitCodes: exitCodes(find("exit")?.value ?? "0", find("warn")?.value ?? ""),
    retries: Number(find("retries")?.value ?? 0),
    everyMs: duration("every", DEFAULT_EVERY_MS),
    problems,
  };
}

/** Codes that mean a warning are no failure: they are accepted too. */
function exitCodes(accepted: string, warning: string): number[] {
  const codes = `${accepted},${warning}`.split(",").flatMap((code) => (code.trim() === "" ? [] : [Number(code)]));
  return [...new Set(codes)];
}
