import type { Preset } from "./preset.ts";

/** The incident review of GitLab's handbook, https://handbook.gitlab.com/handbook/engineering/infrastructure/incident-review/. */
export const GITLAB: Preset = {
  name: "gitlab",
  description:
    "Incident reviews as in GitLab's handbook: customer impact, what went well, corrective actions with issues.",
  postmortem: {
    required: ["summary", "impact", "timeline", "root-cause", "actions"],
    suggested: ["detection", "restoration", "lessons", "went-well"],
  },
  titles: {
    postmortem: { impact: "Customer impact", "root-cause": "Root cause", actions: "Corrective actions" },
  },
  rules: { PM052: "warning" },
};
