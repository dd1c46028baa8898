import type { Command } from "commander";
import type { CliIo } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import { useColor } from "../use-color.ts";
import { type CheckOptions, parseCount, parseFailOn, parseOutput, parseSize, refuseClashes } from "./options.ts";

/** What commander makes of the command line. */
interface Flags {
  readonly format?: string[];
  readonly fix?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly failOn?: string;
  readonly maxWarnings?: string;
  readonly config?: string | false;
  readonly maxFileSize: string;
  readonly quiet?: boolean;
  readonly statistics?: boolean;
  readonly color?: boolean;
}

const HELP = `
Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong usage, invalid
configuration or unreadable file (the rest is still checked), 3 internal error.

Files that .gitignore or .runbookignore name are left out, unless you name them.

Examples:
  runbook check                                  everything below this folder
  runbook check docs/runbooks "**/*.postmortem.md"
  runbook check --format json=report.json --format text
  git show :a.md | runbook check --stdin --stdin-filename a.md`;

/** Adds `check`, and `fix`, which is `check --fix`. */
export function registerCheck(program: Command, io: CliIo): void {
  for (const name of ["check", "fix"]) {
    const isFix = name === "fix";
    const command = program
      .command(name)
      .description(isFix ? "Apply the safe fixes, and check what is left" : "Check runbooks and postmortems")
      .argument("[paths...]", "files, folders or globs (default: this folder)")
      .option("--format <name[=file]>", "text or json; repeat it for several (default: text)", append)
      .option("--stdin", "check standard input")
      .option("--stdin-filename <path>", "what standard input would be called (default: stdin.md)")
      .option("--fail-on <severity>", "least severity that fails: error, warning, information, hint, never")
      .option("--max-warnings <n>", "fail when there are more; then --fail-on is error by default")
      .option("--config <file>", "use this configuration for every file")
      .option("--no-config", "use the defaults, whatever configuration there is")
      .option("--max-file-size <size>", "refuse larger files", "5MB")
      .option("--quiet", "no summary")
      .option("--statistics", "only the summary, with all rules")
      .option("--color", "colours, also into a pipe")
      .option("--no-color", "no colours")
      .addHelpText("after", HELP)
      .action(async (paths: string[], flags: Flags) => {
        const options = understand(paths, isFix ? { ...flags, fix: true } : flags);
        const { check } = await import("./check.ts");
        await check(options, useColor(flags.color, io.env, io.isTTY), io);
      });
    if (!isFix) command.option("--fix", "apply the safe fixes first");
  }
}

function append(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}

function understand(paths: readonly string[], flags: Flags): CheckOptions {
  const outputs = (flags.format ?? ["text"]).map(parseOutput);
  refuseClashes(outputs);
  const stdin = flags.stdin === true || flags.stdinFilename !== undefined || paths.join() === "-";
  if (stdin && paths.length > 0 && paths.join() !== "-") {
    throw new UsageError("--stdin checks standard input only: leave the paths out, or leave --stdin out.");
  }
  const maxWarnings = flags.maxWarnings === undefined ? undefined : parseCount(flags.maxWarnings, "--max-warnings");
  const failOn = flags.failOn ?? (maxWarnings === undefined ? "warning" : "error");
  return {
    paths,
    outputs,
    fix: flags.fix === true,
    stdin,
    stdinFilename: flags.stdinFilename ?? "stdin.md",
    failOn: parseFailOn(failOn),
    maxWarnings,
    configuration: flags.config === false ? "none" : flags.config,
    maxFileBytes: parseSize(flags.maxFileSize),
    quiet: flags.quiet === true,
    statistics: flags.statistics === true,
  };
}
