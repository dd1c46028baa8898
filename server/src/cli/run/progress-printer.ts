import type { Colors } from "picocolors/types";
import type { PlanStep } from "../../core/checklist/plan.ts";
import { formatDuration, formatExpected } from "../../engine/duration.ts";
import type { RunEvent } from "../../engine/record/events.ts";
import { commandResult } from "../../engine/record/run-summary.ts";
import { visibleText } from "../formats/visible-text.ts";

/** Where a run is printed. */
export interface ProgressPrinter {
  readonly event: (event: RunEvent) => void;
  readonly output: (step: PlanStep, stream: "stdout" | "stderr", text: string) => void;
  /** Ends an unfinished line, so that a question or a message begins on one of its own. */
  readonly freshLine: () => void;
}

/** What a printer writes to. */
export interface ProgressSinks {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

const INDENT = "    ";

/**
 * Prints a run as it goes: a line for each step's beginning and end on `stderr`, its output indented on the stream that it
 * came from. Reads well without colour.
 */
export function createProgressPrinter(sinks: ProgressSinks, colors: Colors): ProgressPrinter {
  /** The stream whose last line has no end yet. */
  let open: "stdout" | "stderr" | undefined;
  let failure: string | undefined;

  const freshLine = (): void => {
    if (open !== undefined) sinks[open]("\n");
    open = undefined;
  };
  const say = (line: string): void => {
    freshLine();
    sinks.stderr(`${line}\n`);
  };

  return {
    freshLine,
    output(_, stream, text) {
      if (open !== stream) freshLine();
      const begins = open === undefined ? INDENT : "";
      const ended = text.endsWith("\n");
      const body = (ended ? text.slice(0, -1) : text).replaceAll("\n", `\n${INDENT}`);
      sinks[stream](`${begins}${body}${ended ? "\n" : ""}`);
      open = ended ? undefined : stream;
    },
    event(event) {
      switch (event.type) {
        case "step.start": {
          failure = undefined;
          const usual =
            event.expectedMs === undefined ? "" : colors.dim(`  (expected ~${formatExpected(event.expectedMs)})`);
          return say(
            `${colors.cyan("▸")} ${event.position}/${event.total} ${colors.bold(visibleText(event.title))}${usual}`,
          );
        }
        case "command.start":
          if (event.attempt > 1) say(`  try ${event.attempt}`);
          else if (event.verifies) say(colors.dim("  checking"));
          return;
        case "command.end":
          failure = event.ok ? undefined : commandResult(event);
          if (event.survivors !== undefined) say(`  ${colors.yellow("!")} ${visibleText(event.survivors)}`);
          return;
        case "note":
          return say(`  ${colors.yellow("!")} ${visibleText(event.text)}`);
        case "skipped":
          failure = event.reason;
          return;
        case "manual":
          failure = event.note;
          return;
        case "step.end":
          return say(`  ${stepResult(event.status, event.durationMs, failure, colors)}`);
        default:
          return;
      }
    },
  };
}

type StepStatus = Extract<RunEvent, { type: "step.end" }>["status"];

function stepResult(status: StepStatus, durationMs: number, reason: string | undefined, colors: Colors): string {
  const why = reason ? `: ${visibleText(reason)}` : "";
  const took = formatDuration(durationMs);
  switch (status) {
    case "done":
      return colors.green(`✓ done in ${took}`);
    case "skipped":
      return `- skipped${why}`;
    case "stopped":
      return colors.yellow(`■ stopped after ${took}`);
    case "verification-failed":
      return colors.red(`✗ verification failed after ${took}${why}`);
    case "failed":
      return colors.red(`✗ failed after ${took}${why}`);
  }
}
