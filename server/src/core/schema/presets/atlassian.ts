import type { Preset } from "./preset.ts";

/** https://www.atlassian.com/incident-management/postmortem/templates: owner, date and ticket for each action. */
export const ATLASSIAN: Preset = {
  name: "atlassian",
  description:
    "Postmortems as in Atlassian's incident handbook: lead-up, detection, recovery, five whys, and dated actions.",
  postmortem: {
    required: ["summary", "impact", "detection", "restoration", "timeline", "root-cause", "lessons", "actions"],
    suggested: ["background", "communication"],
  },
  titles: {
    postmortem: {
      summary: "Incident summary",
      background: "Lead-up",
      restoration: "Recovery",
      "root-cause": "Root cause",
      actions: "Corrective actions",
    },
  },
  rules: { PM052: "warning", PM053: "information" },
};
