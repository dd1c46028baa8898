import type { Preset } from "./preset.ts";

const STEPS = { required: ["mitigation"], suggested: [] } as const;

/** For a team that begins: only what makes a document wrong or useless is said. */
export const MINIMAL: Preset = {
  name: "minimal",
  description:
    "The least: a postmortem says what happened, why, and what changes; a runbook has steps. No advice on style.",
  postmortem: { required: ["summary", "root-cause", "actions"], suggested: ["impact", "timeline"] },
  runbook: { alert: STEPS, procedure: STEPS },
  rules: {
    DOC002: "off",
    DOC006: "off",
    DOC013: "off",
    DOC018: "off",
    DOC021: "off",
    PM015: "off",
    PM017: "off",
    PM021: "off",
    PM024: "off",
    PM025: "off",
    PM031: "off",
    PM033: "off",
    PM040: "off",
    PM042: "off",
    PM052: "off",
    PM054: "off",
    RB001: "off",
    RB002: "off",
    RB003: "off",
    ST006: "off",
    ST009: "off",
    ST011: "off",
    ST018: "off",
    ST019: "off",
    ST020: "off",
    ST023: "off",
  },
};
