import type { Range } from "../syntax/range.ts";

/** A character by which a command is not what it looks like. */
export interface HiddenCharacter {
  readonly message: string;
  readonly range: Range;
}

/**
 * Controls and format characters (bidi marks, zero-width ones), line breaks and fillers that show nothing, and spaces that
 * a shell takes for letters. Sources: Unicode TR36, "Trojan Source" (CVE-2021-42574).
 */
const HIDDEN =
  /(?![\t\n\r ])[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]|[\u115F\u1160\u3164\uFFA0]|\u034F|\u17B4|\u17B5|\u180B|\u180C|\u180D|\u180F/gu;
/** Part of one picture: a family, a flag. */
const IN_EMOJI = /^\p{Extended_Pictographic}\uFE0F?\u200D\p{Extended_Pictographic}/u;

/** Letters of Greek that look like Latin ones; those of Cyrillic nearly all do. */
const MIXED =
  /(?=[\p{L}\p{M}]*\p{Script=Latin})[\p{L}\p{M}]*[\p{Script=Cyrillic}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ][\p{L}\p{M}]*/gu;

/** Finds the first character of each kind in a command that can't be seen or is another letter than it seems. */
export function hiddenCharacters(script: string): HiddenCharacter[] {
  const found: HiddenCharacter[] = [];
  const hidden = [...script.matchAll(HIDDEN)].find(({ index }) => !isInEmoji(script, index));
  if (hidden) {
    const message = `The command holds the invisible character ${codeOf(hidden[0])}, so it may not be what it looks like: remove it.`;
    found.push({ message, range: { start: hidden.index, end: hidden.index + hidden[0].length } });
  }
  const mixed = [...script.matchAll(MIXED)][0];
  if (mixed) {
    const letter = /[\p{Script=Cyrillic}\p{Script=Greek}]/u.exec(mixed[0])?.[0] ?? mixed[0];
    const message = `The word “${mixed[0]}” mixes Latin letters with “${letter}” (${codeOf(letter)}) of another alphabet, so the command may not be what it looks like: type it anew.`;
    found.push({ message, range: { start: mixed.index, end: mixed.index + mixed[0].length } });
  }
  return found;
}

function isInEmoji(script: string, index: number): boolean {
  if (script.charAt(index) !== "\u200D") return false;
  const starts = [2, 1, 3].map((length) => script.slice(Math.max(0, index - length)));
  return starts.some((text) => IN_EMOJI.test(text));
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
