import { isAbsolute, relative, sep } from "node:path";

/** A path as it is shown: relative to the working directory, with `/` on every platform; absolute on another drive. */
export function displayPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  if (below === "") return ".";
  return (isAbsolute(below) ? path : below).split(sep).join("/");
}
