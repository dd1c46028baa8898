import { type Disposable, EventEmitter, l10n, type Terminal, ThemeIcon, window } from "vscode";
import type { PlanStep } from "../../../server/src/core/checklist/plan.ts";
import { describeState } from "./describe-state.ts";
import { formatDuration } from "./durations.ts";
import type { RunView, StepState } from "./progress.ts";
import { oneLine, revealHidden } from "./shown-text.ts";

const RESET = "\u001b[0m";
const BOLD = "\u001b[1m";
const DIM = "\u001b[2m";
const RED = "\u001b[31m";
const GREEN = "\u001b[32m";
const YELLOW = "\u001b[33m";
const CTRL_C = "\u0003";

/** The terminal of one run. It has no process: the engine's output is written into it, and Ctrl+C stops the run. */
export interface RunTerminal extends RunView, Disposable {
  /** The last line, when the run is over. */
  finished(text: string, good: boolean): void;
  show(): void;
}

/**
 * Opens the terminal of a run and shows it without taking the focus.
 *
 * @param stop is called for Ctrl+C and when the terminal is closed while the run goes on
 */
export function createRunTerminal(title: string, steps: readonly PlanStep[], stop: () => void): RunTerminal {
  const written = new EventEmitter<string>();
  // What is written before the terminal has opened would be lost.
  let waiting: string[] | undefined = [];
  let over = false;
  // Output may end without a line break; our own lines must not hang behind it.
  let atLineStart = true;

  const write = (text: string): void => {
    if (text === "") return;
    const shown = text.replace(/\r?\n/g, "\r\n");
    atLineStart = shown.endsWith("\n");
    if (waiting === undefined) written.fire(shown);
    else waiting.push(shown);
  };
  const line = (text: string): void => write(`${atLineStart ? "" : "\n"}${text}${RESET}\n`);

  const terminal: Terminal = window.createTerminal({
    name: l10n.t("Runbook: {0}", oneLine(title)),
    iconPath: new ThemeIcon("checklist"),
    // A run can't be brought back to life with the window.
    isTransient: true,
    pty: {
      onDidWrite: written.event,
      open() {
        const missed = waiting ?? [];
        waiting = undefined;
        for (const text of missed) written.fire(text);
      },
      close() {
        if (!over) stop();
      },
      handleInput(keys: string) {
        if (keys === CTRL_C && !over) stop();
      },
    },
  });
  terminal.show(true);

  return {
    started(step) {
      const number = steps.findIndex(({ id }) => id === step.id) + 1;
      const usual =
        step.expectedMs === undefined ? "" : ` ${DIM}${l10n.t("(about {0})", formatDuration(step.expectedMs))}`;
      line(`${BOLD}▸ ${number}/${steps.length} ${oneLine(step.title)}${RESET}${usual}`);
      for (const { script } of step.commands) {
        for (const text of revealHidden(script).split("\n")) line(`${DIM}  ${text}`);
      }
    },
    output: (_step, _stream, text) => write(text),
    ended(_step, state) {
      line(`${colour(state)}${describeState(state)}`);
      line("");
    },
    note: (text) => line(`${YELLOW}${revealHidden(text)}`),
    finished(text, good) {
      over = true;
      line(`${BOLD}${good ? GREEN : YELLOW}${text}`);
    },
    show: () => terminal.show(true),
    dispose() {
      over = true;
      terminal.dispose();
      written.dispose();
    },
  };
}

function colour({ state }: StepState): string {
  if (state === "done") return GREEN;
  return state === "failed" ? RED : YELLOW;
}
