import { parseDocument, type Document as YamlDocument } from "yaml";
import type * as z from "zod";
import type { Finding } from "../../core/rules/rule.ts";
import { type Configuration, DEFAULT_CONFIGURATION, type RuleSetting } from "../../core/schema/configuration.ts";
import {
  type ConfigurableRule,
  type ConfigurationFile,
  createConfigurationSchema,
  isSeverity,
} from "../../core/schema/configuration-schema.ts";
import { isRecord } from "../../core/syntax/front-matter.ts";
import type { Range } from "../../core/syntax/range.ts";
import { configurationFinding } from "./finding.ts";
import { describeIssue } from "./issue.ts";
import { keyRange, type Path, valueRange } from "./place.ts";

/** What a configuration file says, and what is wrong with it. */
interface ParsedConfiguration {
  /** Everything in the file that holds; the defaults for the rest. */
  readonly configuration: Configuration;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

/** Reads configuration files against a fixed set of rules. */
export type ConfigurationParser = (text: string) => ParsedConfiguration;

/**
 * Makes a parser. It reads YAML, and JSON as the part of YAML that it is. It never throws: a wrong value is left out,
 * with a finding at its place (CF001), an unknown setting too (CF002), and the rest of the file holds. A file that is no
 * YAML at all gives the defaults.
 */
export function createConfigurationParser(rules: readonly ConfigurableRule[]): ConfigurationParser {
  const schema = createConfigurationSchema(rules);
  return (text) => {
    const bom = text.startsWith("\uFEFF") ? 1 : 0;
    const document = parseDocument(text.slice(bom), { logLevel: "silent", prettyErrors: false });
    const shift = ({ start, end }: Range): Range => ({ start: start + bom, end: end + bom });
    const { data, findings } = readData(document);
    const file = prune(schema, data, (issue, path, key) => {
      const range = key === undefined ? valueRange(document, path) : keyRange(document, path, key);
      const value: unknown = valueAt(data, path);
      findings.push(describeIssue(issue, { path, key, value, range }, rules));
    });
    const settings = resolveRules(file.rules ?? {}, rules, (message, name) => {
      findings.push(configurationFinding("CF001", message, keyRange(document, ["rules"], name)));
    });
    return {
      configuration: {
        ...DEFAULT_CONFIGURATION,
        documents: {
          runbooks: file.documents?.runbooks ?? DEFAULT_CONFIGURATION.documents.runbooks,
          postmortems: file.documents?.postmortems ?? DEFAULT_CONFIGURATION.documents.postmortems,
          ignore: file.documents?.ignore ?? DEFAULT_CONFIGURATION.documents.ignore,
        },
        rules: settings,
        timeZone: file.timeZone,
      },
      findings: findings
        .map((finding) => ({
          ...finding,
          range: shift(finding.range),
          fixes: finding.fixes.map((fix) => ({
            ...fix,
            edits: fix.edits.map((edit) => ({ ...edit, range: shift(edit.range) })),
          })),
        }))
        .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end),
    };
  };
}

function readData(document: YamlDocument.Parsed): { data: unknown; findings: Finding[] } {
  const findings = document.errors.map((error) => {
    const message = `Not valid YAML or JSON: ${error.message.split("\n")[0]}. Nothing in this file holds until it is mended.`;
    return configurationFinding("CF001", message, {
      start: error.pos[0],
      end: Math.max(error.pos[0] + 1, error.pos[1]),
    });
  });
  if (findings.length > 0) return { data: {}, findings: findings.slice(0, 1) };
  try {
    // An empty file, or one of comments only, is a configuration that changes nothing.
    return { data: document.toJS({ maxAliasCount: 100 }) ?? {}, findings };
  } catch (error) {
    const message = `The file's aliases cannot be resolved: ${error instanceof Error ? error.message : String(error)}`;
    return { data: {}, findings: [configurationFinding("CF001", message, { start: 0, end: 1 })] };
  }
}

/** Takes out what the schema refuses, says so, and gives what is left; each turn takes out at least one value. */
function prune(
  schema: z.ZodType<ConfigurationFile>,
  data: unknown,
  report: (issue: z.core.$ZodIssue, path: Path, key: string | undefined) => void,
): ConfigurationFile {
  for (let turn = 0; turn < 100; turn++) {
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    const wrong: Path[] = [];
    for (const issue of result.error.issues.flatMap(innerIssues)) {
      const path = issue.path.filter((part) => typeof part !== "symbol");
      const keys = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
      for (const key of keys) {
        report(issue, path, key);
        wrong.push(key === undefined ? path : [...path, key]);
      }
    }
    // From the end, so that the indexes of list items that are still to be taken out stay right.
    for (const path of wrong.reverse()) {
      if (path.length === 0) return {};
      remove(data, path);
    }
  }
  return {};
}

/** A rule's value is a severity or a mapping; of a mapping, the issues inside it are told, not "no severity". */
function innerIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const inner = issue.errors.find((issues) => issues.some((one) => one.path.length > 0 || "keys" in one));
  return inner?.map((one) => ({ ...one, path: [...issue.path, ...one.path] })) ?? [issue];
}

function valueAt(data: unknown, path: Path): unknown {
  let value: unknown = data;
  for (const part of path) {
    if (Array.isArray(value) && typeof part === "number") value = value[part];
    else value = isRecord(value) ? value[part] : undefined;
  }
  return value;
}

function remove(data: unknown, path: Path): void {
  const holder = valueAt(data, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(holder) && typeof last === "number") holder.splice(last, 1);
  else if (isRecord(holder) && last !== undefined) delete holder[last];
}

/** Settings by code: those of groups first, so that a rule's own wins. A rule named twice keeps the first. */
function resolveRules(
  written: Readonly<Record<string, unknown>>,
  rules: readonly ConfigurableRule[],
  report: (message: string, name: string) => void,
): Record<string, RuleSetting> {
  const settings: Record<string, RuleSetting> = {};
  for (const rule of rules) {
    const value = written[rule.group];
    if (isSeverity(value) && rule.severity !== "off") settings[rule.code] = { severity: value, options: undefined };
  }
  const named = new Map<string, string>();
  const byName = new Map(rules.flatMap((rule) => [[rule.code, rule] as const, [rule.name, rule] as const]));
  for (const [name, value] of Object.entries(written)) {
    const rule = byName.get(name);
    if (rule === undefined || value === undefined) continue;
    const earlier = named.get(rule.code);
    if (earlier !== undefined) {
      report(`\`${name}\` is the rule that \`${earlier}\` sets already, and that holds. Keep one of them.`, name);
      continue;
    }
    named.set(rule.code, name);
    const ofGroup = settings[rule.code]?.severity;
    if (isSeverity(value)) settings[rule.code] = { severity: value, options: undefined };
    else if (isRecord(value)) {
      settings[rule.code] = {
        severity: isSeverity(value.severity) ? value.severity : ofGroup,
        options: value.options,
      };
    }
  }
  return settings;
}
