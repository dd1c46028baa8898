import { join, resolve } from "node:path";
import { URI } from "vscode-uri";
import { createLineIndex } from "../../core/syntax/line-index.ts";
import type { Checked, Checker } from "../../workspace/checker.ts";
import { createNodeWorkspace } from "../../workspace/node-workspace.ts";
import { displayPath } from "../display-path.ts";
import { describeFileError, type FileProblem } from "../files/file-problem.ts";
import { readTextFile } from "../files/read-text.ts";
import { replaceTextFile } from "../files/write-text.ts";
import { type FixedText, fixText } from "./fix-text.ts";
import type { FileReport } from "./report.ts";

/** What came of checking some files. */
export interface CheckedFiles {
  readonly reports: readonly FileReport[];
  /** Files that could not be read or written. */
  readonly problems: readonly FileProblem[];
  /** Files on which we failed. */
  readonly internalErrors: readonly { readonly path: string; readonly error: unknown }[];
}

/** How to check them. */
export interface CheckFilesOptions {
  readonly cwd: string;
  readonly maxFileBytes: number;
  readonly fix: boolean;
  /** The one configuration that the person named: its problems are told even when no file was there to use it. */
  readonly namedConfiguration: boolean;
}

/**
 * Reads and checks files one after the other; whatever goes wrong with one, the others are still checked. The
 * configurations that were used come first in the reports when something is wrong with them.
 */
export async function checkFiles(
  files: readonly string[],
  checker: Checker,
  { cwd, maxFileBytes, fix, namedConfiguration }: CheckFilesOptions,
): Promise<CheckedFiles> {
  const reports: FileReport[] = [];
  const problems: FileProblem[] = [];
  const internalErrors: { path: string; error: unknown }[] = [];
  const sources = new Map<string, Checked["effective"]["problems"]>();

  if (namedConfiguration) {
    const { source, problems: ofSource } = await checker.configurationOf(URI.file(join(cwd, "any.md")).toString());
    if (source !== undefined) sources.set(source, ofSource);
  }
  for (const file of files) {
    const path = displayPath(file, cwd);
    const read = await readTextFile(file, maxFileBytes);
    if ("problem" in read) {
      problems.push({ path, message: read.problem });
      continue;
    }
    try {
      const uri = URI.file(file).toString();
      let result = fix ? await fixText(checker, uri, read.text) : await unfixed(checker, uri, read.text);
      if (result.text !== read.text) {
        const problem = await writeProblem(file, result.text);
        if (problem !== undefined) {
          problems.push({ path, message: `the fixes cannot be written: ${problem}` });
          result = await unfixed(checker, uri, read.text);
        }
      }
      const { text, checked, applied } = result;
      if (checked.document !== undefined && checked.effective.source !== undefined) {
        sources.set(checked.effective.source, checked.effective.problems);
      }
      reports.push(toReport(path, text, checked, applied));
    } catch (error) {
      internalErrors.push({ path, error });
    }
  }

  const configurations = await configurationReports(sources, new Set(files), cwd);
  return { reports: [...configurations, ...reports], problems, internalErrors };
}

/** A file's report, made from what the checker gave. */
export function toReport(path: string, text: string, checked: Checked, fixed: number): FileReport {
  return {
    path,
    kind: checked.document?.kind ?? "configuration",
    text,
    lines: checked.document?.syntax.lines ?? createLineIndex(text),
    findings: checked.findings,
    fixed,
  };
}

/** Reports of configurations with problems, but for those that are among the checked files anyway. */
export async function configurationReports(
  sources: ReadonlyMap<string, Checked["effective"]["problems"]>,
  already: ReadonlySet<string>,
  cwd: string,
): Promise<FileReport[]> {
  const workspace = createNodeWorkspace();
  const reports: FileReport[] = [];
  for (const [uri, findings] of sources) {
    const file = URI.parse(uri).fsPath;
    if (findings.length === 0 || already.has(resolve(file))) continue;
    // Read as the checker read it, which does not follow a link to just any file of this machine.
    const text = (await workspace.read(uri)) ?? "";
    const lines = createLineIndex(text);
    reports.push({ path: displayPath(file, cwd), kind: "configuration", text, lines, findings, fixed: 0 });
  }
  return reports.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function unfixed(checker: Checker, uri: string, text: string): Promise<FixedText> {
  return { text, checked: await checker.check(uri, text), applied: 0 };
}

/** Why a file's new text could not be written; undefined when it was. */
async function writeProblem(file: string, text: string): Promise<string | undefined> {
  try {
    await replaceTextFile(file, text);
    return undefined;
  } catch (error) {
    return describeFileError(error, "write");
  }
}
