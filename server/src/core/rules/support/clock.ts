/** Minutes since midnight as `HH:MM`, or `HH:MM:SS` where they have a fraction; a day more or less is left out. */
export function formatClock(minutes: number, separator = ":"): string {
  const seconds = Math.round(((minutes % 1440) + 1440) * 60) % 86_400;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0) parts.push(seconds % 60);
  return parts.map((part) => String(part).padStart(2, "0")).join(separator);
}
