import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { URI } from "vscode-uri";
import { createRunFacts } from "../engine/record/run-facts.ts";
import { type Checker, createChecker } from "../workspace/checker.ts";
import { localDate } from "../workspace/local-date.ts";
import { createNodeWorkspace } from "../workspace/node-workspace.ts";
import { describeFileError } from "./files/file-problem.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The checker over this machine's files. `configuration` is the path of the one configuration to use, `none` for the
 * defaults, undefined for the nearest of each file. Throws a `UsageError` when the named file cannot be had.
 */
export async function openChecker(configuration: string | undefined, cwd: string): Promise<Checker> {
  const host = {
    workspace: createNodeWorkspace(),
    today: () => localDate(new Date()),
    folders: [URI.file(cwd).toString()],
    runs: createRunFacts(),
  };
  if (configuration === undefined) return createChecker(host);
  if (configuration === "none") return createChecker({ ...host, configuration });
  const path = resolve(cwd, configuration);
  try {
    if (!(await stat(path)).isFile()) throw new UsageError(`--config ${configuration}: it is no file.`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--config ${configuration}: ${describeFileError(error)}`);
  }
  return createChecker({ ...host, configuration: { uri: URI.file(path).toString() } });
}
