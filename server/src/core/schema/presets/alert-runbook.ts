import type { Preset } from "./preset.ts";

const SECTIONS = {
  required: ["overview", "impact", "diagnosis", "mitigation"],
  suggested: ["verification", "escalation"],
} as const;

/** The runbooks of Prometheus operators, https://runbooks.prometheus-operator.dev/. */
export const ALERT_RUNBOOK: Preset = {
  name: "alert-runbook",
  description: "Every runbook answers an alert: meaning, impact, diagnosis, mitigation.",
  runbook: { alert: SECTIONS, procedure: SECTIONS },
};
