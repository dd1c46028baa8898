import type { IncidentDocument } from "../core/model/document.ts";
import type { Finding } from "../core/rules/rule.ts";
import type { Configuration } from "../core/schema/configuration.ts";
import type { Workspace } from "./workspace.ts";

/** The configuration of a file and where it came from. */
export interface EffectiveConfiguration {
  readonly configuration: Configuration;
  /** URI of the configuration file; undefined when there is none. */
  readonly source: string | undefined;
  /** Findings in the configuration file itself; shown at that file, and a usage error (exit 2) on the command line. */
  readonly problems: readonly Finding[];
}

/** A checked file. */
export interface Checked {
  /** Undefined for a configuration file. */
  readonly document: IncidentDocument | undefined;
  readonly effective: EffectiveConfiguration;
  readonly findings: readonly Finding[];
}

/** The one computation behind all doors: editor, browser and command line call `check` and nothing else. */
export interface Checker {
  /** Checks the text as that file's content: the open buffer in an editor, the file's bytes on the command line. */
  check(uri: string, text: string): Promise<Checked>;
  /** Forgets configurations, project roots and existence of link targets: after any change of files on disk. */
  forget(): void;
}

/** What a checker needs from outside. */
export interface CheckerHost {
  readonly workspace: Workspace;
  /** Today in the user's zone, ISO `YYYY-MM-DD`. */
  readonly today: () => string;
}
