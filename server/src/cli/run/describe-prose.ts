import type { PlanStep } from "../../core/checklist/plan.ts";
import { visibleLine } from "../formats/visible-text.ts";

/** Lines of a step's text that are shown; the rest stands in the runbook. */
const MOST_LINES = 40;

/** What a step by hand says beside its title, as indented lines; none where it says nothing more, or has commands to show. */
export function describeProse({ commands, prose }: PlanStep): string[] {
  if (commands.length > 0 || prose === undefined) return [];
  const lines = prose.split("\n");
  const left = lines.length - MOST_LINES;
  const shown = lines.slice(0, MOST_LINES).map((line) => `    ${visibleLine(line)}`);
  return left > 0 ? [...shown, `    … ${left} more ${left === 1 ? "line" : "lines"} in the runbook`] : shown;
}
