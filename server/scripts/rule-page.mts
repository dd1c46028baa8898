import * as z from "zod";
import { applyFixes } from "../src/core/fixes/apply-fixes.ts";
import { readDocument } from "../src/core/model/read-document.ts";
import type { AnyRule, Finding, RuleExample } from "../src/core/rules/rule.ts";
import { lint } from "../src/core/rules/runner.ts";
import { DEFAULT_CONFIGURATION } from "../src/core/schema/configuration.ts";
import { codeFrame } from "./code-frame.mts";

const SEVERITIES = {
  error: "error",
  warning: "warning",
  information: "information",
  hint: "hint",
  off: "off",
} as const;
const FIXES = {
  none: "no fix",
  safe: "a fix that is safe to apply unseen",
  unsafe: "a fix that wants a look",
} as const;

/** The page of a rule, in Markdown: what, why, examples with what is reported, how to switch it off. */
export function rulePage(rule: AnyRule): string {
  const kinds =
    rule.group === "configuration" ? "configuration files" : rule.kinds.map((kind) => `${kind}s`).join(" and ");
  const parts = [
    "<!-- Generated from the rule by `npm run generate`: edit the rule, not this page. -->",
    `# ${rule.code} ${rule.name}`,
    `${capital(SEVERITIES[rule.severity])} · ${kinds} · ${FIXES[rule.fix]} · since ${rule.since}${rule.status === "stable" ? "" : ` · ${rule.status}`}`,
    "## What it does",
    rule.docs.what,
    "## Why is this bad",
    rule.docs.why,
    ...rule.docs.examples.flatMap((example) => exampleParts(rule, example)),
    ...optionParts(rule),
    ...suppressionParts(rule),
    ...referenceParts(rule),
  ];
  return `${parts.join("\n\n")}\n`;
}

function exampleParts(rule: AnyRule, example: RuleExample): readonly string[] {
  const parts = [`## Example: ${lower(example.title)}`];
  if (example.bad !== undefined) {
    const findings = findingsOf(rule, example, example.bad);
    parts.push("Bad:", fence(example.bad, "markdown"), "What is reported:");
    parts.push(fence(findings.map((finding) => codeFrame(example.bad ?? "", finding)).join("\n"), "text"));
    if (example.fixed !== undefined) {
      parts.push("After the fix:", fence(applyFixes(example.bad, findings, "unsafe").text, "markdown"));
    }
  }
  if (example.good !== undefined) parts.push("Good:", fence(example.good, "markdown"));
  return parts;
}

function findingsOf(rule: AnyRule, example: RuleExample, text: string): readonly Finding[] {
  const path = example.path ?? (rule.kinds[0] === "postmortem" ? "postmortems/example.md" : "runbooks/example.md");
  const surroundings = { exists: (target: string) => example.files?.includes(target), today: "2025-02-01" };
  const findings = lint(readDocument({ text, path }), DEFAULT_CONFIGURATION, surroundings);
  return findings.filter(({ code }) => code === rule.code);
}

function optionParts(rule: AnyRule): readonly string[] {
  if (rule.options === undefined) return [];
  const defaults = JSON.stringify(rule.options.parse({}));
  const schema = z.toJSONSchema(rule.options, { io: "input" });
  const names = Object.keys(schema.properties ?? {}).map((name) => `\`${name}\``);
  return ["## Options", `${names.join(", ")}. Defaults: \`${defaults}\`.`];
}

function suppressionParts(rule: AnyRule): readonly string[] {
  // Configuration files have no comments of ours, and a failure of the product is not to be silenced.
  if (rule.group === "internal" || rule.group === "configuration") return [];
  return [
    "## Switching it off",
    "For one place, with a reason:",
    fence(`<!-- runbook-disable-next-line ${rule.name} -- why -->\n`, "markdown"),
    "For a project, or with another severity, in `.runbookrc.yaml`:",
    fence(`rules:\n  ${rule.name}: off\n`, "yaml"),
  ];
}

function referenceParts(rule: AnyRule): readonly string[] {
  const references = rule.docs.references ?? [];
  return references.length === 0 ? [] : ["## References", references.map((url) => `- <${url}>`).join("\n")];
}

/** A fence longer than any in the text. */
function fence(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map(({ length }) => length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${text.trimEnd()}\n${marks}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
