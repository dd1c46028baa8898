import type { PostmortemSectionId } from "../postmortem-sections.ts";
import { withoutAccents } from "../section-spec.ts";
import { CHINESE } from "./chinese.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { JAPANESE } from "./japanese.ts";
import type { ColumnName, Language } from "./language.ts";
import { PORTUGUESE } from "./portuguese.ts";
import { SPANISH } from "./spanish.ts";

/** All languages besides English, in a fixed order. A name that two of them share means the same in both. */
export const LANGUAGES: readonly Language[] = [GERMAN, FRENCH, SPANISH, PORTUGUESE, JAPANESE, CHINESE];

/** What the other languages call a postmortem's section, with accents and without. */
export function translationsOf(id: PostmortemSectionId): readonly string[] {
  return bothWays(LANGUAGES.flatMap(({ sections }) => sections[id] ?? []));
}

/** What the other languages call a field, with accents and without. */
export function fieldNamesOf(key: string): readonly string[] {
  return bothWays(LANGUAGES.flatMap(({ fields }) => fields[key] ?? []));
}

function bothWays(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => [name, withoutAccents(name)]))];
}

/** A pattern for the headers of a column: those that `english` matches, and those that begin with a word of another language. */
export function columnPattern(name: ColumnName, english: RegExp): RegExp {
  const words = bothWays(LANGUAGES.flatMap(({ columns }) => columns[name] ?? [])).map(
    // A word of letters ends where the letters end; Chinese and Japanese have no such end.
    (word) => (/[a-z]$/.test(withoutAccents(word)) ? `${word}(?!\\p{L})` : word),
  );
  return new RegExp(`${english.source}|^[^\\p{L}\\p{N}]*(?:${words.join("|")})`, "iu");
}
