import type { RunbookDocument } from "../../model/document.ts";
import { defineRule } from "../rule.ts";
import { documentStart } from "../support/document-start.ts";
import { hasFields } from "../support/has-fields.ts";
import { insertFields } from "../support/insert-fields.ts";

/** Somebody is named who can be asked, in whatever words. */
const CONTACT =
  /(?<![\w.])@[a-z][\w-]{2,}|#[a-z][a-z0-9]*(?:-[a-z0-9]+)+|\b(?:owned|maintained|written) by\b|\b(?:owner|maintainer|author|contact|point of contact|on-?call|team|slack|escalat\w*|pager\w*)s?\b|[\w.+-]+@[\w-]+\.\w+|担当|負責|负责|联系/i;

/** DOC021. */
export const noOwner = defineRule({
  docs: {
    what: "Reports a runbook that names nobody who looks after it: no owner, author, team, contact, channel or handle anywhere in its text or fields, and none for its path in CODEOWNERS, where the configuration has it read. A runbook without any field is left alone unless CODEOWNERS is read: its team keeps owners elsewhere. Whom a postmortem belongs to is asked by `missing-metadata`.",
    why: "The person who finds at night that a step no longer works needs somebody to tell, or it stays so.",
    examples: [
      {
        title: "Whose is it?",
        bad: `# Free disk space

**Severity**: SEV-3

## Steps

1. Delete old logs.
`,
        fixed: `# Free disk space

**Severity**: SEV-3
**Owner**: TODO

## Steps

1. Delete old logs.
`,
      },
      {
        title: "A team will do",
        good: `# Free disk space

**Owner**: storage team

## Steps

1. Delete old logs.
`,
      },
    ],
  },
  code: "DOC021",
  name: "no-owner",
  group: "document",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "unsafe",
  *check({ document, surroundings: { codeowners } }) {
    if (codeowners !== undefined ? codeowners.length > 0 : !hasFields(document)) return;
    if (document.metadata.some(({ key }) => key === "owner") || isNamed(document)) return;
    yield {
      range: document.outline.title?.heading ?? documentStart(document.syntax.text),
      message: "This runbook names nobody who looks after it: no owner, team, contact or channel. Add an owner.",
      fixes: [
        {
          title: "Insert an owner to fill in",
          safety: "unsafe",
          edits: insertFields(document, [{ label: "Owner", key: "owner", value: "TODO" }]),
        },
      ],
    };
  },
});

function isNamed({ syntax: { text }, outline }: RunbookDocument): boolean {
  return outline.byId("escalation").length > 0 || CONTACT.test(text);
}
