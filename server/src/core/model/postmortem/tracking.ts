import type { TicketPattern } from "../../schema/structure.ts";
import { type DateOrder, findDates, isoDate } from "../dates.ts";

const TICKET_URL =
  /https?:\/\/[^\s)>\]"]{0,300}(?:\/(?:issues?|pull|pulls|merge_requests|browse|tickets?|work_?items?|tasks?|commit)\/[^\s)>\]"]+|trello\.com\/c\/[^\s)>\]"]+|linear\.app\/[^\s)>\]"]+|app\.asana\.com\/[^\s)>\]"]+|[?&]id=\d+[^\s)>\]"]*)/i;
const NUMBERED = /(?<![\w&/#])(?:[\w.-]+\/[\w.-]+)?#\d{1,7}\b/;
const KEYED = /(?<![\w/-])[A-Z][A-Z0-9]{1,9}-\d{1,7}\b(?!-)/g;
/** Names of standards and scales that look like a tracker's key. */
const NO_TRACKER =
  /^(?:SEV|SHA|UTF|ISO|RFC|HTTP|TLS|SSL|AES|RSA|MD|CVE|CWE|PM|UTC|GMT|P|S|AZ|US|EU|AP|COVID|IPV|ES|EC|T|M|R|C|N|H|V|GPT|BASE|HSTS|RS|HS|ADR|PEP)-/;

/** Longer texts are no action items; the bound keeps a team's own patterns quick. */
const LONGEST_SOURCE = 5000;

/**
 * The first ticket that a text names, as written: one of the team's own, an address, `#123`, `org/repo#123` or
 * `ABC-123`. Sources may hold links.
 */
export function ticketIn(source: string, own: readonly TicketPattern[] = []): string | undefined {
  for (const { pattern } of own) {
    const found = pattern.exec(source.slice(0, LONGEST_SOURCE))?.[0];
    if (found !== undefined && found !== "") return found;
  }
  const url = TICKET_URL.exec(source)?.[0];
  if (url !== undefined) return url;
  const numbered = NUMBERED.exec(source)?.[0];
  if (numbered !== undefined) return numbered;
  return source.match(KEYED)?.find((key) => !NO_TRACKER.test(key));
}

/** The ticket of a table's own column: there a number is enough, as in `Bug 5554823`. */
export function ticketOfCell(source: string, own: readonly TicketPattern[] = []): string | undefined {
  return ticketIn(source, own) ?? /\b(?:(?:bug|issue|ticket|case|task)\s)?\d{3,12}\b/i.exec(source)?.[0];
}

const DUE =
  /(?:\b(?:due|by|before|until|deadline|eta|target(?: date)?)\b|期限|締切|截止)[\s:：=*_]*(?:on |date |end of )?/gi;

/**
 * The due date that an action's text states: ISO where its parts are known, else as written. Only behind "due", "by",
 * "until", "ETA" and the like, or in brackets at the end; any other date is part of the story.
 */
export function dueIn(text: string, order: DateOrder | undefined, near: string | undefined): string | undefined {
  const dates = findDates(text);
  if (dates.length === 0) return undefined;
  const starts = [...text.matchAll(DUE)].map((match) => match.index + match[0].length);
  const bracket = /[([]([^()[\]]*)[)\]]\s*\.?\s*$/.exec(text);
  const date =
    dates.find((each) => starts.some((start) => Math.abs(start - each.start) <= 1)) ??
    dates.find((each) => bracket && each.start === bracket.index + 1 && each.end - each.start === bracket[1]?.length);
  return date && (isoDate(date, order, near) ?? text.slice(date.start, date.end));
}

/** The due date of a table's cell; undefined when it states none (`TBD`, `-`). */
export function dueOfCell(text: string, order: DateOrder | undefined, near: string | undefined): string | undefined {
  if (/^(?:[?\s_–—.-]*|t\.?b\.?[dc]\.?|none|n\/?a|未定|なし|待定|yyyy.*)$/i.test(text)) return undefined;
  const [date] = findDates(text);
  return (date && isoDate(date, order, near)) ?? text;
}
