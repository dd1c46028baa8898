import type { RunEvent, RunEventOf } from "./events.ts";

/** What became of a step. `unknown`: it began and no end is on record, so it may have run; `open`: it never began. */
export type StepState = "done" | "failed" | "verification-failed" | "skipped" | "stopped" | "unknown" | "open";

/** One attempt at a command, with its end where there is one. */
export interface CommandSummary {
  readonly start: RunEventOf<"command.start">;
  readonly end: RunEventOf<"command.end"> | undefined;
}

/** One chosen step of a run and what is on record of it. */
export interface StepSummary {
  readonly id: string;
  readonly title: string;
  readonly role: string;
  readonly manual: boolean;
  readonly state: StepState;
  readonly startedAt: string | undefined;
  readonly durationMs: number | undefined;
  readonly commands: readonly CommandSummary[];
  /** Why it was skipped, what the person noted, and what else was said of it, in order. */
  readonly notes: readonly string[];
}

/** A run as its events tell it. */
export interface RunSummary {
  readonly start: RunEventOf<"run.start">;
  /** Undefined when the run was cut off: killed, or still going. */
  readonly end: RunEventOf<"run.end"> | undefined;
  readonly inputs: readonly RunEventOf<"input">[];
  readonly steps: readonly StepSummary[];
  /** Notes that belong to no step. */
  readonly notes: readonly string[];
}

/** Reads a run from its events; undefined where they don't begin with `run.start`. Any prefix of a record will do. */
export function summarizeRun(events: readonly RunEvent[]): RunSummary | undefined {
  const start = events[0];
  if (start?.type !== "run.start") return undefined;
  const inputs = events.filter((event) => event.type === "input");
  const end = events.findLast((event) => event.type === "run.end");
  const notes = events.flatMap((event) => (event.type === "note" && event.step === undefined ? [event.text] : []));
  const steps = start.steps.map((step) => {
    const own = events.filter((event) => "step" in event && event.step === step.id);
    return { id: step.id, title: step.title, role: step.role, manual: step.manual, ...summarizeStep(own) };
  });
  return { start, end, inputs, steps, notes };
}

type StepFacts = Pick<StepSummary, "state" | "startedAt" | "durationMs" | "commands" | "notes">;

function summarizeStep(events: readonly RunEvent[]): StepFacts {
  let state: StepState = "open";
  let startedAt: string | undefined;
  let durationMs: number | undefined;
  const commands: CommandSummary[] = [];
  const notes: string[] = [];
  for (const event of events) {
    switch (event.type) {
      case "step.start":
        state = "unknown";
        startedAt = event.time;
        break;
      case "step.end":
        state = event.status;
        durationMs = event.durationMs;
        break;
      case "manual":
        if (event.note !== "") notes.push(event.note);
        break;
      case "skipped":
        notes.push(event.reason);
        break;
      case "note":
        notes.push(event.text);
        break;
      case "command.start":
        commands.push({ start: event, end: undefined });
        break;
      case "command.end": {
        const last = commands.at(-1);
        if (last) commands[commands.length - 1] = { ...last, end: event };
        break;
      }
    }
  }
  return { state, startedAt, durationMs, commands, notes };
}

/** How a command ended, in a few words: `exit 1`, `killed by SIGKILL`, `timed out after 5m 00s`. */
export function commandResult(end: RunEventOf<"command.end">): string {
  if (end.error !== undefined) return `could not be started: ${end.error}`;
  if (end.timedOut) return "timed out";
  if (end.signal !== undefined) return `ended by ${end.signal}`;
  if (end.mismatch !== undefined) return end.mismatch;
  return `exit ${end.exitCode ?? "unknown"}`;
}
