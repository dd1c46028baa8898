import { normaliseHeading, type SectionSpec, withoutAccents } from "../schema/section-spec.ts";

const DATE_WORD =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\d[\w:/.-]*)\b|(?:^|\s)\W+(?=\s|$)/g;
/** A long heading is a sentence; a pattern would find a word in it, not a section. */
const MOST_WORDS = 8;
/** What the brackets at a heading's end say: `时间线 (Timeline)`, `What we'll change (action items)`. */
const BRACKETS = /[(（]([^()（）]{2,40})[)）]\s*[:：]?\s*$/;
const SEPARATOR = /\s+[/|·–—-]\s+/;
const CHINESE_OR_JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]+/g;
/** What ties "Causa raiz" to the rest of "Causa raiz da falha", and joins the two names of "Ursache und Behebung". */
const PARTICLE =
  /\s(?:de|del|da|do|das|dos|des|du|der|vom|von|en|dans|no|na|im|und|et|e|y)\s|\s(?:d|l)'|(?<=[\u3400-\u9fff])[与和及]/;

/**
 * Makes the function that gives a heading its canonical id, undefined for a foreign one. A name in full counts first, then
 * one of the two names of a heading that says it twice (in two languages, or in brackets), then the patterns, and last
 * the beginning of a heading in another language.
 */
export function createIdentifier(catalogue: readonly SectionSpec[]): (title: string) => string | undefined {
  const exact = new Map<string, string>();
  const add = (name: string, id: string): void => {
    if (!exact.has(name)) exact.set(name, id);
  };
  for (const spec of catalogue) exact.set(normaliseHeading(spec.title), spec.id);
  for (const spec of catalogue) for (const alias of spec.aliases) add(alias, spec.id);
  const foreign = new Map<string, string>();
  for (const spec of catalogue) {
    for (const name of spec.translations ?? []) {
      add(name, spec.id);
      if (!foreign.has(name)) foreign.set(name, spec.id);
    }
  }
  const lookUp = (name: string): string | undefined =>
    exact.get(name) ?? exact.get(name.replace(/^(?:the|our) /, "")) ?? exact.get(withoutAccents(name));
  const either = (names: readonly string[]): string | undefined =>
    names.length > 3 ? undefined : names.map((name) => lookUp(name.trim())).find((id) => id !== undefined);

  return (title) => {
    const name = normaliseHeading(title);
    if (name === "") return undefined;
    const brackets = BRACKETS.exec(title)?.[1];
    const summarised = /^(?!timeline)(.+) summary$/.exec(name)?.[1];
    const found =
      lookUp(name) ??
      (brackets === undefined ? undefined : lookUp(normaliseHeading(brackets))) ??
      either(partsOf(name)) ??
      inOneWord(name, lookUp) ??
      (summarised === undefined ? undefined : lookUp(summarised));
    if (found !== undefined) return found;
    // Dates and times do not count: "Timeline Saturday Oct 30th 2021 - Monday Nov 1st" is short.
    const words = name
      .replace(/\ball times.*$/, "")
      .replace(DATE_WORD, " ")
      .trim();
    if (words.split(/\s+/).length > MOST_WORDS) return undefined;
    const byPattern = catalogue.find((spec) => spec.patterns.some((pattern) => pattern.test(name)))?.id;
    if (byPattern !== undefined) return byPattern;
    const [beginning, ...rest] = name.split(PARTICLE);
    return rest.length > 0 ? foreign.get((beginning ?? "").trim()) : undefined;
  };
}

/** `Cause/Fix`: without blanks all of it must be names, for `Deployment/Migration scenarios` is one subject. */
function inOneWord(name: string, lookUp: (name: string) => string | undefined): string | undefined {
  const ids = name.split("/").map((part) => lookUp(part.trim()));
  return ids.length > 1 && ids.every((id) => id !== undefined) ? ids[0] : undefined;
}

/** The names of a heading that says it twice: `Cause / Fix`, `影响 Impact`. */
function partsOf(name: string): readonly string[] {
  const parts = name.split(SEPARATOR);
  if (parts.length > 1) return parts;
  const latin = name.replace(CHINESE_OR_JAPANESE, " ").trim();
  if (latin === name || latin === "") return [];
  return [name.match(CHINESE_OR_JAPANESE)?.join("") ?? "", latin];
}
