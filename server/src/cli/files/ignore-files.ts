import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { readTextFile } from "./read-text.ts";

/** Whether a file or folder is to be left out. Paths are absolute. */
export type IgnoreFilter = (path: string, isFolder: boolean) => Promise<boolean>;

const ALWAYS = new Set(["node_modules", ".git", ".hg", ".svn", ".jj"]);

/** More than any list of patterns. */
const MOST_BYTES = 1_000_000;

/** Files with patterns, the later one winning: what git leaves out, `.runbookignore` can take in again with `!`. */
const IGNORE_FILES = [".gitignore", ".runbookignore"];

/**
 * Makes a filter that honours the ignore files of a path's folder and of all folders above it, up to the repository
 * (the nearest folder with `.git`) or, outside of one, up to `floor`. Nearer patterns win, as in git. To be asked from
 * the top down, folders before their files. Not for files that the person names: those are wanted.
 */
export function createIgnoreFilter(floor: string): IgnoreFilter {
  const patterns = new Map<string, Promise<Ignore | undefined>>();
  const chains = new Map<string, readonly string[]>();

  const patternsOf = (folder: string): Promise<Ignore | undefined> => {
    let found = patterns.get(folder);
    if (found === undefined) {
      found = readPatterns(folder);
      patterns.set(folder, found);
    }
    return found;
  };

  /** The folders whose patterns count for the entries of `folder`, nearest first. */
  const chainOf = (folder: string): readonly string[] => {
    let chain = chains.get(folder);
    if (chain === undefined) {
      const parent = dirname(folder);
      const isTop =
        parent === folder || existsSync(join(folder, ".git")) || (folder === floor && !hasRepository(folder));
      chain = isTop ? [folder] : [folder, ...chainOf(parent)];
      chains.set(folder, chain);
    }
    return chain;
  };

  return async (path, isFolder) => {
    const name = path.slice(path.lastIndexOf(sep) + 1);
    if (ALWAYS.has(name)) return true;
    for (const folder of chainOf(dirname(path))) {
      const own = await patternsOf(folder);
      if (own === undefined) continue;
      const below = relative(folder, path).split(sep).join("/");
      const { ignored, unignored } = own.test(isFolder ? `${below}/` : below);
      // Folders are asked for before what is in them: one that was taken in again by nearer patterns, or was named, is
      // decided, and what these patterns have against it says nothing about its files.
      const parent = below.slice(0, below.lastIndexOf("/") + 1);
      if (ignored && parent !== "" && own.test(parent).ignored) continue;
      if (ignored || unignored) return ignored;
    }
    return false;
  };
}

function hasRepository(folder: string): boolean {
  const parent = dirname(folder);
  return existsSync(join(folder, ".git")) || (parent !== folder && hasRepository(parent));
}

async function readPatterns(folder: string): Promise<Ignore | undefined> {
  const texts = await Promise.all(
    IGNORE_FILES.map(async (name) => {
      // Most folders have none; one that cannot be read leaves nothing out.
      const read = await readTextFile(join(folder, name), MOST_BYTES);
      return "text" in read ? read.text : undefined;
    }),
  );
  if (texts.every((text) => text === undefined)) return undefined;
  const own = ignore();
  for (const text of texts) if (text !== undefined) own.add(text);
  return own;
}
