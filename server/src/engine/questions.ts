/** Waits for a person's answer, but no longer than the run lasts; undefined when it was stopped first. */
export async function askUntilStopped<Answer>(
  signal: AbortSignal,
  answer: Promise<Answer>,
): Promise<Answer | undefined> {
  if (signal.aborted) {
    // Nobody waits for the answer any more, nor for why there is none.
    answer.catch(() => undefined);
    return undefined;
  }
  let stop = (): void => undefined;
  const stopped = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([answer, stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
