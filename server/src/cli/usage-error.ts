/** What the person asked for cannot be done as asked: one line on standard error, exit code 2, never a stack trace. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
