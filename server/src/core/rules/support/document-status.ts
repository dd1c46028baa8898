import type { IncidentDocument } from "../../model/document.ts";

/** How far a document is, as its status field says: a draft is forgiven more, a final one less. */
export type DocumentStatus = "draft" | "final" | "unknown";

const DRAFT = /\b(?:draft|in[ -]progress|wip|work in progress|ongoing|open|investigating|pending)\b/i;
const FINAL = /\b(?:final|resolved|complete|completed|closed|done|published|reviewed|approved)\b/i;

/** Reads the status field; `unknown` where there is none or it says something else. "Not final" is a draft. */
export function documentStatus(document: IncidentDocument): DocumentStatus {
  const value = document.metadata.find((field) => field.key === "status")?.value;
  if (value === undefined) return "unknown";
  if (DRAFT.test(value) || /\bnot\b|\bin review\b/i.test(value)) return "draft";
  return FINAL.test(value) ? "final" : "unknown";
}
