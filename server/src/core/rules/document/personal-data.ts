import type { Range } from "../../syntax/range.ts";
import { defineRule, type Problem } from "../rule.ts";
import { groupBy } from "../support/group-by.ts";

const EMAIL =
  /(?<![\w.+:/-])([A-Za-z0-9][\w.+-]{0,63})@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){0,4}\.[A-Za-z]{2,24})(?![\w@-]|[.:]\w|:[~/])/g;
/** Addresses of machines, teams and documentations. */
const SHARED =
  /^(?:git|root|admin|administrator|info|support|help|helpdesk|security|abuse|contact|noreply|no-reply|donotreply|postmaster|webmaster|hostmaster|alerts?|oncall|on-call|ops|sre|devops|platform|team|office|press|sales|billing|user|username|name|you|your|someone|email|me|test|foo|bar)(?:[+._-].*)?$|(?:^|[-._])(?:team|support|admins?|alerts?|noreply|group|list|service|dev|users|announce|ops|bot|api|platform|mailbox)$|(?:soc|csirt)$|^your/i;
/** A department: `IDAM@`. */
const ACRONYM = /^[A-Z]{3,}$/;
const EXAMPLE_HOST =
  /(?:^|\.)(?:example\.(?:com|org|net)|localhost|example|test|invalid|local|internal|gserviceaccount\.com|googlegroups\.com|users\.noreply\.github\.com|noreply\.[\w.-]+|lists?\.[\w.-]+)$/i;
const PHONE = /(?<![\w.+/-])\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}(?![\w.-]*\w)/g;
/** An address of the network is one of a person where its line speaks of one, or is a line of an access log. */
const OF_A_PERSON =
  /\b(?:users?|customers?|clients?|visitors?|attackers?|reporters?|victims?|home|employees?|members?|player|remote_?ip|client_?ip|remote_?addr|x-forwarded-for)\b/i;
const ACCESS_LOG = /^\W*[\d.]+ \S+ \S+ \[/;
const IP = /(?<![\w.:/-])(?:\d{1,3}\.){3}\d{1,3}(?![\w/-]|\.\w)/g;

/** DOC026. */
export const personalData = defineRule({
  docs: {
    what: "Reports e-mail addresses of persons, telephone numbers with a country code, and public IP addresses where the line speaks of a user, a customer or the like, or is one of an access log: one finding an address. Shared mailboxes (`support@`), examples, private and documentation networks are not reported. Off by default; for documents that are published.",
    why: "A published postmortem carries the addresses of customers and colleagues to everybody, for as long as there are copies of it.",
    examples: [
      {
        title: "Who reported it",
        bad: "# Messages delayed\n\nReported by ana.lima@acme-parcels.com.\n",
        fixed: "# Messages delayed\n\nReported by [redacted].\n",
      },
      { title: "A role", good: "# Messages delayed\n\nReported by a customer to support@acme-parcels.com.\n" },
    ],
  },
  code: "DOC026",
  name: "personal-data",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "unsafe",
  *check({ document }) {
    const { text } = document.syntax;
    const found: Found[] = [];
    for (const match of text.matchAll(EMAIL)) {
      const mailbox = (match[1] ?? "").replace(/\+.*$/, "");
      if (!SHARED.test(mailbox) && !ACRONYM.test(mailbox) && !EXAMPLE_HOST.test(match[2] ?? ""))
        found.push({ what: "an e-mail address", said: match[0], range: rangeOf(match) });
    }
    for (const match of text.matchAll(PHONE))
      found.push({ what: "a telephone number", said: match[0], range: rangeOf(match) });
    for (const match of text.matchAll(IP)) {
      const range = rangeOf(match);
      if (isPublicAddress(match[0]) && isOfAPerson(lineAround(text, range)))
        found.push({ what: "a public IP address", said: match[0], range });
    }
    for (const same of groupBy(found, ({ said }) => said.toLowerCase()).values()) yield* problem(same);
  },
});

interface Found {
  readonly what: string;
  readonly said: string;
  readonly range: Range;
}

function lineAround(text: string, { start, end }: Range): string {
  const to = text.indexOf("\n", end);
  return text.slice(text.lastIndexOf("\n", start) + 1, to === -1 ? text.length : to);
}

function isOfAPerson(line: string): boolean {
  return OF_A_PERSON.test(line) || ACCESS_LOG.test(line);
}

function rangeOf(match: RegExpMatchArray): Range {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

/** One finding an address, however often it stands in the document. */
function* problem(same: readonly Found[]): Iterable<Problem> {
  const [first, ...others] = same;
  if (first === undefined) return;
  yield {
    range: first.range,
    message: `This is ${first.what}, and this document may be read by many. Name a role instead, or leave it out.`,
    related: others.map(({ range }) => ({ range, message: "Here again." })),
    fixes: [
      {
        title: others.length === 0 ? "Replace it by [redacted]" : `Replace all ${same.length} by [redacted]`,
        safety: "unsafe",
        edits: same.map(({ range }) => ({ range, newText: "[redacted]" })),
      },
    ],
  };
}

/** Neither private (RFC 1918, 6598), nor loopback, link-local, multicast or for documentation (RFC 5737); not a version. */
function isPublicAddress(address: string): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
  if ([a, b, c, d].some((part) => part > 255) || a < 11 || a >= 224 || a === 127) return false;
  if ((a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254)) return false;
  if (a === 100 && b >= 64 && b < 128) return false;
  return !["192.0.2", "198.51.100", "203.0.113"].includes(`${a}.${b}.${c}`);
}
