import { editDistance } from "../../schema/configuration-nearest.ts";
import { defineRule, type Fix } from "../rule.ts";
import { headingAnchors } from "../support/heading-anchors.ts";

/** Not names of places in this document: site routes, lines, footnotes, text fragments, what `placeholder-link` reports. */
const OTHER = /^(?:$|top$|[/!?:~]|L\d+|fn|(?:todo|tbd|tbc|fixme|xxx+)(?:[-_ ]|$))/i;
/** Text from elsewhere may bring headings of its own. */
const INCLUDES =
  /\{%-?\s*(?:include|render|import)|\{\{[<%]\s*(?:include|readfile|render|partial|snippet)|<%=?\s*(?:partial|render)|^:{3,}\{include\}|^`{3,}\{include\}|--8<--|<include|^import\s+\w+\s+from/im;

/** MyST leads `#label` to labels of all documents: `(label)=`, a directive, a role. */
const MYST = /^\([\w:./-]+\)=\s*$|^[`:]{3,}\{[\w:-]+\}|\{[a-z][a-z:-]{1,20}\}`/m;

/** DOC023. */
export const brokenAnchor = defineRule({
  docs: {
    what: "Reports a link to a place in the same document (`#restart`) that is not there. Places are headings by the names that GitHub gives them, `id` and `name` attributes, `{#id}` and `(label)=`. A name that differs from a heading's in punctuation only is taken for another dialect's; documents that include others, and MyST documents, whose labels lead everywhere, are not looked at.",
    why: "The link does nothing when it is clicked, and readers look for the section that it promised.",
    references: [
      "https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links",
    ],
    examples: [
      {
        title: "The heading was renamed",
        bad: "# Gateway down\n\nGo on with [the restart](#restart-gateway).\n\n## Restart the gateway\n\n1. Restart it.\n",
        fixed:
          "# Gateway down\n\nGo on with [the restart](#restart-the-gateway).\n\n## Restart the gateway\n\n1. Restart it.\n",
      },
      {
        title: "The heading is there",
        good: "# Gateway down\n\nGo on with [the restart](#restart-the-gateway).\n\n## Restart the gateway\n\n1. Restart it.\n",
      },
    ],
  },
  code: "DOC023",
  name: "broken-anchor",
  group: "document",
  kinds: ["runbook", "postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  *check({ document }) {
    const links = document.links.filter(({ url }) => url.startsWith("#"));
    if (links.length === 0 || INCLUDES.test(document.syntax.text) || MYST.test(document.syntax.text)) return;
    const anchors = headingAnchors(document);
    const loose = new Set([...anchors].map(letters));
    for (const { url, urlRange } of links) {
      const anchor = decode(url.slice(1));
      if (OTHER.test(anchor) || anchors.has(anchor) || loose.has(letters(anchor))) continue;
      // No heading of GitHub's has such a name: what makes it has rules of its own.
      if (letters(anchor) === "" || /[{}<>$%:/]/.test(anchor)) continue;
      const near = nearest(anchor, anchors);
      yield {
        range: urlRange,
        message: `The link "#${anchor}" leads to no heading of this document${near === undefined ? "" : `; "#${near}" is one`}. Correct the link, or the heading.`,
        fixes: near === undefined ? [] : [leadTo(near, urlRange)],
      };
    }
  },
});

function leadTo(anchor: string, range: { readonly start: number; readonly end: number }): Fix {
  return {
    title: `Lead the link to "#${anchor}"`,
    safety: "unsafe",
    edits: [{ range, newText: `#${encodeURI(anchor)}` }],
  };
}

/** What dialects agree on: letters and digits, without the number of a repeated heading. */
function letters(anchor: string): string {
  return anchor
    .toLowerCase()
    .normalize("NFKC")
    .replace(/-\d{1,2}$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    // Not an escaped name: then it is meant as it stands.
    return anchor;
  }
}

function nearest(anchor: string, anchors: ReadonlySet<string>): string | undefined {
  const limit = Math.max(2, Math.floor(anchor.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const name of anchors) {
    if (Math.abs(name.length - anchor.length) > limit) continue;
    const distance = editDistance(anchor.toLowerCase().slice(0, 100), name.slice(0, 100));
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}
