import { lstat, readdir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { describeFileError, type FileProblem } from "./file-problem.ts";
import { createIgnoreFilter, type IgnoreFilter } from "./ignore-files.ts";

/** The files that a command's paths stand for. */
export interface CollectedFiles {
  /** Absolute, sorted, each once. */
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
}

const MARKDOWN = /\.(?:md|markdown|mdx|qmd|md\.erb)$/i;

/**
 * Finds the files behind paths: a file is taken as it is named, a folder is walked for Markdown, anything else is tried
 * as a glob. Ignore files hold for folders and globs. Symbolic links to folders are not followed, so that no circle and
 * no file twice; a link to a file is. A path that stands for nothing is a problem, never silence.
 */
export async function collectFiles(paths: readonly string[], cwd: string): Promise<CollectedFiles> {
  const files = new Set<string>();
  const problems: FileProblem[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    let kind: "file" | "folder" | "absent" = "absent";
    try {
      kind = (await stat(absolute)).isDirectory() ? "folder" : "file";
    } catch (error) {
      // A link to nothing, or no permission, is told when the file is read; whatever is not there may be a glob.
      if (await isThere(absolute)) kind = "file";
      else if (!picomatch.scan(path).isGlob) problems.push({ path, message: describeFileError(error) });
    }
    if (kind === "file") files.add(absolute);
    else if (kind === "folder") {
      const isIgnored = createIgnoreFilter(absolute);
      for (const file of await walk(absolute, isIgnored, cwd, problems)) files.add(file);
    } else if (picomatch.scan(path).isGlob) {
      const found = await expand(path, cwd, problems);
      for (const file of found) files.add(file);
      if (found.length === 0) problems.push({ path, message: "no file matches this pattern." });
    }
  }
  return { files: [...files].sort(comparePaths), problems };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

async function walk(
  folder: string,
  isIgnored: IgnoreFilter,
  cwd: string,
  problems: FileProblem[],
  wanted: RegExp = MARKDOWN,
): Promise<string[]> {
  let entries: Awaited<ReturnType<typeof readEntries>>;
  try {
    entries = await readEntries(folder);
  } catch (error) {
    problems.push({ path: relative(cwd, folder) || ".", message: describeFileError(error) });
    return [];
  }
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!(await isIgnored(path, true))) files.push(...(await walk(path, isIgnored, cwd, problems, wanted)));
    } else if (wanted.test(entry.name) && !(await isIgnored(path, false))) {
      if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(path)))) files.push(path);
    }
  }
  return files;
}

function readEntries(folder: string) {
  return readdir(folder, { withFileTypes: true });
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Walks the folder that the pattern begins with, by the rules of every walk, and keeps what matches. */
async function expand(pattern: string, cwd: string, problems: FileProblem[]): Promise<string[]> {
  const posix = toPosix(pattern);
  const base = resolve(cwd, picomatch.scan(posix).base);
  if (!(await isFolder(base))) return [];
  const matches = picomatch(toPosix(resolve(cwd, pattern)), { dot: true });
  const files = await walk(base, createIgnoreFilter(cwd), cwd, problems, /(?:)/);
  return files.filter((file) => matches(toPosix(file)));
}

function toPosix(path: string): string {
  return path.split(sep).join("/");
}

/** Folder by folder, by code units: the same order on every machine and in every locale. */
function comparePaths(a: string, b: string): number {
  const left = a.split(sep);
  const right = b.split(sep);
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const one = left[index] ?? "";
    const other = right[index] ?? "";
    if (one !== other) return one < other ? -1 : 1;
  }
  return left.length - right.length;
}
