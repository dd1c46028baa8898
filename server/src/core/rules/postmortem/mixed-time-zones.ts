import { zoneOffset } from "../../model/timeline/zones.ts";
import type { TimelineEvent } from "../../model/timeline.ts";
import { defineRule, type Fix } from "../rule.ts";
import { formatClock } from "../support/clock.ts";
import { groupBy } from "../support/group-by.ts";

/** Zones of one place: summer and winter time, and the name for both. */
const PLACES: Readonly<Record<string, string>> = {
  ...{ PST: "America/Los_Angeles", PDT: "America/Los_Angeles", PT: "America/Los_Angeles" },
  ...{ MST: "America/Denver", MDT: "America/Denver", MT: "America/Denver" },
  ...{ CDT: "America/Chicago", CT: "America/Chicago", EST: "America/New_York", EDT: "America/New_York" },
  ...{ ET: "America/New_York", CET: "Europe/Berlin", CEST: "Europe/Berlin", EET: "Europe/Helsinki" },
  ...{ EEST: "Europe/Helsinki", AEST: "Australia/Sydney", AEDT: "Australia/Sydney" },
  ...{ NZST: "Pacific/Auckland", NZDT: "Pacific/Auckland", GMT: "UTC", Z: "UTC" },
};

/** PM013. */
export const mixedTimeZones = defineRule({
  docs: {
    what: "Reports a timeline whose entries are in several time zones. Two names of one place are fine where each fits its date: `PST` and `PDT`, `CET` and `CEST` around the change of the clocks.",
    why: "Nobody adds nine hours in the head without a slip. One zone, stated once, makes the order of the events visible.",
    references: ["https://response.pagerduty.com/after/post_mortem_process/"],
    examples: [
      {
        title: "One entry is in another zone",
        bad: `# Messages delayed on 2025-01-31

## Timeline

- 14:02 UTC First delayed message
- 15:10 CET Alert fired
- 14:47 UTC Queue empty
`,
        fixed: `# Messages delayed on 2025-01-31

## Timeline

- 14:02 UTC First delayed message
- 14:10 UTC Alert fired
- 14:47 UTC Queue empty
`,
      },
      {
        title: "The clocks changed in between",
        good: `# Messages delayed on 2025-03-29

## Timeline

- 2025-03-29 23:51 CET First delayed message
- 2025-03-30 04:10 CEST Queue empty
`,
      },
    ],
  },
  code: "PM013",
  name: "mixed-time-zones",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  *check({ document }) {
    const events = (document.timeline?.events ?? []).filter(
      (event) => event.zone !== undefined && event.timeText !== "",
    );
    const places = groupBy(events, placeOf);
    const [most, ...others] = [...places.values()].sort((a, b) => b.length - a.length);
    const target = most?.[0];
    const odd = others.flat().sort((a, b) => a.range.start - b.range.start);
    const [first] = odd;
    if (target === undefined || first === undefined) return;
    const zones = [...new Set([target, ...odd].map(({ zone }) => zone))];
    const edits = odd.map((event) => converted(event, target));
    const convert: Fix[] = edits.every((edit) => edit !== undefined)
      ? [
          {
            title: `Convert ${odd.length === 1 ? "the time" : `${odd.length} times`} to ${target.zone}`,
            safety: "unsafe",
            edits: edits.flat(),
          },
        ]
      : [];
    yield {
      range: first.zoneRange ?? first.timeRange,
      message: `The timeline mixes ${zones.slice(0, -1).join(", ")} and ${zones.at(-1)}: "${first.timeText}" is ${first.zone}, most others are ${target.zone}. Use one zone, best UTC.`,
      related: odd
        .slice(1)
        .map(({ timeRange, timeText, zone }) => ({ range: timeRange, message: `"${timeText}" is ${zone}` })),
      fixes: convert,
    };
  },
});

/** One key for zones that agree at the event's date; a zone that does not fit its place's date is one of its own. */
function placeOf({ zone, zoneRange, date }: TimelineEvent): string {
  const name = (zone ?? "").toUpperCase().replace(/\s/g, "");
  const place = PLACES[name] ?? name.replace(/^(?:UTC|GMT)(?=[+−-])/, "").replace(/^[+−-]0{1,2}(?::?00)?$/, "UTC");
  // A zone that is stated once for all entries is a manner of speaking: "all times PDT", from March on.
  if (zoneRange === undefined) return place;
  const here = zoneOffset(zone ?? "", date);
  const there = place.includes("/") && date !== undefined ? zoneOffset(place, date) : here;
  return here === there ? place : `${place} ${name}`;
}

/** The edits that write an event's time in the target's zone; undefined where the zones have no known distance or the day changes. */
function converted(event: TimelineEvent, target: TimelineEvent): Fix["edits"] | undefined {
  const from = zoneOffset(event.zone ?? "", event.date);
  const to = zoneOffset(target.zone ?? "", event.date);
  if (from === undefined || to === undefined || event.minutes === undefined || event.zoneRange === undefined)
    return undefined;
  const minutes = event.minutes - from + to;
  if (minutes < 0 || minutes >= 1440) return undefined;
  return [
    { range: event.timeRange, newText: formatClock(minutes) },
    { range: event.zoneRange, newText: target.zone ?? "" },
  ];
}
