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

/** Hosts and pages on which a vendor tells of its service: `support.pagerduty.com`, `slack.com/help`. */
const VENDOR_HOST = /^(?:api|blog|community|dev|developers?|docs|help|response|status|support|university)\./i;
const VENDOR_PAGE = /^https?:\/\/[^/]+\/(?:help|blog|legal|pricing|integrations)\b/i;
/** A page that Google publishes for everybody, and a picture of one. */
const PUBLIC_PAGE = /^https?:\/\/docs\.google\.com\/[^?#]*\/pub(?:html)?(?:[?#]|$)/i;
/** Where somebody is met or a tool is worked with: a channel, a rota. It is no evidence that a reader lacks. */
const PLACE =
  /slack\.com\/(?:archives|messages|channels|app_redirect|client\/\w+)\b\/?[^/]*\/?$|teams\.microsoft\.com\/l\/(?:channel|team)\b|pagerduty\.com(?:\/(?!(?:\w+\/)?incidents\/\w)|$)/i;

/** DOC024. */
export const privateLink = defineRule({
  docs: {
    what: "Reports links to services that need an account of the team: Google Docs, Slack, Jira and Confluence, Notion, SharePoint and the like. The vendors' own documentation, pages published for everybody, and places of work (a channel, a rota) are not reported. Off by default; for documents that are published. The option `hosts` names others instead; a host stands for its subdomains too.",
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
      if (known === undefined || isOpenToAll(url, host, known) || PLACE.test(url)) continue;
      yield {
        range: urlRange,
        message: `Readers outside of the team may not get past this link: ${host} mostly asks for an account. Bring over what matters, or say what is behind it.`,
      };
    }
  },
});

function isOpenToAll(url: string, host: string, known: string): boolean {
  return (host !== known && VENDOR_HOST.test(host)) || VENDOR_PAGE.test(url) || PUBLIC_PAGE.test(url);
}
