import { rangeOf } from "../../syntax/nodes.ts";
import type { Syntax } from "../../syntax/parse.ts";
import type { Range } from "../../syntax/range.ts";
import { type DateOrder, dateOrderOf, findDates, isoDate } from "../dates.ts";
import type { Outline, Section } from "../outline.ts";
import type { Timeline, TimelineEvent } from "../timeline.ts";
import { collectEntries, type RawEntry } from "./entries.ts";
import { placeEvents } from "./place-events.ts";
import { findZone, matchZone, type WrittenZone } from "./zones.ts";

/** What the rest of the document says that a timeline inherits. */
export interface TimelineSurroundings {
  readonly dateOrder: DateOrder | undefined;
  /** ISO date of the incident, as far as metadata, title or file name tell. */
  readonly documentDate: string | undefined;
  /** A date near the incident, for dates without a year; the document's date, or a year that its name states. */
  readonly near: string | undefined;
  /** The zone of a metadata field. */
  readonly zone: WrittenZone | undefined;
  /** The zone of timelines that state none anywhere, by the configuration: it gives the events their zone, and is not counted as stated. */
  readonly configuredZone: string | undefined;
}

const ABOUT_ALL_TIMES =
  /^\W*(?:note\W+)?(?:(?:all|the|these|alle|toutes les|todas las|todos os|todas as)\s+)?(?:times?(?:stamps?|zone)?|hours|zeiten|zeitangaben|uhrzeiten|heures|horas|horários)\b|^\W*(?:时间|時刻|以下时间|所有时间)/iu;
const SPEAKS_OF_TIMES =
  /\b(?:times?(?:stamps?|zone)?|hours|zeiten|zeitangaben|uhrzeiten|heures|horas|horários)(?!\p{L})|時刻|时间/iu;
/** A time with its zone: what the summary says once holds for a timeline that says nothing. */
const TIME_OF_DAY = /\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?/gi;

/** How many times of a loose notation a section needs before one counts: else `1.10` is a version and `2212` a number. */
const NEEDED = { dotted: 3, compact: 2 } as const;

/**
 * Reads the timeline of a postmortem: all its timeline sections, one in another counted once. Undefined when it has
 * none; without events when nothing in it begins with a date or a time.
 */
export function readTimeline(
  syntax: Syntax,
  outline: Outline,
  { dateOrder: documentOrder, documentDate, near, zone: metadataZone, configuredZone }: TimelineSurroundings,
): Timeline | undefined {
  const sections = outermost(outline.byId("timeline"));
  const documentZone = zoneAbove(syntax, sections);
  const summaryZone = zoneOfTimes(syntax.text, outline.byId("summary"));
  const events: TimelineEvent[] = [];
  const zones: { name: string; range: Range }[] = [];
  let section: Section | undefined;
  let groups = 0;
  let hasEvents = false;

  for (const candidate of sections) {
    const { entries: all, intros } = collectEntries(syntax.text, candidate.content, candidate.body.end);
    const entries = believable(all);
    const stated = [
      findZone(syntax.text, candidate.heading.start, candidate.heading.end),
      ...intros.map((intro) => statedZone(syntax.text, intro)),
      metadataZone ?? documentZone,
    ].flatMap((each) => each ?? []);
    const isSilent = stated.length === 0 && entries.every((entry) => !entry.stamp.zone && !entry.columnZone);
    const forAll = isSilent && summaryZone ? [summaryZone] : stated;
    const dateOrder =
      documentOrder ??
      dateOrderOf(
        entries.flatMap(({ stamp }) => stamp.date ?? []),
        near,
      );
    const context = {
      dateOrder,
      documentDate,
      near,
      statedDate: statedDate(syntax.text, [candidate.heading, ...intros], dateOrder, near),
      zone: forAll[0]?.name ?? configuredZone,
    };
    for (const group of groupsOf(entries)) {
      for (const event of placeEvents(syntax.text, group, context)) events.push({ ...event, group: groups });
      groups++;
    }
    const columns = [...new Set(entries.flatMap((entry) => entry.columnZone ?? []))];
    for (const zone of [...forAll, ...columns, ...firstOfEach(entries)]) {
      zones.push({ name: zone.name, range: { start: zone.start, end: zone.end } });
    }
    if (section === undefined || (!hasEvents && entries.length > 0)) section = candidate;
    hasEvents ||= entries.length > 0;
  }
  return section && { section, events, zones };
}

