import type { Path } from "./place.ts";

const SHARED = ["rules", "timeZone", "sections", "taxonomies", "severities", "tickets", "owners", "codeowners"];
const SECTION = ["id", "title", "aliases", "level", "purpose", "skeleton", "after"];
const CATEGORY = ["id", "label", "group", "definition", "typical", "aliases"];

/** Settings by the place of their mapping, list indexes and rules' names as `*`. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  "": ["extends", "documents", ...SHARED, "overrides", "$schema"],
  "overrides.*": ["files", "extends", ...SHARED],
  documents: ["runbooks", "postmortems", "ignore"],
  "rules.*": ["severity", "options"],
  sections: ["postmortem", "runbook"],
  "sections.postmortem.*": SECTION,
  "sections.runbook.*": SECTION,
  taxonomies: ["rootCause", "impact", "restoration"],
  "taxonomies.rootCause.*": CATEGORY,
  "taxonomies.impact.*": CATEGORY,
  "taxonomies.restoration.*": CATEGORY,
  severities: ["sev1", "sev2", "sev3", "sev4", "sev5"],
  "tickets.*": ["pattern", "url"],
};

/** The settings that the mapping at a path can have; empty where they are not ours to name, as a rule's options. */
export function knownSettings(path: Path): readonly string[] {
  const inner = path[0] === "overrides" && path.length > 2 ? path.slice(2) : path;
  const isRule = inner[0] === "rules" && inner.length === 2;
  const place = isRule ? "rules.*" : inner.map((part) => (typeof part === "number" ? "*" : part)).join(".");
  return SETTINGS[place] ?? [];
}
