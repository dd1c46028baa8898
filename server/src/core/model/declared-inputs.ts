import { type FrontMatter, isRecord } from "../syntax/front-matter.ts";
import type { Range } from "../syntax/range.ts";
import type { DeclaredInput } from "./procedure.ts";

/**
 * Reads `runbook.inputs` of the front matter: a mapping from name to settings, or a list of settings with a `name`. A
 * plain value instead of settings is the default. What can't be read as an input is left out; defaults stay literals.
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
