import * as z from "zod";

const effect = z.enum(["read", "write", "destroy"]);
const count = z.int().nonnegative();
const bytes = z.object({ from: count, to: count });

/** What every line of a record carries. `prev` is the `seal` of the line before (64 zeros for the first). */
const stamp = {
  seq: count,
  /** ISO 8601 in UTC with milliseconds. */
  time: z.iso.datetime({ precision: 3 }),
  prev: z.string().regex(/^[0-9a-f]{64}$/),
};

const plannedStep = z.object({
  id: z.string(),
  title: z.string(),
  role: z.string(),
  effect,
  hash: z.string(),
  manual: z.boolean(),
});

const runStart = z.object({
  type: z.literal("run.start"),
  /** Version of this format; a reader refuses a greater one. */
  version: z.literal(1),
  /** Printed as it is and part of a folder's name: nothing else may stand here. */
  run: z.string().regex(/^[a-z0-9]{1,16}$/),
  /** Path of the document as the plan names it. */
  path: z.string(),
  title: z.string(),
  planHash: z.string(),
  mode: z.enum(["step", "auto"]),
  interactive: z.boolean(),
  user: z.string(),
  host: z.string(),
  pid: count,
  steps: z.array(plannedStep),
});

const consent = z.object({
  type: z.literal("consent"),
  planHash: z.string(),
  /** `remembered`: this person agreed to this version before. `beforehand`: effects named when the run was started. */
  how: z.enum(["asked", "remembered", "beforehand"]),
  effects: z.array(effect),
});

const input = z.object({
  type: z.literal("input"),
  name: z.string(),
  source: z.enum(["given", "asked", "default", "environment"]),
  secret: z.boolean(),
  /** Absent for secrets, and for values that came from the environment: nobody chose to put those on record. */
  value: z.string().optional(),
});

const stepStart = z.object({
  type: z.literal("step.start"),
  step: z.string(),
  title: z.string(),
  /** 1-based place among the chosen steps, and their number. */
  position: count,
  total: count,
  effect,
  hash: z.string(),
  expectedMs: z.number().optional(),
});

const commandStart = z.object({
  type: z.literal("command.start"),
  step: z.string(),
  /** 1-based place among the step's commands. */
  command: count,
  attempt: count,
  language: z.string(),
  script: z.string(),
  effect,
  verifies: z.boolean(),
  cwd: z.string(),
  /** False for `interactive` commands: they own the terminal, and what they print is not in the record. */
  captured: z.boolean(),
});

const commandEnd = z.object({
  type: z.literal("command.end"),
  step: z.string(),
  command: count,
  attempt: count,
  ok: z.boolean(),
  exitCode: z.int().optional(),
  signal: z.string().optional(),
  timedOut: z.boolean(),
  durationMs: z.number(),
  /** Where in `out/<step>.stdout` and `out/<step>.stderr` the output of this command lies, in bytes. */
  stdout: bytes,
  stderr: bytes,
  /** In what way its output is not as the runbook expects, when everything else was right. */
  mismatch: z.string().optional(),
  /** Why it could not be started. */
  error: z.string().optional(),
  /** Says honestly that processes of this command may still run. */
  survivors: z.string().optional(),
  /** What the command wrote into `$RUNBOOK_OUTPUT`. */
  outputs: z.record(z.string(), z.string()).optional(),
});

const stepEnd = z.object({
  type: z.literal("step.end"),
  step: z.string(),
  status: z.enum(["done", "failed", "verification-failed", "skipped", "stopped"]),
  durationMs: z.number(),
});

const manual = z.object({
  type: z.literal("manual"),
  step: z.string(),
  outcome: z.enum(["done", "skipped", "failed", "stop"]),
  note: z.string(),
  user: z.string(),
  durationMs: z.number(),
});

const skipped = z.object({ type: z.literal("skipped"), step: z.string(), reason: z.string() });

const note = z.object({ type: z.literal("note"), step: z.string().optional(), text: z.string() });

const runEnd = z.object({
  type: z.literal("run.end"),
  status: z.enum(["done", "failed", "verification-failed", "stopped"]),
  exitCode: count,
  message: z.string(),
  durationMs: z.number(),
});

/**
 * One line of `events.jsonl`, without the `seal` that closes it. Keys that a later version adds are ignored. Values of
 * secret inputs never occur: every string went through the masks.
 */
export const runEventSchema = z.discriminatedUnion("type", [
  runStart.extend(stamp),
  consent.extend(stamp),
  input.extend(stamp),
  stepStart.extend(stamp),
  commandStart.extend(stamp),
  commandEnd.extend(stamp),
  stepEnd.extend(stamp),
  manual.extend(stamp),
  skipped.extend(stamp),
  note.extend(stamp),
  runEnd.extend(stamp),
]);

/** What happened in a run: one line of its record. */
export type RunEvent = z.infer<typeof runEventSchema>;

/** An event before the record gave it its number, time and place in the chain. */
export type RunEventBody = Unstamped<RunEvent>;

/** Without the stamp, for each member of the union by itself. */
type Unstamped<Event> = Event extends unknown ? Omit<Event, keyof typeof stamp> : never;

/** The event of one type. */
export type RunEventOf<Type extends RunEvent["type"]> = Extract<RunEvent, { type: Type }>;