/** The first entry of each zone that is written at entries. */
function firstOfEach(entries: readonly RawEntry[]): WrittenZone[] {
  const first = new Map<string, WrittenZone>();
  for (const { stamp } of entries)
    if (stamp.zone && !first.has(stamp.zone.name)) first.set(stamp.zone.name, stamp.zone);
  return [...first.values()];
}

/** Sections that lie in no other of them. */
function outermost(sections: readonly Section[]): Section[] {
  const all = new Set(sections);
  const isInside = (section: Section): boolean => {
    for (let at = section.parent; at; at = at.parent) if (all.has(at)) return true;
    return false;
  };
  return sections.filter((section) => !isInside(section));
}

function believable(entries: readonly RawEntry[]): RawEntry[] {
  const counts = { dotted: 0, compact: 0 };
  for (const { stamp } of entries) if (stamp.time?.loose) counts[stamp.time.loose]++;
  return entries.flatMap((entry) => {
    const loose = entry.stamp.time?.loose;
    if (!loose || counts[loose] >= NEEDED[loose]) return [entry];
    return entry.stamp.date ? [{ ...entry, stamp: { ...entry.stamp, time: undefined } }] : [];
  });
}

/** Entries of one group in the order of the text; groups without entries give none. */
function groupsOf(entries: readonly RawEntry[]): RawEntry[][] {
  const groups = new Map<number, RawEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.group);
    if (group) group.push(entry);
    else groups.set(entry.group, [entry]);
  }
  return [...groups.values()];
}

/** "All times PDT." in a paragraph of its own above the timeline holds for the whole document. */
function zoneAbove({ root, text }: Syntax, sections: readonly Section[]): WrittenZone | undefined {
  const end = Math.min(...sections.map(({ heading }) => heading.start));
  for (const node of root.children) {
    const range = rangeOf(node);
    if (range.start >= end) return undefined;
    if (node.type !== "paragraph" || !ABOUT_ALL_TIMES.test(text.slice(range.start, range.end))) continue;
    const zone = statedZone(text, range);
    if (zone !== undefined) return zone;
  }
  return undefined;
}

/** The only zone that stands behind times of day in some sections: "From 14:03 to 14:47 UTC". */
function zoneOfTimes(text: string, sections: readonly Section[]): WrittenZone | undefined {
  const found = new Map<string, WrittenZone>();
  for (const { body } of sections) {
    for (const match of text.slice(body.start, body.end).matchAll(TIME_OF_DAY)) {
      const end = body.start + match.index + match[0].length;
      const behind = /^(?:\s*Uhr)?[\s(（]*/.exec(text.slice(end, end + 12))?.[0].length ?? 0;
      const zone = matchZone(text, end + behind);
      if (zone && !found.has(zone.name)) found.set(zone.name, zone);
    }
  }
  return found.size === 1 ? [...found.values()][0] : undefined;
}

/** A paragraph states the zone of the timeline only when it speaks of times and is no narrative. */
function statedZone(text: string, range: Range): WrittenZone | undefined {
  const said = text.slice(range.start, range.end);
  const speaks = SPEAKS_OF_TIMES.exec(said);
  if (!speaks || said.length > 400) return undefined;
  return findZone(text, range.start + speaks.index, range.end) ?? findZone(text, range.start, range.end);
}

function statedDate(
  text: string,
  ranges: readonly Range[],
  order: DateOrder | undefined,
  near: string | undefined,
): string | undefined {
  for (const [index, range] of ranges.entries()) {
    const said = text.slice(range.start, range.end);
    // An intro's date counts when the sentence is about all events or times.
    if (index > 0 && (said.length > 400 || !/\b(?:times?|events?)\b/i.test(said))) continue;
    const date = findDates(said)
      .map((each) => isoDate(each, order, near))
      .find((each) => each !== undefined);
    if (date !== undefined) return date;
  }
  return undefined;
}
