import { URI, Utils } from "vscode-uri";
import type { LinkReference } from "../core/model/links.ts";
import { pathBelow } from "./project.ts";
import type { Workspace } from "./workspace.ts";

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** `{{ site }}`, `<%= x %>`, `${x}`, `{% x %}`, `<name>`: what stands there is known only after somebody filled it in. */
const PLACEHOLDER = /\{\{|\{%|<%|\$\{|<[^>]*>|\{[a-z_]+\}/i;

/** Whether the target of a link exists, by the target as written with its fragment cut off. */
export type TargetTable = ReadonlyMap<string, boolean | undefined>;

/** The part of a target before its fragment. */
export function withoutFragment(target: string): string {
  const hash = target.indexOf("#");
  return hash < 0 ? target : target.slice(0, hash);
}

/**
 * Looks up every relative target of a document once. Unknown, so that nobody speaks of them: addresses with a scheme
 * or host, placeholders, whatever lies outside the project, and site-absolute paths that are not found below its root.
 * Without a project or an opened folder (`root`) nothing is known: a document that was copied out of its repository left
 * its neighbours behind.
 * Where a site generator adds an extension, the target with `.md` counts too.
 */
export async function lookUpTargets(
  links: readonly LinkReference[],
  uri: string,
  root: string | undefined,
  workspace: Workspace,
): Promise<TargetTable> {
  if (root === undefined) return new Map();
  const targets = new Set(links.map((link) => withoutFragment(link.url)));
  const found = await Promise.all(
    [...targets].map(async (target) => [target, await lookUp(target, uri, root, workspace)] as const),
  );
  return new Map(found);
}

async function lookUp(target: string, uri: string, root: string, workspace: Workspace): Promise<boolean | undefined> {
  if (target === "" || SCHEME.test(target) || target.startsWith("//") || PLACEHOLDER.test(target)) return undefined;
  const isAbsolute = target.startsWith("/");
  const base = isAbsolute ? URI.parse(root) : Utils.dirname(URI.parse(uri));

  let unknown = false;
  for (const path of spellings(target)) {
    const place = Utils.joinPath(base, path).toString();
    if (place !== root && pathBelow(place, root) === undefined) return undefined;
    const exists = await workspace.exists(place);
    if (exists === true) return true;
    if (exists === undefined) unknown = true;
  }
  return unknown || isAbsolute ? undefined : false;
}

/** Paths that a target may stand for, the likeliest first. */
function spellings(target: string): string[] {
  const decoded = decode(target);
  const plain = decoded.replace(/\?.*$/s, "");
  const paths = [plain];
  if (decoded !== plain) paths.push(decoded);
  if (target !== decoded) paths.push(target);
  const bare = plain.replace(/\/$/, "").replace(/\.html?$/i, "");
  if (bare !== plain || !/\.[a-z0-9]+$/i.test(plain)) paths.push(`${bare}.md`);
  return paths;
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    // A percent sign that begins no escape: the target is meant as it stands.
    return target;
  }
}
