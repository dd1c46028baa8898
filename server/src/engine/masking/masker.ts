import { secretForms } from "./secret-forms.ts";

/** What stands in the place of a secret. */
const MASK = "***";

/** A mask that keeps back what may be the beginning of a secret until more text or the end comes. */
export interface StreamMasker {
  push(chunk: string): string;
  /** What was kept back: no more text will follow. */
  end(): string;
}

/** Replaces the secrets of one run, in whole texts and in streams. */
export interface Masker {
  mask(text: string): string;
  stream(): StreamMasker;
  /** One more secret, learnt while the run goes on; masked from here on, also by streams that are open. */
  add(secret: string): void;
}

interface Interval {
  readonly start: number;
  readonly end: number;
}

/**
 * Makes the masks for these secrets, in all their forms (`secretForms`). Overlapping secrets become one mask. Values that are too short to be told from ordinary text are left alone: `collectInputs` refuses them.
 */
export function createMasker(secrets: readonly string[]): Masker {
  const needles = [...new Set(secrets.flatMap(secretForms))];
  const stream = (): StreamMasker => createStream(needles);
  return {
    stream,
    add(secret) {
      for (const form of secretForms(secret)) if (!needles.includes(form)) needles.push(form);
    },
    mask(text) {
      const whole = stream();
      return whole.push(text) + whole.end();
    },
  };
}

function createStream(needles: readonly string[]): StreamMasker {
  let held = "";
  /** So many leading characters of `held` belong to a secret whose mask is already out. */
  let covered = 0;

  const take = (buffer: string, keep: number): string => {
    const intervals = merge([...(covered > 0 ? [{ start: 0, end: covered }] : []), ...findAll(buffer, needles)]);
    let result = "";
    let position = 0;
    let nextCovered = 0;
    for (const { start, end } of intervals) {
      if (start >= keep && start > 0) break;
      if (start > position) result += buffer.slice(position, start);
      const continues = start === 0 && covered > 0;
      if (!continues) result += MASK;
      position = end;
      nextCovered = Math.max(0, end - keep);
    }
    if (position < keep) result += buffer.slice(position, keep);
    held = buffer.slice(keep);
    covered = Math.min(nextCovered, held.length);
    return result;
  };

  return {
    push(chunk) {
      if (needles.length === 0) return chunk;
      const buffer = held + chunk;
      return take(buffer, startOfPossibleSecret(buffer, needles));
    },
    end() {
      return held === "" ? "" : take(held, held.length);
    },
  };
}

function findAll(text: string, needles: readonly string[]): Interval[] {
  const found: Interval[] = [];
  for (const needle of needles) {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      found.push({ start: at, end: at + needle.length });
    }
  }
  return found;
}

function merge(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const interval of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && interval.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, interval.end) };
    else merged.push(interval);
  }
  return merged;
}

/** The first place from which the rest of the text is a beginning of a secret; the text's length when there is none. */
function startOfPossibleSecret(text: string, needles: readonly string[]): number {
  const longest = Math.max(0, ...needles.map((needle) => needle.length));
  for (let start = Math.max(0, text.length - longest + 1); start < text.length; start++) {
    const rest = text.slice(start);
    if (needles.some((needle) => needle.length > rest.length && needle.startsWith(rest))) return start;
  }
  return text.length;
}
