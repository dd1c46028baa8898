import type { Preset } from "./preset.ts";

/** The example postmortem of the SRE book, https://sre.google/sre-book/example-postmortem/. */
export const GOOGLE_SRE: Preset = {
  name: "google-sre",
  description:
    "Postmortems as in the appendix of Google's SRE book, with detection, lessons learned and a bug for each action.",
  postmortem: {
    required: ["summary", "impact", "root-cause", "restoration", "detection", "actions", "lessons", "timeline"],
    suggested: ["went-well", "went-wrong", "got-lucky", "references"],
  },
  titles: {
    postmortem: { "root-cause": "Root causes", restoration: "Resolution", references: "Supporting information" },
  },
  rules: { PM052: "warning" },
};
