import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { URI, Utils } from "vscode-uri";
import { stringify } from "yaml";
import type { Configuration } from "../core/schema/configuration.ts";
import { CONFIGURABLE_RULES } from "../workspace/configuration/configurable-rules.ts";
import { configurationSchemaText } from "../workspace/configuration/schema-text.ts";
import { displayPath } from "./display-path.ts";
import { EXIT } from "./exit-codes.ts";
import { describeFileError } from "./files/file-problem.ts";
import { visibleText } from "./formats/visible-text.ts";
import type { CliIo } from "./io.ts";
import { openChecker } from "./open-checker.ts";
import { UsageError } from "./usage-error.ts";

const FILE = ".runbookrc.yaml";

const INITIAL = `# Configuration of Incident Runbooks. All settings: \`runbook config schema\`.

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
`;

/** Adds `config print`, `config init` and `config schema`. */
export function registerConfig(program: Command, io: CliIo): void {
  const config = program.command("config").description("Show, begin or describe the configuration");
  config
    .command("print")
    .description("Print what holds for a file or folder")
    .argument("[path]", "a file or folder", ".")
    .option("--json", "for programs")
    .action(async (path: string, { json }: { json?: boolean }) => print(path, json === true, io));
  config
    .command("init")
    .description(`Write a ${FILE} to begin with`)
    .action(async () => init(io));
  config
    .command("schema")
    .description("Print the JSON Schema of a configuration file")
    .action(() => io.stdout(configurationSchemaText()));
}

async function print(path: string, json: boolean, io: CliIo): Promise<void> {
  const checker = await openChecker(undefined, io.cwd);
  const inside = Utils.joinPath(URI.file(resolve(io.cwd, path)), "document.md");
  const { configuration, source, problems } = await checker.configurationOf(inside.toString());
  const shown = source === undefined ? undefined : displayPath(URI.parse(source).fsPath, io.cwd);
  const effective = describe(configuration);
  if (json) io.stdout(`${JSON.stringify({ source: shown ?? null, ...effective }, undefined, 2)}\n`);
  else
    io.stdout(
      `# ${shown === undefined ? "defaults: there is no configuration file" : `from ${shown}`}\n${stringify(effective)}`,
    );
  for (const { message } of problems) io.stderr(`runbook: ${visibleText(`${shown ?? ""}: ${message}`)}\n`);
  io.setExitCode(problems.some(({ severity }) => severity === "error") ? EXIT.usage : EXIT.clean);
}

function describe(configuration: Configuration): Record<string, unknown> {
  const rules = CONFIGURABLE_RULES.map((rule) => {
    const setting = configuration.rules[rule.code];
    const severity = setting?.severity ?? rule.severity;
    return [rule.name, setting?.options === undefined ? severity : { severity, options: setting.options }] as const;
  });
  return {
    documents: configuration.documents,
    timeZone: configuration.timeZone ?? null,
    rules: Object.fromEntries(rules),
  };
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
