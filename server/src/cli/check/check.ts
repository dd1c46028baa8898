import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { URI } from "vscode-uri";
import type { Checker } from "../../workspace/checker.ts";
import { displayPath } from "../display-path.ts";
import { collectFiles } from "../files/collect-files.ts";
import { describeFileError } from "../files/file-problem.ts";
import { decodeText } from "../files/read-text.ts";
import { formatJson } from "../formats/json.ts";
import { formatText } from "../formats/text.ts";
import { visibleText } from "../formats/visible-text.ts";
import type { CliIo } from "../io.ts";
import { openChecker } from "../open-checker.ts";
import { reportInternalError } from "../report-internal-error.ts";
import { UsageError } from "../usage-error.ts";
import { type CheckedFiles, checkFiles, configurationReports, toReport } from "./check-files.ts";
import { exitCodeOf, isInvalid } from "./exit-code.ts";
import { fixText } from "./fix-text.ts";
import type { CheckOptions, Output } from "./options.ts";
import { type CheckReport, summarise } from "./report.ts";

/** Columns of a report that goes to no terminal. */
const PIPED_WIDTH = 80;

/** Checks what the options name, writes the reports, and sets the exit code. */
export async function check(options: CheckOptions, color: boolean, io: CliIo): Promise<void> {
  const started = performance.now();
  const checker = await openChecker(options.configuration, io.cwd);
  const fixedStdin = options.stdin && options.fix;
  const collected = options.stdin
    ? { files: [], problems: [] }
    : await collectFiles(options.paths.length === 0 ? ["."] : options.paths, io.cwd);
  const { reports, problems, internalErrors } = options.stdin
    ? await checkStdin(checker, options, io)
    : await checkFiles(collected.files, checker, {
        cwd: io.cwd,
        maxFileBytes: options.maxFileBytes,
        fix: options.fix,
        namedConfiguration: options.configuration !== undefined && options.configuration !== "none",
      });

  const report: CheckReport = { files: reports, summary: summarise(reports, performance.now() - started) };
  const unreadable = [...collected.problems, ...problems];
  for (const output of options.outputs) await write(output, report, { options, color, io, fixedStdin });
  for (const { path, message } of unreadable) io.stderr(`runbook: ${visibleText(path)}: ${message}\n`);
  reportInvalidConfigurations(report, io);
  for (const { path, error } of internalErrors) reportInternalError(error, `while checking ${path}`, io);
  io.setExitCode(exitCodeOf(report, { unreadable: unreadable.length, internal: internalErrors.length }, options));
}

/** Checks standard input as the content of `--stdin-filename`. With `--fix` the fixed text goes to standard output. */
async function checkStdin(checker: Checker, options: CheckOptions, io: CliIo): Promise<CheckedFiles> {
  const file = resolve(io.cwd, options.stdinFilename);
  const path = displayPath(file, io.cwd);
  const read = decodeText(await io.stdin(), options.maxFileBytes);
  if ("problem" in read) {
    return { reports: [], problems: [{ path: "standard input", message: read.problem }], internalErrors: [] };
  }
  const uri = URI.file(file).toString();
  const fixed = options.fix ? await fixText(checker, uri, read.text) : undefined;
  const text = fixed?.text ?? read.text;
  const checked = fixed?.checked ?? (await checker.check(uri, text));
  if (fixed !== undefined) io.stdout(text);
  const { source, problems } = checked.effective;
  const used = new Map(checked.document !== undefined && source !== undefined ? [[source, problems]] : []);
  const configurations = await configurationReports(used, new Set(), io.cwd);
  return {
    reports: [...configurations, toReport(path, text, checked, fixed?.applied ?? 0)],
    problems: [],
    internalErrors: [],
  };
}

interface WriteContext {
  readonly options: CheckOptions;
  readonly color: boolean;
  readonly io: CliIo;
  /** Standard output belongs to the fixed text; the report then goes to standard error. */
  readonly fixedStdin: boolean;
}

async function write(output: Output, report: CheckReport, context: WriteContext): Promise<void> {
  const { options, color, io, fixedStdin } = context;
  const toFile = output.file !== undefined;
  const { quiet, statistics } = options;
  const width = toFile ? PIPED_WIDTH : (io.columns ?? PIPED_WIDTH);
  const text =
    output.format === "json"
      ? formatJson(report)
      : formatText(report, { color: color && !toFile, width, quiet, statistics });
  if (output.file === undefined) {
    if (fixedStdin) io.stderr(text);
    else io.stdout(text);
    return;
  }
  try {
    await writeFile(resolve(io.cwd, output.file), text);
  } catch (error) {
    throw new UsageError(`The report cannot be written to ${output.file}: ${describeFileError(error, "write")}`);
  }
}

/** One line each, also where the report goes to a file or a program: what the person wrote there does not hold. */
function reportInvalidConfigurations({ files }: CheckReport, io: CliIo): void {
  for (const file of files) {
    if (file.kind !== "configuration") continue;
    for (const finding of file.findings.filter(isInvalid)) {
      const { line, character } = file.lines.positionAt(finding.range.start);
      io.stderr(`runbook: ${visibleText(`${file.path}:${line + 1}:${character + 1}: ${finding.message}`)}\n`);
    }
  }
}
