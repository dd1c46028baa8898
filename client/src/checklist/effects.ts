import { l10n } from "vscode";
import type { PlanStep } from "../../../server/src/core/checklist/plan.ts";
import type { Effect } from "../../../server/src/core/model/procedure.ts";

/** An effect as one says it of a step or a command: `reads`, `writes`, `destroys`. */
export function effectName(effect: Effect): string {
  if (effect === "read") return l10n.t("reads");
  return effect === "write" ? l10n.t("writes") : l10n.t("destroys");
}

/** How much would happen: `5 commands (3 read, 2 write, 1 manual step)`; only what there is, is named. */
export function countEffects(steps: readonly PlanStep[]): string {
  const commands = steps.flatMap((step) => step.commands);
  const count = (effect: Effect): number => commands.filter((command) => command.effect === effect).length;
  const manual = steps.filter((step) => step.commands.length === 0 && step.isGroup !== true).length;
  const parts = [
    count("read") > 0 ? l10n.t("{0} read", count("read")) : "",
    count("write") > 0 ? l10n.t("{0} write", count("write")) : "",
    count("destroy") > 0 ? l10n.t("{0} destroy", count("destroy")) : "",
    manual > 0 ? l10n.t("{0} by hand", manual) : "",
  ].filter((part) => part !== "");
  const total = commands.length === 1 ? l10n.t("runs 1 command") : l10n.t("runs {0} commands", commands.length);
  return `${total}: ${parts.join(", ")}`;
}
