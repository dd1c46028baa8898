import ignore from "ignore";
import { URI, Utils } from "vscode-uri";
import type { Workspace } from "./workspace.ts";

/** Where GitHub and GitLab look for it, in their order: the first that is there counts. */
const PLACES: readonly string[] = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

/** A rule of the file: later ones win. */
interface OwnerRule {
  readonly matches: (path: string) => boolean;
  readonly owners: readonly string[];
}

/** Who owns what in a repository. */
export interface CodeOwners {
  /** Everybody whom the file names, once each, in its order. */
  readonly everyone: readonly string[];
  /** The owners of the file at a path below the repository's root, `/`-separated; empty when it has none. */
  ownersOf(path: string): readonly string[];
}

/** Reads CODEOWNERS files, each project's once. */
export interface CodeOwnersReader {
  /** Undefined when the project has none. */
  read(root: string): Promise<CodeOwners | undefined>;
  forget(): void;
}

/** Makes a reader over the workspace. */
export function createCodeOwnersReader(workspace: Workspace): CodeOwnersReader {
  const known = new Map<string, Promise<CodeOwners | undefined>>();
  const look = async (root: string): Promise<CodeOwners | undefined> => {
    for (const place of PLACES) {
      const text = await workspace.read(Utils.joinPath(URI.parse(root), place).toString());
      if (text !== undefined) return parseCodeOwners(text);
    }
    return undefined;
  };
  return {
    read(root) {
      let found = known.get(root);
      if (found === undefined) {
        found = look(root);
        known.set(root, found);
      }
      return found;
    },
    forget: () => known.clear(),
  };
}

/** Reads a CODEOWNERS file. GitLab's sections (`[Docs] @team`) give owners to their entries without any. */
export function parseCodeOwners(text: string): CodeOwners {
  const rules: OwnerRule[] = [];
  let ofSection: readonly string[] = [];
  for (const line of text.replace(/^\uFEFF/, "").split(/\r?\n/)) {
    const plain = line.replace(/(?:^|\s)#.*$/, "").trim();
    if (plain === "") continue;
    const section = /^\^?\[[^\]]+\](?:\[\d+\])?\s*(.*)$/.exec(plain);
    if (section) {
      ofSection = namesIn(section[1] ?? "");
      continue;
    }
    const [pattern = "", ...rest] = plain.split(/(?<!\\)\s+/);
    const own = namesIn(rest.join(" "));
    rules.push({ matches: matcher(pattern), owners: own.length > 0 ? own : ofSection });
  }
  return {
    everyone: [...new Set(rules.flatMap(({ owners }) => owners))],
    ownersOf: (path) => rules.findLast(({ matches }) => matches(path))?.owners ?? [],
  };
}

/** `@user`, `@org/team`, `mail@example.com`. */
function namesIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /^[^@\s]*@[^@\s]+$/.test(word));
}

function matcher(pattern: string): (path: string) => boolean {
  // A path that cannot be relative (`../x`) throws: it lies outside of the repository, and nobody owns it here.
  const patterns = ignore({ ignorecase: false }).add(pattern.replace(/^!/, "\\!"));
  return (path) => ignore.isPathValid(path) && patterns.ignores(path);
}
