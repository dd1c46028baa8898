import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 over plain data, as lower-case hex: equal data gives equal text. Arrays only, so that no key order matters. */
export function hashOf(data: readonly unknown[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(data))));
}
