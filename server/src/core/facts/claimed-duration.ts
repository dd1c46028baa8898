/** A duration as a text claims it. */
export interface ClaimedDuration {
  readonly minutes: number;
  /** How far the truth may lie off and still be said so, in minutes: half of the smallest unit that is named. */
  readonly slack: number;
  /** "about 2 hours", `~2h`, `約25分`. */
  readonly approximate: boolean;
  /** Offsets of the amount in the text: "1 hour 5 minutes". */
  readonly start: number;
  readonly end: number;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:w|weeks?|週間?|周)$/i, 10_080],
  [/^(?:d|days?|日間?|天)$/i, 1440],
  [/^(?:h|hr?s?|hours?|時間|小时|小時)$/i, 60],
  [/^(?:m|mins?|minutes?|分間?|分钟|分鐘)$/i, 1],
  [/^(?:s|secs?|seconds?|秒間?|秒钟)$/i, 1 / 60],
];
const NAME =
  "weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|[wdhms](?![A-Za-z])|週間|周|日間|天|時間|小时|小時|分間|分钟|分鐘|分|秒間|秒";
const AMOUNT = new RegExp(
  `(?<![\\d.:/-])\\d+(?:\\.\\d+)?\\s?(?:${NAME})(?:(?:,|,? and|\\s)?\\s?\\d+(?:\\.\\d+)?\\s?(?:${NAME}))*`,
  "gi",
);
const PART = new RegExp(`(\\d+(?:\\.\\d+)?)\\s?(${NAME})`, "gi");
const ABOUT =
  /[~≈<>≤≥+]|\b(?:about|around|approx(?:imately)?|roughly|nearly|almost|over|under|more than|less than|at least|up to|some|estimated)\b|約|およそ|推定|弱|強|以上|以内|大约|约/i;

/** Reads the durations that a text claims, in its order: `45 minutes`, `4 hours 42 minutes`, `1h30m`, `約24時間30分`. */
export function claimedDurations(text: string): readonly ClaimedDuration[] {
  return [...text.matchAll(AMOUNT)].map((match) => {
    const end = match.index + match[0].length;
    let minutes = 0;
    let slack = Number.POSITIVE_INFINITY;
    for (const [, amount, name] of match[0].matchAll(PART)) {
      const unit = UNITS.find(([pattern]) => pattern.test(name ?? ""))?.[1] ?? 0;
      minutes += Number(amount) * unit;
      const digits = (amount ?? "").split(".")[1]?.length ?? 0;
      slack = Math.min(slack, unit / 2 / 10 ** digits);
    }
    const around = `${text.slice(Math.max(0, match.index - 24), match.index)} ${text.slice(end, end + 4)}`;
    return { minutes, slack, approximate: ABOUT.test(around), start: match.index, end };
  });
}
