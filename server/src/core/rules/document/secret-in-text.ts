import type { Range } from "../../syntax/range.ts";
import { overlaps } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { isExampleSecret, looksRandom, NAMED_SECRET, SECRET_PATTERNS } from "../support/secret-patterns.ts";

interface Found {
  readonly label: string;
  readonly range: Range;
}

/** DOC025. */
export const secretInText = defineRule({
  docs: {
    what: "Reports what looks like a secret anywhere in the text, code included: keys and tokens of providers by their form, private keys, passwords in addresses, and values behind `password=` and the like that look random. The examples of the providers' own documentation and obvious placeholders are allowed. The message never repeats the value.",
    why: "Documents are read, copied and published more widely than any secret may be, and a repository keeps what was deleted. A secret that was in it must be replaced, not only removed.",
    examples: [
      {
        title: "A password that was pasted",
        bad: "# Rotate the broker's password\n\n1. Log in with `password=tR7vQ2mZx9Lk`.\n",
        fixed: "# Rotate the broker's password\n\n1. Log in with `password=REDACTED`.\n",
      },
      {
        title: "Where to find it",
        good: "# Rotate the broker's password\n\n1. Log in with `password=$BROKER_PASSWORD` (in the vault below `broker/admin`).\n",
      },
    ],
  },
  code: "DOC025",
  name: "secret-in-text",
  group: "document",
  kinds: ["runbook", "postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  isSensitive: true,
  fix: "unsafe",
  *check({ document }) {
    for (const { label, range } of findSecrets(document.syntax.text)) {
      yield {
        range,
        message: `This looks like ${label}. Replace it where it is used, and write here where the new one is kept.`,
        fixes: [
          {
            title: "Replace the value by REDACTED (it stays in the history)",
            safety: "unsafe",
            edits: [{ range, newText: "REDACTED" }],
          },
        ],
      };
    }
  },
});

function findSecrets(text: string): readonly Found[] {
  const found: Found[] = [];
  const add = (label: string, match: RegExpMatchArray, value: string): void => {
    const start = (match.index ?? 0) + match[0].lastIndexOf(value);
    const range = { start, end: start + value.length };
    if (!found.some((other) => overlaps(other.range, range))) found.push({ label, range });
  };
  for (const { label, pattern } of SECRET_PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? match[0];
      if (!isExampleSecret(value)) add(label, match, value);
    }
  }
  for (const match of text.matchAll(NAMED_SECRET)) {
    const value = (match[1] ?? "").replace(/[.:!?]+$/, "");
    if (value.length >= 8 && looksRandom(value) && !isExampleSecret(value)) add("a password or key", match, value);
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}
