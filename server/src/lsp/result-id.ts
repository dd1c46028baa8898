import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Diagnostic } from "vscode-languageserver";

/**
 * Names an answer by its content: equal answers have equal ids, whatever brought them about (an edit, another
 * configuration, a file that came or went), also after a restart of the server.
 */
export function resultIdOf(diagnostics: readonly Diagnostic[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(diagnostics)))).slice(0, 24);
}
