import { URI, Utils } from "vscode-uri";
import type { Workspace } from "./workspace.ts";

/** A workspace in memory for tests; it counts what is asked of it, so that a test can assert how much work was done. */
export interface MemoryWorkspace extends Workspace {
  /** URIs read, in order. */
  readonly reads: readonly string[];
  /** URIs asked for existence, in order. */
  readonly asked: readonly string[];
  write(uri: string, text: string): void;
  delete(uri: string): void;
}

/** Makes a workspace of `{ "file:///repo/x.md": "text" }`. Every folder of a file exists; nothing else does. */
export function createMemoryWorkspace(files: Readonly<Record<string, string>> = {}): MemoryWorkspace {
  const texts = new Map<string, string>();
  const reads: string[] = [];
  const asked: string[] = [];
  const normal = (uri: string): string => URI.parse(uri).toString();

  const folders = (): Set<string> => {
    const found = new Set<string>();
    for (const uri of texts.keys()) {
      let folder = Utils.dirname(URI.parse(uri));
      while (!found.has(folder.toString())) {
        found.add(folder.toString());
        folder = Utils.dirname(folder);
      }
    }
    return found;
  };

  for (const [uri, text] of Object.entries(files)) texts.set(normal(uri), text);
  return {
    reads,
    asked,
    write: (uri, text) => {
      texts.set(normal(uri), text);
    },
    delete: (uri) => {
      texts.delete(normal(uri));
    },
    async read(uri) {
      reads.push(uri);
      return texts.get(normal(uri));
    },
    async exists(uri) {
      asked.push(uri);
      return texts.has(normal(uri)) || folders().has(normal(uri).replace(/(?<=[^/])\/$/, ""));
    },
  };
}
