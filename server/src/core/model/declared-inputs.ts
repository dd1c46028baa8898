import { type FrontMatter, isRecord } from "../syntax/front-matter.ts";
import type { SyntaxProblem } from "../syntax/parse.ts";
import type { Range } from "../syntax/range.ts";
import { inputName, isSpecialVariable } from "./input-name.ts";
import type { DeclaredInput } from "./procedure.ts";

/**
 * Reads `runbook.inputs` of the front matter: a mapping from name to settings, or a list of settings with a `name`. A
 * plain value instead of settings is the default. What can't be read as an input is left out, and
 * `declaredInputProblems` says so; defaults stay literals.
 */
export function readDeclaredInputs(frontMatter: FrontMatter | undefined): DeclaredInput[] {
  const runbook = frontMatter?.data["runbook"];
  if (frontMatter === undefined || !isRecord(runbook)) return [];
  const inputs = runbook["inputs"];
  const place = (...path: string[]): Range =>
    frontMatter.entries.find((entry) => samePath(entry.path, path))?.keyRange ?? frontMatter.range;
  if (isRecord(inputs)) {
    return Object.entries(inputs).map(([name, settings]) =>
      readInput(name, settings, place("runbook", "inputs", name)),
    );
  }
  if (!Array.isArray(inputs)) return [];
  return inputs.flatMap((settings: unknown) => {
    const name = isRecord(settings) ? settings["name"] : settings;
    return typeof name === "string"
      ? [readInput(name, isRecord(settings) ? settings : {}, place("runbook", "inputs"))]
      : [];
  });
}

const SETTINGS: ReadonlySet<string> = new Set(
  "name description default pattern enum options secret required".split(" "),
);

/**
 * What is wrong with a front matter for a run: broken YAML, inputs or settings that can't be read as meant. Where there is
 * any, nothing may run: `secret: true` in a line that was not understood would let the secret into the record.
 */
export function declaredInputProblems(frontMatter: FrontMatter | undefined): SyntaxProblem[] {
  if (frontMatter === undefined) return [];
  const { data, entries, problems, range } = frontMatter;
  if (problems.length > 0) return problems.slice(0, 1);
  const own = entries.find(({ path }) => samePath(path, ["runbook"]));
  if (own !== undefined && data["runbook"] === undefined) {
    return [{ message: "The front matter can't be read: its aliases expand without end.", range: own.keyRange }];
  }
  const runbook = data["runbook"];
  const inputs = isRecord(runbook) ? runbook["inputs"] : undefined;
  if (inputs === undefined || inputs === null) return [];
  const place = entries.find(({ path }) => samePath(path, ["runbook", "inputs"]))?.keyRange ?? range;
  if (!isRecord(inputs) && !Array.isArray(inputs)) {
    const message = `\`inputs\` is ${JSON.stringify(inputs)}: write a mapping from each input's name to its settings.`;
    return [{ message, range: place }];
  }
  const declared = readDeclaredInputs(frontMatter);
  const given: readonly unknown[] = Array.isArray(inputs) ? inputs : Object.values(inputs);
  const nameless = given.length - declared.length;
  const unread = nameless > 0 ? [{ message: `${nameless} of \`inputs\` have no \`name\`: add it.`, range: place }] : [];
  return [
    ...unread,
    ...declared.flatMap((input, index) => {
      const settings = nameless > 0 ? undefined : given[index];
      const messages = [
        ...nameProblems(input.name, declared.slice(0, index)),
        ...settingProblems(input.name, settings),
      ];
      return messages.map((message) => ({ message, range: input.range }));
    }),
  ];
}

function nameProblems(name: string, earlier: readonly DeclaredInput[]): string[] {
  if (isSpecialVariable(name)) {
    return [`The input \`${name}\` would change how commands run, because programs read that variable: rename it.`];
  }
  const twin = earlier.find((other) => inputName(other.name) === inputName(name));
  return twin ? [`The inputs \`${twin.name}\` and \`${name}\` are one variable, ${inputName(name)}: rename one.`] : [];
}

function settingProblems(name: string, settings: unknown): string[] {
  if (Array.isArray(settings)) return [`The input \`${name}\` is a list: write its choices as \`enum: […]\`.`];
  if (!isRecord(settings)) return [];
  const problems: string[] = [];
  for (const [key, value] of Object.entries(settings)) {
    const shown = `The input \`${name}\` has \`${key}: ${JSON.stringify(value)}\``;
    if (!SETTINGS.has(key)) problems.push(`${shown}, which is no setting: write one of ${[...SETTINGS].join(", ")}.`);
    else if (/^(?:secret|required)$/.test(key) && typeof value !== "boolean")
      problems.push(`${shown}: write true or false.`);
    else if (/^(?:enum|options)$/.test(key) && !isChoices(value)) problems.push(`${shown}: write a list of values.`);
    else if (/^(?:default|pattern)$/.test(key) && value !== null && scalarText(value) === undefined)
      problems.push(`${shown}: write a text.`);
    else if (key === "pattern" && !isPattern(scalarText(value) ?? ""))
      problems.push(`${shown}, which is no regular expression: correct it.`);
  }
  return problems;
}

function isChoices(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((option) => scalarText(option) !== undefined);
}

/** As a run will test a value: the whole of it must match. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

function readInput(name: string, given: unknown, range: Range): DeclaredInput {
  const settings: Record<string, unknown> = isRecord(given) ? given : { default: given };
  const text = (key: string): string | undefined => scalarText(settings[key]);
  const options = settings["enum"] ?? settings["options"];
  const fallback = text("default");
  return {
    name,
    description: text("description"),
    default: fallback,
    pattern: text("pattern"),
    options: Array.isArray(options) ? options.flatMap((option: unknown) => scalarText(option) ?? []) : undefined,
    secret: settings["secret"] === true,
    required: typeof settings["required"] === "boolean" ? settings["required"] : fallback === undefined,
    range,
  };
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint"
    ? String(value)
    : undefined;
}
