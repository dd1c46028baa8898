import { l10n } from "vscode";
import { formatDuration } from "./durations.ts";
import type { StepState } from "./progress.ts";

/** The result of a step in a few words: `✓ 2.1 s`, `✗ exit 1, 0.3 s`, `– skipped: not needed`. */
export function describeState({ state, durationMs, detail }: StepState): string {
  const time = durationMs === undefined ? "" : formatDuration(durationMs);
  const said = [detail, time].filter((part) => part !== "").join(", ");
  if (state === "running") return l10n.t("▸ running");
  if (state === "done") return `✓ ${said === "" ? l10n.t("done") : said}`;
  if (state === "failed") return `✗ ${said === "" ? l10n.t("failed") : said}`;
  if (state === "skipped") return `– ${detail === "" ? l10n.t("skipped") : l10n.t("skipped: {0}", detail)}`;
  return `? ${l10n.t("stopped: it may have done a part")}`;
}
