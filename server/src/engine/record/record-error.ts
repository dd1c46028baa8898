/** The record could not be written. Nothing may run without a record, so the run ends; `message` is for the person. */
export class RecordError extends Error {
  override readonly name = "RecordError";
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full: make room",
  EDQUOT: "the disk quota is used up: make room",
  EROFS: "the file system is read-only: copy the runbook to a place where you may write",
  EACCES: "you may not write there: change its permissions or run as another user",
  EPERM: "you may not write there: change its permissions or run as another user",
  ENOTDIR: "a file stands where a folder should be: move it away",
  EEXIST: "a file stands where a folder should be: move it away",
  EMFILE: "too many files are open: raise the limit (ulimit -n)",
};

/** Says in one sentence what could not be written, why, and what to do. */
export function recordError(what: string, path: string, error: unknown): RecordError {
  if (error instanceof RecordError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  const reason = (code && REASONS[code]) ?? (error instanceof Error ? error.message : String(error));
  return new RecordError(`${what} can't be written to ${path}: ${reason}.`);
}
