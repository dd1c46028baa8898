import * as z from "zod";
import { defineRule } from "../rule.ts";

const HOSTS: readonly string[] = [
  ...["docs.google.com", "drive.google.com", "slack.com", "atlassian.net", "notion.so", "notion.site"],
  ...[
    "sharepoint.com",
    "onedrive.live.com",
    "teams.microsoft.com",
    "zoom.us",
    "dropbox.com",
    "quip.com",
    "pagerduty.com",
  ],
  ...[
    "app.datadoghq.com",
    "linear.app",
    "miro.com",
    "figma.com",
    "trello.com",
    "airtable.com",
    "monday.com",
    "asana.com",
  ],
];

/** DOC024. */
export const privateLink = defineRule({
  docs: {
    what: "Reports links to services that need an account of the team: Google Docs, Slack, Jira and Confluence, Notion, SharePoint and the like. Off by default; for documents that are published. The option `hosts` names others instead; a host stands for its subdomains too.",
    why: "Readers outside of the team find a login instead of the evidence, and the address may tell more than was meant to be told.",
    examples: [
      {
        title: "Evidence behind a login",
        bad: "# Messages delayed\n\nSee [the chat](https://acme.slack.com/archives/C01/p1).\n",
      },
      { title: "Evidence in the document", good: "# Messages delayed\n\nSee [the log](logs/broker.txt).\n" },
    ],
  },
  code: "DOC024",
  name: "private-link",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "none",
  options: z.strictObject({ hosts: z.array(z.string()).default([...HOSTS]) }),
  *check({ document, options }) {
    for (const { url, urlRange } of document.links) {
      const host = /^https?:\/\/(?:[^/@\s]*@)?([^/:?#\s]+)/i.exec(url)?.[1]?.toLowerCase();
      if (host === undefined) continue;
      const known = options.hosts.find((one) => host === one.toLowerCase() || host.endsWith(`.${one.toLowerCase()}`));
      if (known === undefined) continue;
      yield {
        range: urlRange,
        message: `Readers outside of the team can't open this link: ${host} asks for an account. Bring over what matters, or say what is behind it.`,
      };
    }
  },
});
