/** A file or folder that could not be read, said in one sentence for the person: what, why, and what to do. */
export interface FileProblem {
  /** As the person wrote it, or relative to the working directory. */
  readonly path: string;
  readonly message: string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder. Check the spelling.",
  EISDIR: "it is a folder, not a file.",
  ENOTDIR: "a part of its path is a file, not a folder.",
  ELOOP: "its symbolic links lead in a circle.",
  ENAMETOOLONG: "its name is too long for this file system.",
  EMFILE: "too many files are open. Raise the limit (ulimit -n).",
  EIO: "the disk reports an error.",
  ENOSPC: "the disk is full.",
  EROFS: "the file system is read-only.",
};

/** Says why the system refused to read or write a file, by its error code; an unknown code is shown as it is. */
export function describeFileError(error: unknown, access: "read" | "write" = "read"): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  if (code === "EACCES" || code === "EPERM") {
    return access === "read"
      ? "permission denied. Make it readable for this user, or leave it out with .runbookignore."
      : "permission denied. Make the file and its folder writable for this user.";
  }
  return REASONS[code] ?? `the system reports ${code}.`;
}
