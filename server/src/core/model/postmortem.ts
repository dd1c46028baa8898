import type { Range } from "../syntax/range.ts";
import type { Section } from "./outline.ts";
import type { ActionType } from "./postmortem/action-type.ts";
import type { CauseConfidence } from "./postmortem/cause-confidence.ts";
import type { Timeline } from "./timeline.ts";

/** A field of a document: from front matter, a bold `**Key**: value` line, a label list or a table near the top. */
export interface MetadataField {
  /**
   * Canonical key: `date`, `severity`, `status`, `owner`, `services`, `started`, `detected`, `acknowledged`, `mitigated`,
   * `resolved`, `duration`, `timeToDetect`, `timeToMitigate`, `timeToResolve`, `timeZone`, `environment`, `alerts`,
   * `reviewed`, `reviewEvery`, `title`.
   */
  readonly key: string;
  /** As written, markup removed; a list of the front matter joined by ", ". Never empty. */
  readonly value: string;
  readonly keyRange: Range;
  readonly valueRange: Range;
}

/** A statement in the impact section. */
export interface ImpactStatement {
  readonly text: string;
  readonly range: Range;
  /** Category of the impact taxonomy, when the statement names one; never guessed from prose. */
  readonly category: string | undefined;
  /** Whether it holds a number that measures something: not a date, a time, a version or a list number. */
  readonly quantified: boolean;
}

/** A candidate or established cause. */
export interface CauseStatement {
  readonly text: string;
  readonly range: Range;
  readonly category: string | undefined;
  /** Whether it is stated, doubted, or said not to be the cause. */
  readonly confidence: CauseConfidence;
  /** Whether it names something that a reader can check: a link, code, a log, a ticket. */
  readonly hasEvidence: boolean;
}

/** A step that restored service. */
export interface RestorationStep {
  readonly text: string;
  readonly range: Range;
  readonly category: string | undefined;
  /** The time as written, of a step that begins with one or stands in the timeline; undefined for all others. */
  readonly time: string | undefined;
}

/** What will change after the incident. */
export interface ActionItem {
  readonly text: string;
  readonly range: Range;
  /** Person, team or handle; inherited from a name line above the list; undefined when nobody is named (`??`, `TBD` count as nobody). */
  readonly owner: string | undefined;
  readonly ticket: string | undefined;
  readonly due: string | undefined;
  readonly done: boolean;
  /** What it is for: from its column, label or sub-heading, else from its first words; undefined in doubt. */
  readonly type: ActionType | undefined;
  /** As a column or a bracket writes it: `P1`, `High`. */
  readonly priority: string | undefined;
  /** As a column writes it: `In progress`. */
  readonly status: string | undefined;
}

/** What a postmortem says, as data. A missing section gives an empty list, never a failure. */
export interface PostmortemModel {
  readonly timeline: Timeline | undefined;
  readonly impact: readonly ImpactStatement[];
  readonly causes: readonly CauseStatement[];
  readonly restoration: readonly RestorationStep[];
  readonly actions: readonly ActionItem[];
  /** The sections that the actions came from, for findings on the section. */
  readonly actionSections: readonly Section[];
}
