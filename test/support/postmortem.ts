import type { PostmortemDocument } from "../../server/src/core/model/document.ts";
import { readDocument } from "../../server/src/core/model/read-document.ts";

/** Reads a body as that of a dated postmortem; throws when it is taken for something else. */
export function readPostmortemBody(body: string): PostmortemDocument {
  const document = readDocument({ text: `# Outage\n\n**Date**: 2024-02-10\n\n${body}`, path: "app/postmortems/x.md" });
  if (document.kind !== "postmortem") throw new Error(`not a postmortem but ${document.kind}`);
  return document;
}
