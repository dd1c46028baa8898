import type { PostmortemSectionId } from "../postmortem-sections.ts";
import type { RunbookProfile, RunbookSectionId } from "../runbook-sections.ts";
import type { Severity } from "../severity.ts";

/** Which sections a kind of document needs; those that are not named are optional. */
export interface SectionLevels<Id extends string> {
  readonly required: readonly Id[];
  readonly suggested: readonly Id[];
}

/** A published way to write postmortems or runbooks, as data. What it does not name stays as shipped. */
export interface Preset {
  readonly name: string;
  /** One sentence for completion and documentation. */
  readonly description: string;
  readonly postmortem?: SectionLevels<PostmortemSectionId>;
  readonly runbook?: Readonly<Record<RunbookProfile, SectionLevels<RunbookSectionId>>>;
  /** Headings that a scaffold and fixes write; the shipped ones count as well. */
  readonly titles?: {
    readonly postmortem?: Readonly<Partial<Record<PostmortemSectionId, string>>>;
    readonly runbook?: Readonly<Partial<Record<RunbookSectionId, string>>>;
  };
  /** By code. */
  readonly rules?: Readonly<Record<string, Severity | "off">>;
}
