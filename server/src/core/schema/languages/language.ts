import type { PostmortemSectionId } from "../postmortem-sections.ts";

/** Languages, besides English, whose postmortems are read. */
export type LanguageCode = "de" | "es" | "fr" | "ja" | "pt" | "zh";

/** What a column of a timeline's or of an action table holds. */
export type ColumnName = "time" | "action" | "owner" | "due" | "ticket" | "status" | "type" | "priority";

/**
 * How postmortems in a language name what English ones name: data only. All names are lower case and normalised (see
 * `normaliseHeading`). The rules about English words know none of them, and stay silent on other languages.
 */
export interface Language {
  readonly code: LanguageCode;
  /** Headings and labels of sections, by the section's id. */
  readonly sections: Readonly<Partial<Record<PostmortemSectionId, readonly string[]>>>;
  /** Names of fields, by the canonical key (see `canonicalKey`). */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Beginnings of column headers. */
  readonly columns: Readonly<Partial<Record<ColumnName, readonly string[]>>>;
  /** Spellings of severities, by the level that they mean. */
  readonly severities: Readonly<Partial<Record<"sev1" | "sev2" | "sev3" | "sev4" | "sev5", readonly string[]>>>;
  /** What a title calls such a document: "Störungsbericht". */
  readonly documentNames: readonly string[];
  /** Frequent words that no other of these languages has, to tell the language of a text; empty where the script tells. */
  readonly frequentWords: readonly string[];
}
