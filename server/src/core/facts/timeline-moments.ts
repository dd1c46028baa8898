import { dayNumber } from "../model/dates.ts";
import { zoneOffset } from "../model/timeline/zones.ts";
import type { Timeline, TimelineEvent } from "../model/timeline.ts";
import type { Moment } from "./moment.ts";

/** An event of a timeline with its moment; events that have no time of day, or can't be placed, have none. */
export interface PlacedEvent {
  readonly event: TimelineEvent;
  readonly moment: Moment;
}

/**
 * Places the events of a timeline, with what its reader already reckoned: dates inherited, midnight crossed, afternoons
 * told from mornings. Events without any date get an axis of their group's own.
 */
export function placeTimeline(text: string, timeline: Timeline | undefined): readonly PlacedEvent[] {
  const events = timeline?.events ?? [];
  const zonesOf = new Map<number, Set<string>>();
  for (const { group, zone } of events) {
    const zones = zonesOf.get(group) ?? new Set();
    if (zone !== undefined) zones.add(zone);
    zonesOf.set(group, zones);
  }
  return events.flatMap((event): PlacedEvent[] => {
    const { order, minutes, date, group } = event;
    if (order === undefined || minutes === undefined) return [];
    const zones = zonesOf.get(group) ?? new Set();
    const zone = event.zone ?? (zones.size === 1 ? [...zones][0] : undefined);
    return [
      { event, moment: { ...common(text, event), minutes, date, zone, ...axisOf(event, order, zone, zones.size) } },
    ];
  });
}

function common(
  text: string,
  { timeRange, timeText }: TimelineEvent,
): Pick<Moment, "range" | "source" | "text" | "approximate"> {
  const around = text.slice(Math.max(0, timeRange.start - 8), timeRange.start);
  return {
    range: timeRange,
    source: "timeline",
    text: timeText,
    approximate:
      /[~≈〜]|\b(?:about|around|approx\.?|ca\.?)\s*$/i.test(around) ||
      /^\s*(?:頃|ごろ|前後)/.test(text.slice(timeRange.end)),
  };
}

/** In a group of several zones `order` counts in UTC already; in one of a single zone, in that zone. */
function axisOf(
  { date, group }: TimelineEvent,
  order: number,
  zone: string | undefined,
  zones: number,
): { readonly axis: string; readonly at: number } {
  if (date === undefined) return { axis: `group ${group}`, at: order };
  // A date that the group's order does not know of: its scale counts from 0.
  if (order < dayNumber("1900-01-01") * 1440) return { axis: `group ${group}`, at: order };
  if (zones > 1) return { axis: "utc", at: order };
  const offset = zone === undefined ? undefined : zoneOffset(zone, date);
  return offset === undefined ? { axis: `zone ${zone ?? "unknown"}`, at: order } : { axis: "utc", at: order - offset };
}
