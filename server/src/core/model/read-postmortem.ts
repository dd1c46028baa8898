import type { Structure } from "../schema/structure.ts";
import type { Taxonomy } from "../schema/taxonomies/taxonomy.ts";
import type { Syntax } from "../syntax/parse.ts";
import { dateOrderOf, findDates, isoDate } from "./dates.ts";
import { firstField } from "./metadata.ts";
import type { Outline, Section } from "./outline.ts";
import { categoryOf } from "./postmortem/category-of.ts";
import { type CauseConfidence, causeConfidence, hasEvidence } from "./postmortem/cause-confidence.ts";
import { isQuantified } from "./postmortem/is-quantified.ts";
import { readActions } from "./postmortem/read-actions.ts";
import { collectStatements, type Statement } from "./postmortem/statements.ts";
import type { MetadataField, PostmortemModel } from "./postmortem.ts";
import { readTimeline } from "./timeline/read-timeline.ts";
import { readStamp } from "./timeline/stamp.ts";
import { findZone, matchZone, type WrittenZone } from "./timeline/zones.ts";
import type { Timeline } from "./timeline.ts";

/** Reads what a postmortem says. */
export function readPostmortem(
  syntax: Syntax,
  outline: Outline,
  metadata: readonly MetadataField[],
  path: string,
  { taxonomies, tickets, timeZone }: Structure,
): PostmortemModel {
  const { text } = syntax;
  const dates = readDates(text, metadata, `${path} ${outline.title?.title ?? ""}`);
  const zoneField = firstField(metadata, "timeZone", "started", "detected", "resolved", "date");
  const zone = zoneField && zoneOfField(text, zoneField);
  const timeline = readTimeline(syntax, outline, {
    dateOrder: dates.order,
    documentDate: dates.about,
    near: dates.near,
    zone,
    configuredZone: timeZone,
  });
  const actionSections = outermost(outline, "actions");
  const statements = (...ids: readonly string[]): Statement[] =>
    outermost(outline, ...ids).flatMap((section) => collectStatements(text, section));
  return {
    timeline,
    impact: statements("impact").map((statement) => ({
      text: statement.text,
      range: statement.range,
      category: categoryOf(statement, taxonomies.impact.find),
      // The source, for it tells code from prose.
      quantified: isQuantified(text.slice(statement.range.start, statement.range.end)),
    })),
    causes: statements("root-cause", "contributing").map((statement) => ({
      text: statement.text,
      range: statement.range,
      category: categoryOf(statement, taxonomies.rootCause.find),
      confidence: confidenceOf(statement),
      hasEvidence: hasEvidence(text.slice(statement.range.start, statement.range.end)),
    })),
    restoration: [
      ...statements("restoration").map((statement) => ({
        text: statement.text,
        range: statement.range,
        category: categoryOf(statement, taxonomies.restoration.find),
        time: timeAt(text, statement),
      })),
      ...restorationInTimeline(timeline, taxonomies.restoration),
    ],
    actions: actionSections.flatMap((section) => readActions(text, section, { ...dates, tickets })),
    actionSections,
  };
}

/** The zone that a field names, or the offset of its ISO time: `2025-01-31T14:02:00-03:00`. */
function zoneOfField(text: string, { valueRange: { start, end } }: MetadataField): WrittenZone | undefined {
  const named = findZone(text, start, end);
  const offset = named
    ? undefined
    : /T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?=[+-]\d{2}:?\d{2})/.exec(text.slice(start, end));
  return named ?? (offset ? matchZone(text, start + offset.index + offset[0].length) : undefined);
}

/** A heading speaks for all that stands below it: "What was not the root cause", "Root cause (most likely)". */
function confidenceOf({ text, labels }: Statement): CauseConfidence {
  const own = causeConfidence(text);
  if (own !== "asserted") return own;
  if (labels.some((label) => /\bnot (?:the |a )?(?:root )?causes?\b|\bruled out\b|\brejected\b/i.test(label)))
    return "ruled-out";
  return labels.some((label) => /\b(?:most likely|likely|probable|possible|suspected|presumed)\b/i.test(label))
    ? "hedged"
    : own;
}

/** Timelines name more of the restoration than its section does: events that name a category are steps too. */
function restorationInTimeline(timeline: Timeline | undefined, { find }: Taxonomy): PostmortemModel["restoration"] {
  return (timeline?.events ?? []).flatMap(({ text, range, timeText }) => {
    const category = categoryOf({ text, labels: [] }, find);
    return category === undefined ? [] : [{ text, range, category, time: timeText || undefined }];
  });
}

/** The time of day that a statement begins with, as written. */
function timeAt(text: string, { range }: Statement): string | undefined {
  const time = readStamp(text, range.start, range.end)?.time;
  return time === undefined || time.loose !== undefined ? undefined : text.slice(time.start, time.end);
}

/** The date that the incident is about, and how dates without a year or of unknown order are read. */
function readDates(text: string, metadata: readonly MetadataField[], name: string) {
  const all = findDates(text);
  const written = ["started", "detected", "date", "resolved"].flatMap((key) =>
    metadata.filter((field) => field.key === key).flatMap((field) => findDates(field.value)),
  );
  const plain = written.map((date) => isoDate(date)).find((date) => date !== undefined);
  const order = dateOrderOf(all, plain);
  const about = plain ?? written.map((date) => isoDate(date, order)).find((date) => date !== undefined);
  const year = /(?<!\d)20\d{2}(?!\d)/.exec(name)?.[0];
  return { order, about, near: about ?? (year === undefined ? undefined : `${year}-07-01`) };
}

/** Sections of the ids, in the order of the text, without those that lie in another of them. */
function outermost(outline: Outline, ...ids: readonly string[]): Section[] {
  const sections = ids.flatMap((id) => outline.byId(id)).sort((a, b) => a.heading.start - b.heading.start);
  let end = -1;
  return sections.filter((section) => {
    if (section.heading.start < end) return false;
    end = section.body.end;
    return true;
  });
}
