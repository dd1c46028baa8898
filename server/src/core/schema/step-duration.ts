const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const PART =
  /^(\d+(?:\.\d+)?)\s*(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)(?![a-z])\s*/i;

/** More than any step or time-out needs: longer ones are slips (`90000h`), and timers overflow behind 24.8 days. */
const LONGEST_MS = 7 * 86_400_000;

/**
 * Reads a duration such as `30s`, `5m`, `1h30m`, `1.5 h`, `10 min` as milliseconds. Undefined for anything else: no unit,
 * zero, other text around it, or more than seven days.
 */
export function parseDuration(text: string): number | undefined {
  let rest = text.trim();
  let total = 0;
  while (rest !== "") {
    const match = PART.exec(rest);
    if (match === null) return undefined;
    total += Number(match[1]) * unitOf(match[2] ?? "");
    rest = rest.slice(match[0].length);
  }
  return total > 0 && total <= LONGEST_MS ? Math.round(total) : undefined;
}

function unitOf(name: string): number {
  const lower = name.toLowerCase();
  return UNITS[lower.startsWith("ms") || lower.startsWith("milli") ? "ms" : lower.charAt(0)] ?? 0;
}
