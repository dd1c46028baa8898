// Writes the files that are made from the rules' metadata, or, with --check, names those that are stale and exits with 1.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { RULES } from "../src/core/rules/registry.ts";
import { configurationSchemaText } from "../src/workspace/configuration/schema-text.ts";
import { configurationPage } from "./configuration-page.mts";
import { ruleIndex } from "./rule-index.mts";
import { rulePage } from "./rule-page.mts";

const root = path.join(import.meta.dirname, "../..");
const RULES_FOLDER = "docs/rules";

const schema = configurationSchemaText();
const wanted = new Map([
  ["docs/runbookrc.schema.json", schema],
  ["docs/configuration.md", configurationPage(schema)],
  [`${RULES_FOLDER}/README.md`, ruleIndex(RULES)],
  ...RULES.map((rule) => [`${RULES_FOLDER}/${rule.code}.md`, rulePage(rule)] as const),
]);
const stale = [...wanted].filter(([file, content]) => readIfThere(file) !== content).map(([file]) => file);
// A page whose rule is gone.
const orphans = pagesThere().filter((file) => !wanted.has(file));

if (process.argv.includes("--check")) {
  for (const file of stale) console.error(`${file} is stale: run "npm run generate" and commit what it writes.`);
  for (const file of orphans)
    console.error(`${file} belongs to no rule: run "npm run generate" and commit the removal.`);
  process.exitCode = stale.length + orphans.length > 0 ? 1 : 0;
} else {
  mkdirSync(path.join(root, RULES_FOLDER), { recursive: true });
  for (const file of stale) writeFileSync(path.join(root, file), wanted.get(file) ?? "");
  for (const file of orphans) rmSync(path.join(root, file));
  console.log(`${wanted.size} files, ${stale.length} written, ${orphans.length} removed.`);
}

function readIfThere(file: string): string | undefined {
  try {
    // Git may have checked the file out with CRLF.
    return readFileSync(path.join(root, file), "utf8").replaceAll("\r\n", "\n");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function pagesThere(): readonly string[] {
  try {
    return readdirSync(path.join(root, RULES_FOLDER))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${RULES_FOLDER}/${name}`);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
