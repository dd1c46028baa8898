import { readPlatforms } from "./interpreters.ts";
import { parseDuration } from "./step-duration.ts";

/** An attribute that a fence may carry: for completions, hovers and the check of its value. */
export interface AttributeSpec {
  readonly key: string;
  /** One sentence for hovers. */
  readonly purpose: string;
  /** What a value looks like, for people: "30s, 5m, 1h". */
  readonly values: string;
  /** Values to offer; empty where they are free. */
  readonly choices: readonly string[];
  /** Whose meaning it has. Runme's keys keep Runme's. */
  readonly origin: "ours" | "runme";
  readonly accepts: (value: string) => boolean;
}

const anything = (): boolean => true;
const matches =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value);
const isDuration = (value: string): boolean => parseDuration(value) !== undefined;
const EXIT_CODES = /^(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])(?:,\s*(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]))*$/;

function choice(key: string, choices: readonly string[], purpose: string): AttributeSpec {
  const accepts = (value: string): boolean => choices.includes(value);
  return { key, purpose, values: choices.join(", "), choices, origin: "ours", accepts };
}

function free(key: string, values: string, accepts: (value: string) => boolean, purpose: string): AttributeSpec {
  return { key, purpose, values, choices: [], origin: "ours", accepts };
}

function runme(key: string, purpose: string): AttributeSpec {
  return { key, purpose, values: "see Runme", choices: [], origin: "runme", accepts: anything };
}

const BOOLEAN = ["true", "false"];

/** The attributes we know, in the order in which they are offered. Others are kept and never an error. */
export const ATTRIBUTE_KEYS: readonly AttributeSpec[] = [
  free("name", "a-z, 0-9 and -, first a letter", matches(/^(?:[a-z][a-z0-9-]*|[A-Z][A-Z0-9_]*)$/), "Names the step."),
  choice("effect", ["read", "write", "destroy"], "What the command does to the world."),
  choice("confirm", ["true", "false", "type"], "Whether to ask before running; `type` has the step's name typed."),
  free("timeout", "30s, 5m, 1h", isDuration, "After this long the command is stopped."),
  free("retries", "0 to 1000", matches(/^(?:\d{1,3}|1000)$/), "How often to try again before it counts as failed."),
  free("every", "5s, 1m", isDuration, "Time between two tries."),
  free("exit", "0,2", matches(EXIT_CODES), "Exit codes that count as success."),
  free("warn", "2,3", matches(EXIT_CODES), "Exit codes that count as success with a warning."),
  choice("verify", BOOLEAN, "This block checks the step: it must succeed for the step to be done."),
  choice("expect", ["exact", "contains", "glob", "regex", "json"], "How the output must agree with this block."),
  free("undo", "a step's name, or none", matches(/^\S+$/), "The step that undoes this one; `none`: nothing does."),
  free("needs", "names, joined by commas", matches(/^[^\s,]+(?:,[^\s,]+)*$/), "Steps that must have succeeded before."),
  choice("setup", BOOLEAN, "Run again when a run is resumed."),
  choice("onError", ["stop", "continue", "ask", "undo"], "What to do when it fails."),
  free("hosts", "a group or pattern", matches(/\S/), "The hosts to run on."),
  free("batch", "2 or 25%", matches(/^[1-9]\d*%?$/), "How many hosts at once."),
  free("maxErrors", "0 or 25%", matches(/^\d+%?$/), "How many hosts may fail."),
  free("out", "a variable's name", matches(/^[A-Za-z_]\w*$/), "The variable that takes the whole output."),
  free("when", "NAME=value or NAME!=value", matches(/^[A-Za-z_]\w*!?=.*$/), "Run only when this holds."),
  free("os", "linux, darwin, windows", (value) => readPlatforms(value).length > 0, "The systems this block is for."),
  free("cwd", "a folder", matches(/\S/), "The folder to run in."),
  free("shell", "bash, zsh, …", matches(/^\S+$/), "The interpreter, where it is not the block's language."),
  choice("interactive", BOOLEAN, "Give the command a terminal of its own."),
  choice("background", BOOLEAN, "Let the command run on beside the next steps."),
  choice("ignore", BOOLEAN, "Never run this block."),
  choice("excludeFromRunAll", BOOLEAN, "Leave this block out of a run of the whole document."),
  runme("id", "Runme's identity of the block."),
  runme("interpreter", "Runme's shebang for the block."),
  runme("tag", "Tags to choose blocks by."),
  runme("category", "Old name of `tag`."),
  runme("promptEnv", "Whether Runme asks for variables."),
  runme("mimeType", "How Runme shows the output."),
  runme("transform", "Whether Runme's notebook changes the block."),
  runme("terminalRows", "Height of Runme's terminal."),
  runme("closeTerminalOnSuccess", "Whether Runme's terminal closes."),
  runme("openTerminalOnError", "Whether Runme's terminal opens."),
];

/** The attribute of that name; undefined for one we don't know. Names are case-sensitive. */
export function findAttributeSpec(key: string): AttributeSpec | undefined {
  return ATTRIBUTE_KEYS.find((spec) => spec.key === key);
}

/** What is wrong with a known attribute's value, as a sentence for the author; undefined when nothing, or unknown. */
export function attributeValueProblem(key: string, value: string): string | undefined {
  const spec = findAttributeSpec(key);
  if (spec === undefined || spec.accepts(value)) return undefined;
  return `\`${key}=${value}\` is no value of \`${key}\`: write ${spec.values}.`;
}
