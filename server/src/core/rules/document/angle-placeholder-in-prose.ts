import type { Nodes } from "mdast";
import * as z from "zod";
import { rangeOf, walk } from "../../syntax/nodes.ts";
import { defineRule } from "../rule.ts";

/** What stands in angle brackets and is HTML, MathML, SVG or a component's name that documentation tools know. */
const ELEMENTS = new Set(
  "a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption center circle cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form g h1 h2 h3 h4 h5 h6 head header hr html i iframe image img input ins kbd label legend li line link main map mark math menu meta meter nav noscript object ol optgroup option output p param path picture polygon pre progress q rect rp rt ruby s samp script section select slot small source span strong style sub summary sup svg table tbody td template text textarea tfoot th thead time title tr track tt u ul use var video wbr".split(
    " ",
  ),
);
/** What makes a placeholder of an element's name: `<time of the incident>`. */
const INSTRUCTION = /\s(?:of|the|your|here|name|to|in|when|if|and|or)\b/i;
/** `<add name here>`, `<your-team>`; an attribute makes it HTML. */
const ANGLE = /<([A-Za-z][\w.' -]{1,60})>/g;

/** DOC012. */
export const anglePlaceholderInProse = defineRule({
  docs: {
    what: "Reports placeholders in angle brackets in the text of a postmortem: `<add name here>`, `<team>`. Code and HTML elements are not looked at. In a runbook they stand for what is known during the incident only; the option `runbooks` reports them there too.",
    why: "Markdown takes `<team>` for HTML, so that readers see nothing at all: the sentence has a hole that only its source shows.",
    examples: [
      {
        title: "Nobody filled it in",
        bad: "# Messages delayed\n\nThe broker ran out of disk. Detected by <add name here>.\n",
      },
      { title: "A name", good: "# Messages delayed\n\nThe broker ran out of disk.<br>Detected by @kim.\n" },
    ],
  },
  code: "DOC012",
  name: "angle-placeholder-in-prose",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "none",
  options: z.strictObject({ runbooks: z.boolean().default(false) }),
  *check({ document, options }) {
    if (document.kind === "runbook" && !options.runbooks) return;
    const { text } = document.syntax;
    const places: { start: number; end: number }[] = [];
    walk(document.syntax.root, (node: Nodes) => {
      if (node.type === "html" || node.type === "text") places.push(rangeOf(node));
    });
    for (const place of places) {
      for (const match of text.slice(place.start, place.end).matchAll(ANGLE)) {
        const name = (match[1] ?? "").trim();
        const start = place.start + match.index;
        // A type, a path or an address goes on around it: `List<String>`, `/jobs/<id>`.
        if (/[\w/=:.@&$-]/.test(text.charAt(start - 1)) || /[\w/]/.test(text.charAt(start + match[0].length))) continue;
        const [first = ""] = name.toLowerCase().split(/[\s.]/);
        if (ELEMENTS.has(first) && !INSTRUCTION.test(name)) continue;
        // A component: it is closed somewhere.
        if (text.includes(`</${name}>`) || text.charAt(start - 1) === "\\") continue;
        yield {
          range: { start, end: start + match[0].length },
          message: `"${match[0]}" was never filled in, and Markdown shows it as nothing. Write what belongs there, or say that it is not known.`,
        };
      }
    }
  },
});
