import { l10n } from "vscode";
import type { CommandResult } from "../../../server/src/engine/contract.ts";
import { formatDuration } from "./durations.ts";
import { pickOne } from "./questions.ts";
import { oneLine } from "./shown-text.ts";

/** Asks what to do after a command failed; turning away means stop. */
export async function askAfterFailure(
  result: CommandResult,
  title: string,
  signal: AbortSignal,
): Promise<"retry" | "skip" | "stop"> {
  const choices = [
    { label: l10n.t("Retry"), description: l10n.t("runs this step again"), value: "retry" as const },
    { label: l10n.t("Skip"), description: l10n.t("goes on with the next step"), value: "skip" as const },
    { label: l10n.t("Stop"), description: l10n.t("ends the run"), value: "stop" as const },
  ];
  const placeHolder = l10n.t("This step failed: {0}. Its output is in the terminal.", describeResult(result));
  return (await pickOne(choices, { title, placeHolder, signal })) ?? "stop";
}

/** How a command ended, in a few words: `exit 1`, `no answer within 10 m 00 s`, `ended by SIGKILL`. */
function describeResult(result: CommandResult): string {
  if (result.timedOut) return l10n.t("time-out after {0}", formatDuration(result.durationMs));
  if (result.exitCode !== undefined) return l10n.t("exit {0}", result.exitCode);
  if (result.signal !== undefined) return l10n.t("ended by {0}", result.signal);
  return l10n.t("it could not be started");
}

/** Asks what to do after a person said that a step by hand failed; turning away means stop. */
export async function askAfterManualFailure(
  note: string,
  title: string,
  signal: AbortSignal,
): Promise<"retry" | "skip" | "stop"> {
  const choices = [
    { label: l10n.t("Do it again"), description: l10n.t("asks again how it went"), value: "retry" as const },
    { label: l10n.t("Skip"), description: l10n.t("goes on with the next step"), value: "skip" as const },
    { label: l10n.t("Stop"), description: l10n.t("ends the run"), value: "stop" as const },
  ];
  const placeHolder = l10n.t("This step failed: {0}.", oneLine(note));
  return (await pickOne(choices, { title, placeHolder, signal })) ?? "stop";
}
