import type { Range } from "../syntax/range.ts";
import type { Section } from "./outline.ts";

/** How a timeline writes its events. One timeline may mix them. */
export type TimelineForm = "table" | "list" | "line" | "heading";

/** One event of a timeline. */
export interface TimelineEvent {
  /** The whole row, item or line: what a sort moves. */
  readonly range: Range;
  /** The time as written, without its date and zone; empty, behind the date, for a date without a time. */
  readonly timeRange: Range;
  /** The text of `timeRange`. Not empty while `minutes` is undefined: it looks like a time and is none (`25:10`). */
  readonly timeText: string;
  /** The date that stands at this event, as written; undefined when it is inherited. */
  readonly dateRange: Range | undefined;
  readonly form: TimelineForm;
  /** Minutes since midnight of the written wall clock, seconds as a fraction; undefined for a date without a time. */
  readonly minutes: number | undefined;
  /** The date as written or inherited, ISO `YYYY-MM-DD`; undefined when none is known or its order (D-M/M-D) is not. */
  readonly date: string | undefined;
  /** Whether the date stands at this event, rather than being inherited from above. */
  readonly hasOwnDate: boolean;
  /** The zone as written at the entry, or that of its column, heading, intro or metadata; undefined when none is stated. */
  readonly zone: string | undefined;
  /** The zone that is written at this entry itself. */
  readonly zoneRange: Range | undefined;
  /** Whether `order` takes the time for one of the afternoon (`1:10` after `12:56`), though nothing but the order says so. */
  readonly isAfternoon: boolean;
  /**
   * Minutes on one scale within this group (dates, midnight and known zones accounted for): compare only inside a group.
   * Undefined when the time could not be placed. An event with a date alone stands at its day's start, or beside an
   * earlier event of the same day.
   */
  readonly order: number | undefined;
  /** Events of different groups (tables, sub-headings) are not comparable: each group may tell another story. */
  readonly group: number;
  /** What happened, as plain text. */
  readonly text: string;
}

/** The timeline of a postmortem. */
export interface Timeline {
  readonly section: Section;
  readonly events: readonly TimelineEvent[];
  /**
   * Where and how zones are stated: every statement for the whole timeline (heading, column, intro, metadata), and the
   * first entry of each zone that is written at entries. Empty when nowhere.
   */
  readonly zones: readonly { readonly name: string; readonly range: Range }[];
}
