import { createHash } from "node:crypto";

/** `prev` of a record's first line. */
export const CHAIN_START = "0".repeat(64);

const CLOSING = /,"seal":"([0-9a-f]{64})"\}$/;

/** A line of the record: the event as JSON, closed by the SHA-256 over what stands before it. */
export interface SealedLine {
  /** Without a line break. */
  readonly line: string;
  readonly hash: string;
}

/** Seals an event. As `prev` is part of the event, a change anywhere breaks every later line. */
export function sealLine(event: object): SealedLine {
  const body = JSON.stringify(event);
  const hash = sha256(body);
  return { line: `${body.slice(0, -1)},"seal":"${hash}"}`, hash };
}

/** Opens a sealed line: its JSON text and its hash; `intact` is false when they don't belong together. */
export function openLine(line: string): { readonly body: string; readonly hash: string; readonly intact: boolean } {
  const closing = CLOSING.exec(line);
  const hash = closing?.[1];
  if (!closing || hash === undefined) return { body: line, hash: sha256(line), intact: false };
  const body = `${line.slice(0, closing.index)}}`;
  return { body, hash, intact: sha256(body) === hash };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
