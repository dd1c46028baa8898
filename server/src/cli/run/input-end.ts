import type { Readable } from "node:stream";

/** Says that nobody can answer any more. */
export interface InputEnd {
  readonly signal: AbortSignal;
  readonly dispose: () => void;
}

/**
 * Watches a prompt's input for its end: closed, at its end, or let go by the prompt itself (Ctrl+D closes the line reader,
 * which pauses the input). Dispose it when the prompt is settled: an answered one lets its input go too.
 */
export function inputEnd(input: Readable): InputEnd {
  const abort = new AbortController();
  // A prompt that was answered is settled, and this disposed of, before the next turn.
  let turn: NodeJS.Immediate | undefined;
  const ended = (): void => {
    turn ??= setImmediate(() => abort.abort());
  };
  const names = ["pause", "end", "close"] as const;
  for (const name of names) input.on(name, ended);
  return {
    signal: abort.signal,
    dispose() {
      if (turn) clearImmediate(turn);
      for (const name of names) input.off(name, ended);
    },
  };
}
