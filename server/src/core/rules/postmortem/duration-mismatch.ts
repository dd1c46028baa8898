import * as z from "zod";
import { type ClaimedDuration, claimedDurations } from "../../facts/claimed-duration.ts";
import { formatMinutes } from "../../facts/format-minutes.ts";
import { type IncidentTimes, incidentTimes } from "../../facts/incident-times.ts";
import { type Moment, minutesBetween } from "../../facts/moment.ts";
import { defineRule, type Fix } from "../rule.ts";
import { parseWorkingHours, type WorkingHours, workingMinutes } from "../support/working-time.ts";

const options = z.strictObject({
  tolerance: z.number().min(0).default(5).describe("Minutes that a claimed duration may lie off."),
  workingHours: z
    .string()
    .refine((text) => parseWorkingHours(text) !== undefined, { error: "must be as 09:00-17:30" })
    .optional()
    .describe("Working hours, as `09:00-17:30`: a duration that counts only these, Monday to Friday, is right too."),
});

/** What a field claims, by its key. */
const SAYS: ReadonlyMap<string, string> = new Map([
  ["duration", "from start to resolution"],
  ["timeToDetect", "from start to detection"],
  ["timeToMitigate", "from start to mitigation"],
  ["timeToResolve", "from start to resolution"],
]);

/** PM003. */
export const durationMismatch = defineRule({
  docs: {
    what: 'Reports a duration, a time to detect or a time to restore that is not what lies between the times of the document: those of its fields and those of timeline events that say what they are ("Detected: …"), or the two clock times beside it. Five minutes off are forgiven (option `tolerance`), and as much as the claim rounds: "2 hours" may be 1 h 35. A duration from detection, up to the mitigation, or of the whole timeline is right as well, and with the option `workingHours` one that counts only those.',
    why: "Durations are what reports are made of and what customers are told. Where the number and the times disagree one of them is wrong, and nobody can tell which.",
    examples: [
      {
        title: "That is an hour and a quarter",
        bad: `# Messages delayed

**Started**: 2025-01-31 14:02 UTC
**Resolved**: 2025-01-31 15:17 UTC
**Duration**: 45 minutes
`,
        fixed: `# Messages delayed

**Started**: 2025-01-31 14:02 UTC
**Resolved**: 2025-01-31 15:17 UTC
**Duration**: 75 minutes
`,
      },
      {
        title: "Rounded to hours",
        good: `# Messages delayed

**Started**: 2025-01-31 14:02 UTC
**Resolved**: 2025-01-31 16:17 UTC
**Duration**: 2 hours
`,
      },
    ],
  },
  code: "PM003",
  name: "duration-mismatch",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  options,
  *check({ document, options: { tolerance, workingHours } }) {
    const times = incidentTimes(document);
    const hours = workingHours === undefined ? undefined : parseWorkingHours(workingHours);
    const { text } = document.syntax;
    for (const field of document.metadata) {
      const source = text.slice(field.valueRange.start, field.valueRange.end);
      const claim = onlyClaim(source);
      if (claim === undefined) continue;
      const truth = (SAYS.has(field.key) ? clockSpan(source) : undefined) ?? readings(field.key, times);
      if (truth === undefined || isRight(claim, truth, tolerance, hours)) continue;
      const { minutes, related, says } = truth;
      const range = { start: field.valueRange.start + claim.start, end: field.valueRange.start + claim.end };
      const claimed = source.slice(claim.start, claim.end);
      const newText = inUnitsOf(claimed, minutes);
      const fix: Fix | undefined =
        newText === undefined
          ? undefined
          : {
              title: `Replace by "${newText}"`,
              safety: "unsafe",
              edits: [{ range, newText }],
            };
      yield {
        range,
        message: `"${claimed}" does not fit the times: ${says} is ${formatMinutes(minutes)}. Correct the duration, or the times.`,
        related,
        fixes: fix === undefined ? [] : [fix],
      };
    }
  },
});

