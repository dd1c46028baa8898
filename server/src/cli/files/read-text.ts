import { lstat, readFile, stat } from "node:fs/promises";
import { describeFileError } from "./file-problem.ts";

/** A file's text, or why there is none. */
export type TextResult = { readonly text: string } | { readonly problem: string };

/** A NUL in this many bytes at the start makes a file binary, as for git. */
const BINARY_PROBE = 8000;

/** Reads a file as UTF-8 with its byte order mark. Never throws: refuses, with the reason, what is no text of ours. */
export async function readTextFile(path: string, maxBytes: number): Promise<TextResult> {
  try {
    const facts = await stat(path);
    const { size } = facts;
    // A device or a pipe has no end: reading it would never return.
    if (!facts.isFile() && !facts.isDirectory()) return { problem: NO_FILE };
    if (size > maxBytes) return { problem: tooLarge(size, maxBytes) };
    return decodeText(await readFile(path), maxBytes);
  } catch (error) {
    return { problem: (await isDanglingLink(path)) ? DANGLING : describeFileError(error) };
  }
}

const NO_FILE = "it is a device, a pipe or a socket, not a file. Delete it, or leave it out with .runbookignore.";

const DANGLING = "it is a symbolic link to a file that does not exist. Mend or delete the link.";

async function isDanglingLink(path: string): Promise<boolean> {
  try {
    if (!(await lstat(path)).isSymbolicLink()) return false;
  } catch {
    // Not even the link can be looked at: the first error says why.
    return false;
  }
  try {
    await stat(path);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT";
  }
}

/** Decodes bytes as UTF-8 and keeps a byte order mark; the rules for standard input are those for files. */
export function decodeText(bytes: Uint8Array, maxBytes: number): TextResult {
  if (bytes.length > maxBytes) return { problem: tooLarge(bytes.length, maxBytes) };
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { problem: "it is encoded as UTF-16. Save it as UTF-8." };
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) {
    return { problem: "it is a binary file, not Markdown. Rename it, or leave it out with .runbookignore." };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: `it is not valid UTF-8 (byte ${firstBadByte(bytes) + 1}). Save it as UTF-8.` };
  }
}

function tooLarge(size: number, maxBytes: number): string {
  const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `it is ${megabytes(size)} large, and the limit is ${megabytes(maxBytes)}. Raise the limit with --max-file-size, or leave the file out with .runbookignore.`;
}

/** Halving: the longest start that is valid or merely cut off; the bad byte begins the character that it is cut off in. */
function firstBadByte(bytes: Uint8Array): number {
  const decode = (end: number): string | undefined => {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, end), {
        stream: true,
      });
    } catch {
      return undefined;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decode(middle) !== undefined) low = middle;
    else high = middle - 1;
  }
  return new TextEncoder().encode(decode(low)).length;
}
