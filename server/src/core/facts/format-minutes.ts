/** A duration as people say it: `39 min`, `1 h 5 min`, `2 d 3 h`; below a minute `20 s`. Rounded to its second unit. */
export function formatMinutes(minutes: number): string {
  if (minutes > 0 && minutes < 1) return `${Math.round(minutes * 60)} s`;
  return join(minutes, [" d", " h", " min"], " ");
}

/** A duration for narrow places: `39m`, `1h05m` becomes `1h 5m`, `2d 3h`, `20s`. */
export function shortMinutes(minutes: number): string {
  if (minutes > 0 && minutes < 1) return `${Math.round(minutes * 60)}s`;
  return join(minutes, ["d", "h", "m"], " ");
}

/** A duration in ISO 8601: `PT39M`, `PT1H5M`, `P2DT3H`, `PT20S`; `PT0S` for none. */
export function isoMinutes(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  const [days, hours, mins, secs] = [
    Math.floor(seconds / 86_400),
    Math.floor((seconds % 86_400) / 3600),
    Math.floor((seconds % 3600) / 60),
    seconds % 60,
  ];
  const time = [part(hours, "H"), part(mins, "M"), part(secs, "S")].join("");
  const text = `P${part(days, "D")}${time === "" ? "" : `T${time}`}`;
  return text === "P" ? "PT0S" : text;
}

function part(value: number | undefined, unit: string): string {
  return value ? `${value}${unit}` : "";
}

function join(minutes: number, [day, hour, minute]: readonly [string, string, string], glue: string): string {
  const whole = minutes >= 1440 ? Math.round(minutes / 60) * 60 : Math.round(minutes);
  const parts = [
    [Math.floor(whole / 1440), day],
    [Math.floor((whole % 1440) / 60), hour],
    [whole % 60, minute],
  ] as const;
  const said = parts.filter(([value]) => value > 0).slice(0, 2);
  return said.length === 0 ? `0${minute}` : said.map(([value, unit]) => `${value}${unit}`).join(glue);
}
