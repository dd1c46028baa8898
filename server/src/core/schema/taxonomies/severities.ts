import { LANGUAGES } from "../languages/languages.ts";

/** A level of severity: 1 is the worst. */
export type SeverityLevel = "sev1" | "sev2" | "sev3" | "sev4" | "sev5";

/** A level with the spellings that real documents use for it. */
export interface SeveritySpec {
  readonly level: SeverityLevel;
  readonly label: string;
  /** In the form of `normaliseSeverity`. */
  readonly spellings: readonly string[];
  /** What other languages call it, in the same form. */
  readonly translations?: readonly string[];
}

/**
 * Houses disagree on `P0` and `SEV0`: here they are the worst level, and a house with its own scale says so in its
 * configuration. `critical`, `warning`, `info` are those of Prometheus.
 */
const SPELLINGS: readonly SeveritySpec[] = [
  {
    level: "sev1",
    label: "SEV-1",
    spellings: ["sev0", "sev1", "p0", "p1", "s0", "s1", "1", "critical", "blocker", "severe"],
  },
  { level: "sev2", label: "SEV-2", spellings: ["sev2", "p2", "s2", "2", "high", "major"] },
  { level: "sev3", label: "SEV-3", spellings: ["sev3", "p3", "s3", "3", "medium", "moderate", "warning", "warn"] },
  { level: "sev4", label: "SEV-4", spellings: ["sev4", "p4", "s4", "4", "low", "minor"] },
  {
    level: "sev5",
    label: "SEV-5",
    spellings: ["sev5", "p5", "s5", "5", "info", "informational", "none", "trivial", "cosmetic"],
  },
];

/** Severity levels by default. */
export const SEVERITIES: readonly SeveritySpec[] = SPELLINGS.map((spec) => ({
  ...spec,
  translations: LANGUAGES.flatMap(({ severities }) => severities[spec.level] ?? []),
}));

/** `SEV 2`, `sev-2`, `severity::2` and `Severity 2` become `sev2`, `Prio 1` and `P-1` become `p1`; words stay. */
export function normaliseSeverity(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\bseverity\b[\s:_-]*(?=\d)/g, "sev")
    .replace(/\bprio(?:rity)?\b[\s:_-]*(?=\d)/g, "p")
    .replace(/\b(sev|p|s)[\s:_-]+(?=\d)/g, "$1")
    .trim();
}

/**
 * Reads the level from the value of a severity field: `SEV-3 (degraded)`, `P1 - Critical`, `major`. Only a field's value
 * may be asked: in prose, `S3` is storage. Undefined for anything else; the first level named wins.
 */
export function severityLevel(
  value: string,
  severities: readonly SeveritySpec[] = SEVERITIES,
): SeverityLevel | undefined {
  for (const word of normaliseSeverity(value).match(/[\p{L}\p{N}]+/gu) ?? []) {
    const found = severities.find(
      ({ spellings, translations }) => spellings.includes(word) || translations?.includes(word) === true,
    );
    if (found) return found.level;
  }
  return undefined;
}
