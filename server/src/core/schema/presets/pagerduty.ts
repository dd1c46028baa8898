import type { Preset } from "./preset.ts";

/** https://response.pagerduty.com/after/post_mortem_template/: contributing factors rather than one root cause. */
export const PAGERDUTY: Preset = {
  name: "pagerduty",
  description:
    "Postmortems as PagerDuty publishes them: contributing factors, how we did, messaging, a ticket for each action.",
  postmortem: {
    required: ["summary", "contributing", "restoration", "impact", "timeline", "actions"],
    suggested: ["went-well", "went-wrong", "communication"],
  },
  titles: { postmortem: { summary: "Overview", restoration: "Resolution", communication: "Messaging" } },
  rules: { PM052: "warning" },
};