/** The amount that a value claims, when it claims exactly one, at its start, and knows it. */
function onlyClaim(source: string): ClaimedDuration | undefined {
  const [claim, another] = claimedDurations(source);
  if (claim === undefined || another !== undefined || claim.approximate) return undefined;
  return /^[\s*_`"'(]*$/.test(source.slice(0, claim.start)) ? claim : undefined;
}

interface Truth {
  readonly minutes: number;
  readonly says: string;
  readonly related: readonly { readonly range: Moment["range"]; readonly message: string }[];
  /** Other spans that the claim may mean. */
  readonly others: readonly number[];
  readonly span: readonly [Moment, Moment] | undefined;
}

/** `45 minutes (14:02–14:47)`: the value counts for itself. Over midnight the next day is meant. */
function clockSpan(source: string): Truth | undefined {
  const match =
    /(?<![\d:-])([01]?\d|2[0-3]):([0-5]\d)\s*(?:UTC\s*)?(?:[-–—~〜→]|to|until)\s*([01]?\d|2[0-3]):([0-5]\d)(?![\d:])(?!\s*[ap]\.?m)/.exec(
      source,
    );
  // With dates between the two, or more than two times, there is more than one reading.
  if (
    match === null ||
    (source.match(/\d{1,2}:\d{2}/g) ?? []).length > 2 ||
    /\d{4}-\d{2}-\d{2}.*\d{4}-\d{2}-\d{2}/.test(source)
  )
    return undefined;
  const from = Number(match[1]) * 60 + Number(match[2]);
  const to = Number(match[3]) * 60 + Number(match[4]);
  const minutes = (to - from + 1440) % 1440;
  return { minutes, says: match[0], related: [], others: [], span: undefined };
}

function readings(key: string, times: IncidentTimes): Truth | undefined {
  const { started, detected, mitigated, resolved, timeline } = times;
  const says = SAYS.get(key);
  const to = key === "timeToDetect" ? detected : key === "timeToMitigate" ? mitigated : resolved;
  const minutes = minutesBetween(started, to);
  if (says === undefined || started === undefined || to === undefined || minutes === undefined) return undefined;
  if (started.approximate || to.approximate) return undefined;
  const froms = [started, timeline?.first, ...(key === "timeToDetect" ? [] : [detected])];
  const tos = [to, ...(key === "timeToDetect" ? [] : [mitigated, resolved, timeline?.last])];
  return {
    minutes,
    says: `${says}, ${started.text} to ${to.text},`,
    related: [
      { range: started.range, message: `From ${started.text}` },
      { range: to.range, message: `To ${to.text}` },
    ],
    others: froms.flatMap((from) => tos.flatMap((each) => minutesBetween(from, each) ?? [])),
    span: [started, to],
  };
}

function isRight(claim: ClaimedDuration, truth: Truth, tolerance: number, hours: WorkingHours | undefined): boolean {
  const slack = Math.max(tolerance, claim.slack);
  const fits = (minutes: number): boolean => Math.abs(claim.minutes - minutes) <= slack;
  if ([truth.minutes, ...truth.others].some(fits)) return true;
  if (hours === undefined || truth.span === undefined) return false;
  const [from, to] = truth.span;
  if (from.date === undefined || to.date === undefined || from.zone !== to.zone) return false;
  return fits(
    workingMinutes({ date: from.date, minutes: from.minutes }, { date: to.date, minutes: to.minutes }, hours),
  );
}

/** The true duration as the claim is written; undefined where it is not written in English. */
function inUnitsOf(claimed: string, minutes: number): string | undefined {
  const whole = Math.round(minutes);
  if (/^\d+ minutes?$/i.test(claimed)) return plural(whole, "minute");
  if (/^\d+ ?mins?$/i.test(claimed)) return claimed.replace(/\d+/, String(whole));
  if (!/^[\d\sA-Za-z,.]+$/.test(claimed)) return undefined;
  if (whole < 60) return plural(whole, "minute");
  const rest = whole % 60;
  return rest === 0
    ? plural(whole / 60, "hour")
    : `${plural(Math.floor(whole / 60), "hour")} ${plural(rest, "minute")}`;
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
