import type { Preset } from "./preset.ts";

/** The default: what `postmortem-sections.ts`, `runbook-sections.ts` and the rules themselves say. */
export const OUTAGE_ANALYSIS: Preset = {
  name: "outage-analysis",
  description:
    "The default: summary, impact, timeline, root cause analysis, restoration and action items; for alerts meaning, impact, diagnosis and mitigation.",
};
