import picomatch from "picomatch/posix.js";
import type { DocumentKind } from "../../core/model/document-kind.ts";
import type { Configuration } from "../../core/schema/configuration.ts";

/** The kind that a configuration's globs give a path below the project's root; undefined when no glob matches. */
export type KindByGlob = (path: string) => DocumentKind | undefined;

/** Compiles a configuration's `documents` globs. `ignore` wins over `postmortems`, and those over `runbooks`. */
export function compileDocumentGlobs({ documents }: Configuration): KindByGlob {
  const isIgnored = compileGlobs(documents.ignore);
  const isPostmortem = compileGlobs(documents.postmortems);
  const isRunbook = compileGlobs(documents.runbooks);
  return (path) => {
    if (isIgnored(path)) return "other";
    if (isPostmortem(path)) return "postmortem";
    return isRunbook(path) ? "runbook" : undefined;
  };
}

/** Compiles globs into one question. One that ends in `/` means all below that folder; `./` and `/` at the start mean the root and are dropped. */
export function compileGlobs(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const normal = globs.map((glob) => glob.replace(/^\.?\//, "").replace(/\/$/, "/**"));
  return picomatch(normal, { dot: true });
}
