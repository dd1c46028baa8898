import { defineRule } from "../rule.ts";

const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|\/|#|\?|~|\\)/i;
const TEMPLATE = /[{}<>$%*](?![0-9a-f]{2})/i;
/** What a site makes out of sources has no file of that name beside the document. */
const GENERATED = /\.(?:html?|php|aspx?)$/i;
const FILE_NAME = /[^/]\.[a-z][a-z0-9]{0,9}$/i;

/** DOC022. */
export const brokenLink = defineRule({
  docs: {
    what: "Reports a relative link or image whose file does not exist. Only targets that name a file (`../dashboards.md`, `graph.png`) are looked at: paths from the site's root, pages that a site generator makes and template expressions are not. Where the files around a document are not known, nothing is reported.",
    why: "A link to the next runbook that leads nowhere is found by the person on call, when the next runbook is needed.",
    examples: [
      {
        title: "The runbook was renamed",
        files: ["restart-the-gateway.md"],
        bad: `# Gateway down

See [how to restart it](restart-gateway.md).

1. Restart it.
`,
      },
      {
        title: "The target exists",
        files: ["restart-the-gateway.md"],
        good: `# Gateway down

See [how to restart it](restart-the-gateway.md#by-hand).

1. Restart it.
`,
      },
    ],
  },
  code: "DOC022",
  name: "broken-link",
  group: "document",
  kinds: ["runbook", "postmortem"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "none",
  *check({ document, surroundings }) {
    for (const { url, urlRange } of document.links) {
      const target = url.replace(/[#?].*$/s, "");
      if (target === "" || ABSOLUTE.test(target) || TEMPLATE.test(target)) continue;
      if (!FILE_NAME.test(target) || GENERATED.test(target) || looksLikeHost(target)) continue;
      if (surroundings.exists(target) !== false) continue;
      yield {
        range: urlRange,
        message: `The link leads nowhere: seen from the folder of this document, there is no file "${target}".`,
      };
    }
  },
});

/** `example.com` and `www.example.org/a.md` were meant as addresses: another fault than a missing file. */
function looksLikeHost(target: string): boolean {
  return /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|gov|uk)(?:\/|$))/i.test(target);
}
