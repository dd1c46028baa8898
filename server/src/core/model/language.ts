import type { LanguageCode } from "../schema/languages/language.ts";
import { LANGUAGES } from "../schema/languages/languages.ts";

/** Enough of a text to tell its language. */
const SAMPLE = 8000;
const FEWEST_WORDS = 20;
const ENGLISH = new Set([
  "the",
  "of",
  "and",
  "to",
  "was",
  "for",
  "with",
  "that",
  "this",
  "were",
  "is",
  "not",
  "at",
  "by",
]);
const WORDS: readonly (readonly [LanguageCode, ReadonlySet<string>])[] = LANGUAGES.filter(
  ({ frequentWords }) => frequentWords.length > 0,
).map(({ code, frequentWords }) => [code, new Set(frequentWords)]);

/**
 * The language of a text: by its script, else by its frequent words. Code counts for nothing. English where nothing speaks
 * for another one, so that a short text is English.
 */
export function languageOf(text: string): LanguageCode | "en" {
  const prose = text.slice(0, SAMPLE).replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`|https?:\/\/\S+/g, " ");
  const kana = prose.match(/[\u3040-\u30ff]/g)?.length ?? 0;
  const han = prose.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const words = prose.toLowerCase().match(/\p{Script=Latin}+/gu) ?? [];
  // A sign of Chinese or Japanese says about as much as half a word.
  if (kana + han > words.length) return kana * 10 > han ? "ja" : "zh";
  if (words.length < FEWEST_WORDS) return "en";
  const count = (set: ReadonlySet<string>): number => words.filter((word) => set.has(word)).length;
  let best: LanguageCode | "en" = "en";
  let most = count(ENGLISH);
  for (const [code, set] of WORDS) {
    const found = count(set);
    if (found > most) [best, most] = [code, found];
  }
  return best;
}
