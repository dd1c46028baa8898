import { dayNumber } from "../../model/dates.ts";

/** Minutes of a day in which people work, both since midnight. */
export interface WorkingHours {
  readonly from: number;
  readonly to: number;
}

/** Reads `09:00-17:30`; undefined for anything else. */
export function parseWorkingHours(text: string): WorkingHours | undefined {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)\s?[-–]\s?([01]?\d|2[0-4]):([0-5]\d)$/.exec(text.trim());
  if (match === null) return undefined;
  const from = Number(match[1]) * 60 + Number(match[2]);
  const to = Number(match[3]) * 60 + Number(match[4]);
  return from < to ? { from, to } : undefined;
}

/** A wall clock: an ISO date, and minutes since its midnight. */
export interface WallClock {
  readonly date: string;
  readonly minutes: number;
}

/** Working minutes from Monday to Friday between two wall clocks of one zone. Holidays are not known. */
export function workingMinutes(from: WallClock, to: WallClock, hours: WorkingHours): number {
  const first = dayNumber(from.date);
  const last = dayNumber(to.date);
  let total = 0;
  // More than ten years is a slip of a date, and not worth a loop.
  for (let day = first; day <= Math.min(last, first + 3660); day++) {
    // 1970-01-01 was a Thursday.
    const weekday = (((day + 4) % 7) + 7) % 7;
    if (weekday === 0 || weekday === 6) continue;
    const begin = day === first ? Math.max(hours.from, from.minutes) : hours.from;
    const end = day === last ? Math.min(hours.to, to.minutes) : hours.to;
    total += Math.max(0, end - begin);
  }
  return total;
}
