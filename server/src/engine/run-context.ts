import type { RunRequest } from "./contract.ts";
import type { EngineDependencies, Environment } from "./dependencies.ts";
import type { Masker } from "./masking/masker.ts";
import type { Interpreter } from "./process/interpreter.ts";
import type { RunEvent, RunEventBody } from "./record/events.ts";
import type { RecordWriter } from "./record/record-writer.ts";

/** What the parts of one run share. */
export interface RunContext {
  readonly request: RunRequest;
  readonly deps: EngineDependencies;
  readonly record: RecordWriter;
  readonly masker: Masker;
  readonly interpreters: ReadonlyMap<string, Interpreter>;
  /** Writes down which process group runs now, for whoever comes after a `kill -9`. Rejects with a `RecordError`. */
  readonly noteGroup: (group: number | undefined) => Promise<void>;
  /** Puts an event on record, then tells the listeners. Rejects with a `RecordError`; then nothing more may run. */
  readonly emit: (event: RunEventBody) => Promise<RunEvent>;
}

/** What a command inherits from those before it. A new value for each command; nothing is changed in place. */
export interface Surroundings {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Environment;
}
