/** A duration for people: `850 ms`, `3.2 s`, `1m 05s`, `2h 03m`. Takes milliseconds. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1_000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m ${pad(seconds % 60)}s`;
  return `${Math.floor(minutes / 60)}h ${pad(minutes % 60)}m`;
}

/** An expected duration, as people say it: `5s`, `2m`, `1h 30m`. Takes milliseconds. */
export function formatExpected(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1_000));
  const parts = [
    [Math.floor(seconds / 3_600), "h"],
    [Math.floor(seconds / 60) % 60, "m"],
    [seconds % 60, "s"],
  ] as const;
  return parts.flatMap(([number, unit]) => (number > 0 ? [`${number}${unit}`] : [])).join(" ");
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
