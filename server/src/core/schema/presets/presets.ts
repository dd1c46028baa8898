import { ALERT_RUNBOOK } from "./alert-runbook.ts";
import { ATLASSIAN } from "./atlassian.ts";
import { GITLAB } from "./gitlab.ts";
import { GOOGLE_SRE } from "./google-sre.ts";
import { MINIMAL } from "./minimal.ts";
import { OUTAGE_ANALYSIS } from "./outage-analysis.ts";
import { PAGERDUTY } from "./pagerduty.ts";
import type { Preset } from "./preset.ts";

/** All presets that `extends` can name; the first is what holds without one. */
export const PRESETS: readonly Preset[] = [
  OUTAGE_ANALYSIS,
  GOOGLE_SRE,
  PAGERDUTY,
  ATLASSIAN,
  GITLAB,
  ALERT_RUNBOOK,
  MINIMAL,
];
