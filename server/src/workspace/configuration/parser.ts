import { parseDocument, type Document as YamlDocument } from "yaml";
import type { Finding } from "../../core/rules/rule.ts";
import {
  type ConfigurableRule,
  type ConfigurationFile,
  createConfigurationSchema,
} from "../../core/schema/configuration-schema.ts";
import { createLineIndex } from "../../core/syntax/line-index.ts";
import type { Range } from "../../core/syntax/range.ts";
import { configurationFinding } from "./finding.ts";
import { describeIssue } from "./issue.ts";
import type { NamedSetting } from "./layer.ts";
import { keyRange, type Path, valueRange } from "./place.ts";
import { prune, valueAt } from "./prune.ts";
import { resolveRules } from "./rule-settings.ts";

/** What one configuration file says, before presets, extended files and overrides are put together. */
export interface ParsedConfiguration {
  /** Everything in the file that holds. */
  readonly file: ConfigurationFile;
  /** The rules set at the top, then those of each entry of `overrides`. */
  readonly rules: readonly ReadonlyMap<string, NamedSetting>[];
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** The place of the value at a path, for findings and for `config print`. */
  readonly rangeOf: (path: Path) => Range;
  /** 1-based line of an offset. */
  readonly lineOf: (offset: number) => number;
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
      findings.push(describeIssue(issue, { path, key, value: valueAt(data, path), range }, rules));
    });
    const resolve = (written: ConfigurationFile["rules"], path: Path) =>
      resolveRules(written ?? {}, rules, (message, name) => {
        findings.push(configurationFinding("CF001", message, keyRange(document, path, name)));
      });
    const settings = [
      resolve(file.rules, ["rules"]),
      ...(file.overrides ?? []).map((override, index) => resolve(override.rules, ["overrides", index, "rules"])),
    ];
    const lines = createLineIndex(text);
    return {
      file,
      rules: settings,
      findings: findings.map((finding) => shiftFinding(finding, shift)).sort(byPlace),
      rangeOf: (path) => shift(valueRange(document, path)),
      lineOf: (offset) => lines.lineAt(offset) + 1,
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

function shiftFinding(finding: Finding, shift: (range: Range) => Range): Finding {
  const fixes = finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, range: shift(edit.range) })),
  }));
  return { ...finding, range: shift(finding.range), fixes };
}

function byPlace(a: Finding, b: Finding): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
