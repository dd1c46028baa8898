import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type RunEvent, runEventSchema } from "./events.ts";
import { CHAIN_START, openLine } from "./hash-chain.ts";
import { type RunSummary, summarizeRun } from "./run-summary.ts";

/** Something that is not as it was written. `line` is 1-based, in `events.jsonl`; 0: the whole file. */
export interface RecordProblem {
  readonly line: number;
  readonly message: string;
}

/** A record as far as it can be read. */
export interface RunRecord {
  readonly folder: string;
  readonly events: readonly RunEvent[];
  /** Undefined when not even the beginning of the run is there. */
  readonly summary: RunSummary | undefined;
  /** The last line was cut off while it was written (the machine or the process died): it was dropped. */
  readonly torn: boolean;
  /** Broken places of the chain and lines that are no events. Empty for a record that nobody changed. */
  readonly problems: readonly RecordProblem[];
}

/**
 * Reads the record in a folder, whatever state it is in: any prefix is valid, a torn last line is dropped and said, and a
 * changed, removed or inserted line is said with its number. Rejects only when `events.jsonl` can't be read at all.
 */
export async function readRun(folder: string): Promise<RunRecord> {
  const text = await readFile(join(folder, "events.jsonl"), "utf8");
  return { folder, ...readEvents(text) };
}

/** Reads the text of `events.jsonl`. Never throws. */
export function readEvents(text: string): Omit<RunRecord, "folder"> {
  const lines = text.split("\n");
  // A finished line ends with a line break, so what follows the last one is half a line.
  const torn = lines.pop() !== "";
  const events: RunEvent[] = [];
  const problems: RecordProblem[] = [];
  let expected = CHAIN_START;
  lines.forEach((line, index) => {
    const number = index + 1;
    const { body, hash, intact } = openLine(line);
    const event = parseEvent(body);
    if (!intact) problems.push({ line: number, message: `Line ${number} was changed after it was written.` });
    if (event === undefined) problems.push({ line: number, message: `Line ${number} is no event of a run.` });
    else {
      if (event.prev !== expected) {
        problems.push({
          line: number,
          message: `Line ${number} does not follow the line before it: one was changed, removed or put in.`,
        });
      }
      events.push(event);
    }
    expected = hash;
  });
  return { events, summary: summarizeRun(events), torn, problems };
}

function parseEvent(body: string): RunEvent | undefined {
  try {
    return runEventSchema.safeParse(JSON.parse(body)).data;
  } catch {
    // Not even JSON: the caller says so with the line's number.
    return undefined;
  }
}

function unreadable(folder: string, error: unknown): RunRecord {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The record can't be read: ${reason}`;
  return { folder, events: [], summary: undefined, torn: false, problems: [{ line: 0, message }] };
}

/** All records below a project's `.runbook/runs`, newest first; none where the folder does not exist. One that can't be read has a problem that says so. */
export async function listRuns(projectRoot: string): Promise<RunRecord[]> {
  const runs = runsFolderOf(projectRoot);
  const names = await readdir(runs).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  const records: RunRecord[] = [];
  for (const name of names.sort().reverse()) {
    const folder = join(runs, name);
    if (await isRecord(folder))
      records.push(await readRun(folder).catch((error: unknown) => unreadable(folder, error)));
  }
  return records;
}

/**
 * The record that a person means: `latest`, a run's six characters, the folder's name or a beginning of it.
 * Undefined when there is none.
 */
export async function findRun(projectRoot: string, name: string): Promise<RunRecord | undefined> {
  const records = await listRuns(projectRoot);
  if (name === "latest") return records[0];
  const exact = records.find((record) => record.summary?.start.run === name || basename(record.folder) === name);
  return exact ?? records.find((record) => basename(record.folder).startsWith(name));
}

/** Where the records of a project lie. */
export function runsFolderOf(projectRoot: string): string {
  return join(projectRoot, ".runbook", "runs");
}

async function isRecord(folder: string): Promise<boolean> {
  try {
    return (await stat(join(folder, "events.jsonl"))).isFile();
  } catch {
    // No such file: a lock, a note, or something else that lies there.
    return false;
  }
}
