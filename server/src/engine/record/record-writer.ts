import { join } from "node:path";
import type { EngineDependencies } from "../dependencies.ts";
import type { Masker } from "../masking/masker.ts";
import type { RunEvent, RunEventBody } from "./events.ts";
import { CHAIN_START, sealLine } from "./hash-chain.ts";
import { outputName } from "./output-name.ts";
import { type RecordError, recordError } from "./record-error.ts";
import type { GrowingFile } from "./record-files.ts";
import { recordNameOf } from "./record-name.ts";
import { renderRunMarkdown } from "./run-markdown.ts";
import { summarizeRun } from "./run-summary.ts";

/** The two output streams of a command. */
export type OutputStream = "stdout" | "stderr";

/** A record being written. Every method rejects with a `RecordError` when the disk refuses. */
export interface RecordWriter {
  /** Absolute path of the record's folder. */
  readonly folder: string;
  /** Numbers, dates, masks and chains an event; returns when it is on the disk. */
  append(body: RunEventBody): Promise<RunEvent>;
  /** Adds text to a step's output file. It must have been masked already: a secret may be split over two texts. */
  output(step: string, stream: OutputStream, text: string): Promise<void>;
  /** Bytes of a step's output so far. */
  outputSize(step: string, stream: OutputStream): number;
  /** Writes `run.md` and closes all files. */
  close(): Promise<void>;
}

/** Where a record is made. */
export interface RecordPlace {
  /** The `.runbook/runs` folder of the project. */
  readonly runsFolder: string;
  /** The runbook's file. */
  readonly file: string;
  /** Six characters that tell this run from others. */
  readonly run: string;
}

/** What keeps output and locks of runs out of version control; the events and `run.md` may be committed. */
const IGNORE = "# Whole outputs and locks stay on this machine.\nout/\n*.lock\n*.lock.*\n";

/** Makes the folder of all records with its `.gitignore`. Rejects with a `RecordError`. */
export async function prepareRunsFolder(runsFolder: string, deps: EngineDependencies): Promise<void> {
  try {
    await deps.files.makeFolder(runsFolder);
    try {
      await deps.files.create(join(runsFolder, ".gitignore"), IGNORE);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  } catch (error) {
    throw recordError("The run's record", runsFolder, error);
  }
}

/** Makes the folder `<time>-<runbook>-<run>` with an empty record, durable before it returns. */
export async function createRecord(
  place: RecordPlace,
  masker: Masker,
  deps: EngineDependencies,
): Promise<RecordWriter> {
  const folder = join(place.runsFolder, `${compactTime(deps.now())}-${recordNameOf(place.file)}-${place.run}`);
  const fail = (error: unknown): never => {
    throw recordError("The run's record", folder, error);
  };
  const open = async (): Promise<GrowingFile> => {
    await deps.files.makeFolder(join(folder, "out"), 0o700);
    const file = await deps.files.open(join(folder, "events.jsonl"));
    await deps.files.syncFolder(folder);
    await deps.files.syncFolder(place.runsFolder);
    return file;
  };
  const events = await open().catch(fail);
  const written: RunEvent[] = [];
  const outputs = new Map<string, GrowingFile>();
  let prev = CHAIN_START;
  let broken: RecordError | undefined;

  const outputFile = async (step: string, stream: OutputStream): Promise<GrowingFile> => {
    const name = outputName(step, stream);
    const known = outputs.get(name);
    if (known) return known;
    const file = await deps.files.open(join(folder, "out", name));
    outputs.set(name, file);
    return file;
  };

  return {
    folder,
    async append(body) {
      // Behind half a line nothing may follow: the reader takes a record up to its first broken line.
      if (broken) throw broken;
      const stamp = { seq: written.length, time: new Date(deps.now()).toISOString(), prev };
      const event = maskDeep({ ...body }, masker);
      const stamped: RunEvent = { ...stamp, ...event };
      const { line, hash } = sealLine(stamped);
      try {
        // The event names a range of bytes: they must be there when it is.
        if (body.type === "command.end") for (const file of outputs.values()) await file.sync();
        await events.append(`${line}\n`);
        await events.sync();
      } catch (error) {
        broken = recordError("The run's record", folder, error);
        throw broken;
      }
      prev = hash;
      written.push(stamped);
      return stamped;
    },
    async output(step, stream, text) {
      try {
        await (await outputFile(step, stream)).append(text);
      } catch (error) {
        fail(error);
      }
    },
    outputSize: (step, stream) => outputs.get(outputName(step, stream))?.size() ?? 0,
    async close() {
      try {
        for (const file of outputs.values()) await file.close();
        await events.close();
        const summary = summarizeRun(written);
        if (summary) await deps.files.replace(join(folder, "run.md"), renderRunMarkdown(summary));
      } catch (error) {
        fail(error);
      }
    },
  };
}

/** `20251123T140211Z`: sorts by time and is a file name everywhere. */
function compactTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** Words of the format itself: they tell nothing, and masking them would make the record unreadable. */
const OWN_WORDS = new Set([
  "type",
  "status",
  "how",
  "effect",
  "effects",
  "source",
  "mode",
  "outcome",
  "hash",
  "planHash",
]);

/** Masks every text in an event, also the names of outputs, but not the format's own words. */
function maskDeep<Value>(value: Value, masker: Masker): Value;
function maskDeep(value: unknown, masker: Masker): unknown {
  if (typeof value === "string") return masker.mask(value);
  if (Array.isArray(value)) return value.map((item) => maskDeep(item, masker));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      OWN_WORDS.has(key) ? [key, item] : [key, key === "outputs" ? maskKeys(item, masker) : maskDeep(item, masker)],
    ),
  );
}

function maskKeys(value: unknown, masker: Masker): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [masker.mask(key), maskDeep(item, masker)]));
}
