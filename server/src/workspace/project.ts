import { URI, Utils } from "vscode-uri";
import type { Workspace } from "./workspace.ts";

/** Names of a configuration file, in the order in which they win. */
const CONFIGURATION_FILES: readonly string[] = [".runbookrc.yaml", ".runbookrc.yml", ".runbookrc.json"];

/** The project that the files of a folder belong to. */
export interface Project {
  /** Nearest folder upward with `.git`; else the topmost one with a configuration file; undefined when there is none. */
  readonly root: string | undefined;
  /** Nearest configuration file upward, not beyond the root; undefined when there is none. */
  readonly configuration: string | undefined;
}

/** Finds projects; remembers every folder it has looked at. */
export interface ProjectFinder {
  /** The project of the files in this folder. */
  find(folder: string): Promise<Project>;
  forget(): void;
}

/** Whether a URI names a configuration file of ours: `.runbookrc.yaml`, or `payments.runbookrc.yaml`, which others extend. */
export function isConfigurationFile(uri: string): boolean {
  return /\.runbookrc\.(?:ya?ml|json)$/.test(Utils.basename(URI.parse(uri)));
}

/** Whether a change of the file can change what is found in documents that did not change. */
export function isProjectFile(uri: string): boolean {
  return isConfigurationFile(uri) || Utils.basename(URI.parse(uri)) === "CODEOWNERS";
}

/**
 * Makes a finder. The search ends at `.git`: a repository is checked in the same way wherever it is cloned to, whatever
 * lies in the folders above it. What cannot be known (`exists` says undefined) counts as absent.
 */
export function createProjectFinder(workspace: Workspace): ProjectFinder {
  const known = new Map<string, Promise<Project>>();

  const look = async (folder: string): Promise<Project> => {
    const uri = URI.parse(folder);
    const at = (name: string): string => Utils.joinPath(uri, name).toString();
    const exists = async (name: string): Promise<boolean> => (await workspace.exists(at(name))) === true;
    const [git, ...configurations] = await Promise.all([".git", ...CONFIGURATION_FILES].map(exists));
    const name = CONFIGURATION_FILES.find((_, index) => configurations[index] === true);
    const parent = Utils.dirname(uri).toString();
    const isTop = git === true || parent === folder;
    const above = isTop ? { root: undefined, configuration: undefined } : await find(parent);
    const marked = git === true || name !== undefined;
    return {
      root: above.root ?? (marked ? folder : undefined),
      configuration: name === undefined ? above.configuration : at(name),
    };
  };

  const find = (folder: string): Promise<Project> => {
    let project = known.get(folder);
    if (project === undefined) {
      project = look(folder);
      known.set(folder, project);
    }
    return project;
  };

  return { find, forget: () => known.clear() };
}

/**
 * The path by which a document's kind is told: below the project's root with the root's own name in front, `/`-separated;
 * without a root the whole path counts.
 */
export function documentPath(uri: string, root: string | undefined): string {
  const { path } = URI.parse(uri);
  if (root === undefined) return path.replace(/^\/+/, "");
  const name = Utils.basename(URI.parse(root));
  const below = pathBelow(uri, root) ?? path.replace(/^\/+/, "");
  return name === "" ? below : `${name}/${below}`;
}

/** The path of a URI below a folder; undefined when it does not lie there. */
export function pathBelow(uri: string, folder: string): string | undefined {
  const inner = URI.parse(uri);
  const outer = URI.parse(folder);
  if (inner.scheme !== outer.scheme || inner.authority !== outer.authority) return undefined;
  const prefix = outer.path.endsWith("/") ? outer.path : `${outer.path}/`;
  return inner.path.startsWith(prefix) ? inner.path.slice(prefix.length) : undefined;
}
