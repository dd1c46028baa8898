import type { DocumentLink } from "vscode-languageserver-types";
import type { TicketPattern } from "../core/schema/structure.ts";
import { rangeOf, walk } from "../core/syntax/nodes.ts";
import type { CheckedDocument } from "./checked-document.ts";
import { toLspRange } from "./positions.ts";

/** Longer stretches without markup are no prose; the bound keeps a team's patterns quick. */
const LONGEST_TEXT = 5000;

/**
 * The tickets in a document's running text, as links to the address that the configuration gives their pattern. Nothing
 * in code, and nothing that is a link already. Where patterns overlap, the first of the configuration wins.
 */
export function ticketLinks({ document, text, lines }: CheckedDocument): DocumentLink[] {
  if (document === undefined || document.kind === "other") return [];
  const patterns = document.structure.tickets.filter(({ url }) => url !== undefined);
  const links: DocumentLink[] = [];
  if (patterns.length === 0) return links;
  walk(document.syntax.root, (node) => {
    if (node.type === "link" || node.type === "linkReference" || node.type === "definition") return "skip";
    if (node.type !== "text") return undefined;
    // The source, not the node's value: escapes would move the places.
    const { start, end } = rangeOf(node);
    for (const { from, to, target } of ticketsIn(text.slice(start, Math.min(end, start + LONGEST_TEXT)), patterns)) {
      links.push({ range: toLspRange(lines, { start: start + from, end: start + to }), target });
    }
    return undefined;
  });
  return links;
}

function ticketsIn(source: string, patterns: readonly TicketPattern[]) {
  const found: { readonly from: number; readonly to: number; readonly target: string }[] = [];
  for (const { pattern, url = "" } of patterns) {
    for (const match of source.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
      const [ticket, group] = match;
      const [from, to] = [match.index, match.index + ticket.length];
      if (ticket === "" || found.some((other) => from < other.to && other.from < to)) continue;
      const parts: Readonly<Record<string, string | undefined>> = { "{ticket}": ticket, "{1}": group };
      found.push({
        from,
        to,
        target: url.replace(/\{(?:ticket|1)\}/g, (name) => encodeURIComponent(parts[name] ?? "")),
      });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}
