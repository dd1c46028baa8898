import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { configurationSchemaText } from "../workspace/configuration/schema-text.ts";
import { printConfiguration } from "./config/print.ts";
import { describeFileError } from "./files/file-problem.ts";
import type { CliIo } from "./io.ts";
import { UsageError } from "./usage-error.ts";

const FILE = ".runbookrc.yaml";

const INITIAL = `# Configuration of Incident Runbooks. All settings: \`runbook config schema\`.

# A preset, or the path of another configuration. Presets: outage-analysis (holds without one), google-sre, pagerduty,
# atlassian, gitlab, alert-runbook, minimal.
# extends: google-sre

# Which Markdown files are ours, where their name, folder or headings don't tell.
documents:
  runbooks: []        # - docs/oncall/**/*.md
  postmortems: []     # - docs/incidents/**/*.md
  ignore: []          # - docs/archive/

# The zone of timelines that state none.
# timeZone: UTC

# By code or name: off, hint, information, warning, error. \`runbook explain\` lists all rules.
rules: {}
#  missing-section: error
#  PM021: off

# Sections of your own, and levels of ours by id: required, suggested, optional.
# sections:
#   postmortem:
#     - {id: customer-notice, title: Customer notice, aliases: [status page], level: required, after: impact}

# Who can own a document or an action, how you write tickets, your scale of severities.
# owners: ["@kim", payments]
# codeowners: true
# tickets: [{pattern: "OPS-\\\\d+", url: "https://tickets.example.com/{ticket}"}]
# severities: {sev1: [red], sev2: [amber], sev3: [green]}

# Other settings for some files; the last that fits wins.
# overrides:
#   - files: [docs/alerts/**]
#     extends: alert-runbook
`;

/** Adds `config print`, `config init` and `config schema`. */
export function registerConfig(program: Command, io: CliIo): void {
  const config = program.command("config").description("Show, begin or describe the configuration");
  config
    .command("print")
    .description("Print what holds for a file or folder, and where each value comes from")
    .argument("[path]", "a file or folder", ".")
    .option("--json", "for programs")
    .action(async (path: string, { json }: { json?: boolean }) => printConfiguration(path, json === true, io));
  config
    .command("init")
    .description(`Write a ${FILE} to begin with`)
    .action(async () => init(io));
  config
    .command("schema")
    .description("Print the JSON Schema of a configuration file")
    .action(() => io.stdout(configurationSchemaText()));
}

async function init(io: CliIo): Promise<void> {
  try {
    await writeFile(resolve(io.cwd, FILE), INITIAL, { flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      throw new UsageError(`${FILE} is already there; it was left as it is.`);
    }
    throw new UsageError(`${FILE} cannot be written: ${describeFileError(error, "write")}`);
  }
  io.stderr(`Wrote ${FILE}.\n`);
}
