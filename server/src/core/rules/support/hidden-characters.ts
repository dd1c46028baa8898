/** A character that nobody sees. */
export interface HiddenCharacter {
  /** Offset in the text. */
  readonly start: number;
  readonly end: number;
  /** "zero-width space (U+200B)". */
  readonly label: string;
}

const NAMES: Readonly<Record<string, string>> = {
  "\u00AD": "soft hyphen",
  "\u200B": "zero-width space",
  "\u200C": "zero-width non-joiner",
  "\u200D": "zero-width joiner",
  "\u200E": "left-to-right mark",
  "\u200F": "right-to-left mark",
  "\u202A": "left-to-right embedding",
  "\u202B": "right-to-left embedding",
  "\u202C": "end of embedding",
  "\u202D": "left-to-right override",
  "\u202E": "right-to-left override",
  "\u2060": "word joiner",
  "\u2066": "left-to-right isolate",
  "\u2067": "right-to-left isolate",
  "\u2068": "first strong isolate",
  "\u2069": "end of isolate",
  "\uFEFF": "byte order mark",
};
const HIDDEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
/** Scripts that are written with joiners and marks of direction, and emoji that are made of several. */
const NEEDS_JOINERS =
  /\uFE0F|[\u{1F3FB}-\u{1F3FF}]|[\p{Extended_Pictographic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/**
 * Finds zero-width characters, marks of direction, soft hyphens and byte order marks behind the start of the text. Where
 * the letter or emoji beside one needs it, it is left alone, whatever it does there.
 */
export function findHiddenCharacters(text: string): readonly HiddenCharacter[] {
  return [...text.matchAll(HIDDEN)].flatMap((match) => {
    const start = match.index;
    const end = start + 1;
    if (match[0] === "\uFEFF" && start === 0) return [];
    const around = text.slice(Math.max(0, start - 4), start) + text.slice(end, end + 4);
    if (NEEDS_JOINERS.test(around)) return [];
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return [{ start, end, label: `${NAMES[match[0]] ?? "hidden character"} (U+${code})` }];
  });
}
