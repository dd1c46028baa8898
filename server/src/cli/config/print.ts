import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { URI } from "vscode-uri";
import { Document, isNode } from "yaml";
import type { Origin } from "../../workspace/configuration/layer.ts";
import { displayPath } from "../display-path.ts";
import { EXIT } from "../exit-codes.ts";
import { visibleText } from "../formats/visible-text.ts";
import type { CliIo } from "../io.ts";
import { openChecker } from "../open-checker.ts";
import { type EffectiveValue, effectiveValues } from "./effective.ts";

/**
 * Prints what holds for a file, or for the files of a folder, with the place that each value comes from. The text is YAML
 * with the places as comments; values without one are defaults. Problems go to stderr; errors make the exit code 2.
 */
export async function printConfiguration(path: string, json: boolean, io: CliIo): Promise<void> {
  const checker = await openChecker(undefined, io.cwd);
  const file = resolve(io.cwd, path);
  const inside = (await isFolder(file)) ? resolve(file, "document.md") : file;
  const effective = await checker.configurationOf(URI.file(inside).toString());
  const { source, problems } = effective;
  const shown = source === undefined ? undefined : displayPath(URI.parse(source).fsPath, io.cwd);
  const values = effectiveValues(effective).map((value) => ({ ...value, from: describe(value.origin, io.cwd) }));
  io.stdout(json ? asJson(values, shown) : asYaml(values, shown));
  for (const { message } of problems) io.stderr(`runbook: ${visibleText(`${shown ?? ""}: ${message}`)}\n`);
  io.setExitCode(problems.some(({ severity }) => severity === "error") ? EXIT.usage : EXIT.clean);
}

type Shown = EffectiveValue & { readonly from: string | undefined };

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // A file that is yet to be written has a configuration as well.
    return false;
  }
}

function describe(origin: Origin | undefined, cwd: string): string | undefined {
  if (origin === undefined) return undefined;
  if (origin.uri === undefined) return `preset ${origin.preset ?? ""}`;
  const file = displayPath(URI.parse(origin.uri).fsPath, cwd);
  return origin.line === undefined ? file : `${file}:${origin.line}`;
}

function nested(values: readonly Shown[]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const { path, value } of values) {
    let holder = root;
    for (const key of path.slice(0, -1)) {
      const inner: Record<string, unknown> = Object.hasOwn(holder, key) ? Object(holder[key]) : {};
      holder[key] = inner;
      holder = inner;
    }
    holder[path.at(-1) ?? ""] = value;
  }
  return root;
}

function asJson(values: readonly Shown[], source: string | undefined): string {
  const origins = values.flatMap(({ path, from }) => (from === undefined ? [] : [[path.join("."), from] as const]));
  const data = { source: source ?? null, ...nested(values), origins: Object.fromEntries(origins) };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function asYaml(values: readonly Shown[], source: string | undefined): string {
  const document = new Document(nested(values));
  for (const { path, value, from } of values) {
    const node: unknown = document.getIn(path, true);
    if (!isNode(node)) continue;
    // Lists and small mappings on one line, so that their comment stands beside them.
    if (Array.isArray(value)) Object.assign(node, { flow: true });
    if (from !== undefined) node.comment = ` ${visibleText(from)}`;
  }
  const head = source === undefined ? "defaults: there is no configuration file" : `from ${visibleText(source)}`;
  return `# ${head}\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}`;
}
