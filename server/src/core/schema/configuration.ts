import type { Severity } from "./severity.ts";
import { DEFAULT_STRUCTURE, type Structure } from "./structure.ts";

/** What the configuration says of one rule. */
export interface RuleSetting {
  /** Undefined: the rule's own. */
  readonly severity: Severity | "off" | undefined;
  /** Undefined: the rule's defaults. Not yet checked against the rule's schema. */
  readonly options: unknown;
}

/** The effective configuration of one file: extended files, presets and overrides are resolved. */
export interface Configuration {
  readonly documents: {
    /** Globs below the project's root that make a file a runbook, a postmortem, or none of ours. */
    readonly runbooks: readonly string[];
    readonly postmortems: readonly string[];
    readonly ignore: readonly string[];
  };
  /** By rule code (upper case). Names and groups are resolved to codes when the configuration is read. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** The zone of timelines that state none, an IANA name or `UTC`; then no finding asks for one. */
  readonly timeZone: string | undefined;
  /** Sections with their levels, categories, severities, tickets: what a document is read and judged by. */
  readonly structure: Structure;
  /** People and teams that can own a document or an action, as written; undefined: whoever is named. */
  readonly owners: readonly string[] | undefined;
  /** Whether the owners that the repository's CODEOWNERS names count too. */
  readonly codeowners: boolean;
}

/** What holds where there is no configuration file. */
export const DEFAULT_CONFIGURATION: Configuration = {
  documents: { runbooks: [], postmortems: [], ignore: [] },
  rules: {},
  timeZone: undefined,
  structure: DEFAULT_STRUCTURE,
  owners: undefined,
  codeowners: false,
};
