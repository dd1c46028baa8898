import { URI, Utils } from "vscode-uri";
import { createNodeWorkspace } from "./node-workspace.ts";
import { createProjectFinder } from "./project.ts";

/**
 * The absolute path of the project that a file on disk belongs to: its nearest ancestor with `.git` or a configuration
 * file; the file's own folder when there is none. Node only.
 */
export async function findProjectRoot(file: string): Promise<string> {
  const folder = Utils.dirname(URI.file(file));
  const { root } = await createProjectFinder(createNodeWorkspace()).find(folder.toString());
  return root === undefined ? folder.fsPath : URI.parse(root).fsPath;
}
