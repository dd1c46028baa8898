import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { URI, Utils } from "vscode-uri";
import type { RunFacts } from "../../core/rules/rule.ts";
import { localDate } from "../../workspace/local-date.ts";
import { documentPath, pathBelow } from "../../workspace/project.ts";
import type { RunFactsSource } from "../../workspace/run-facts-source.ts";
import { recordNameOf, runbookOfFolder } from "./record-name.ts";
import { type RunRecord, readRun, runsFolderOf } from "./record-reader.ts";

/** Records of one runbook that are read, newest first: what older ones tell, these tell too, or it is stale anyway. */
const MAX_RECORDS = 50;

/** What is kept of a record. */
interface RecordedSteps {
  /** The runbook's path as its plan named it. */
  readonly path: string;
  readonly steps: RunFacts["steps"];
}

/**
 * Tells from the records below a project's `.runbook/runs` when the steps of a runbook last succeeded. A project's folder
 * is listed once and a record is read once, and only where its folder bears the runbook's name. Broken records tell what
 * can be read of them. Documents that are no files on this machine have no records.
 */
export function createRunFacts(): RunFactsSource {
  const folders = new Map<string, Promise<ReadonlyMap<string, readonly string[]>>>();
  const records = new Map<string, Promise<RecordedSteps | undefined>>();

  const foldersIn = (root: string): Promise<ReadonlyMap<string, readonly string[]>> => {
    const known = folders.get(root) ?? listByRunbook(runsFolderOf(root));
    folders.set(root, known);
    return known;
  };
  const read = (folder: string): Promise<RecordedSteps | undefined> => {
    // No record in it, or one that can't be opened: it tells nothing.
    const known = records.get(folder) ?? readRun(folder).then(recordedSteps, () => undefined);
    records.set(folder, known);
    return known;
  };

  return {
    async of(uri, root) {
      const file = URI.parse(uri);
      if (file.scheme !== "file") return undefined;
      const base = root === undefined ? Utils.dirname(file) : URI.parse(root);
      const named = (await foldersIn(base.fsPath)).get(recordNameOf(file.fsPath)) ?? [];
      const isOfThis = (path: string): boolean => isSameDocument(path, uri, root);
      const found = await Promise.all(named.slice(0, MAX_RECORDS).map(read));
      const steps = found.flatMap((record) => (record !== undefined && isOfThis(record.path) ? record.steps : []));
      return steps.length === 0 ? undefined : { steps };
    },
    forget() {
      folders.clear();
      records.clear();
    },
  };
}

/** Folders of records, newest first, by the names of their runbooks. */
async function listByRunbook(runs: string): Promise<ReadonlyMap<string, readonly string[]>> {
  // No such folder is the usual case, and one that can't be listed tells nothing either.
  const names = await readdir(runs).catch(() => []);
  const found = new Map<string, string[]>();
  for (const name of names.sort().reverse()) {
    const runbook = runbookOfFolder(name);
    if (runbook === undefined) continue;
    const folders = found.get(runbook) ?? [];
    folders.push(join(runs, name));
    found.set(runbook, folders);
  }
  return found;
}

/** Paths in records begin with the name of the project's folder, which another clone may have given another name. */
function isSameDocument(recorded: string, uri: string, root: string | undefined): boolean {
  if (recorded === documentPath(uri, root)) return true;
  const below = root === undefined ? undefined : pathBelow(uri, root);
  return below !== undefined && recorded.slice(recorded.indexOf("/") + 1) === below;
}

/** The runbook and the steps that ended well, each with the day in this machine's zone; undefined for half a record. */
function recordedSteps({ events, summary }: RunRecord): RecordedSteps | undefined {
  if (summary === undefined) return undefined;
  const hashes = new Map(summary.start.steps.map(({ id, hash }) => [id, hash]));
  const steps = events.flatMap((event) =>
    event.type === "step.end" && event.status === "done"
      ? [{ id: event.step, hash: hashes.get(event.step), date: localDate(new Date(event.time)) }]
      : [],
  );
  return { path: summary.start.path, steps };
}
