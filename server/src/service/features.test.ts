import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULES } from "../core/rules/registry.ts";
import { checkText } from "./check-text.fixture.ts";
import { codeActions } from "./code-actions/code-actions.ts";
import { codeLenses } from "./code-lens.ts";
import { completions } from "./completion/completion.ts";
import { toDiagnostics } from "./diagnostics.ts";
import { hover } from "./hover/hover.ts";

const FRAGMENTS = [
  ...[
    "# Restart\n",
    "\n",
    "\r\n",
    "## Steps\n",
    "## Timeline\n",
    "### Impact\n",
    "- [ ] Stop (~5m) @ann\n",
    "1. Start\n",
  ],
  ...[
    "- 14:10 a\n",
    "- 14:02 b\n",
    "| Time | Event |\n| --- | --- |\n| 14:02 | x |\n",
    "**Severity**: ",
    "(",
    "**",
    "TODO\n",
  ],
  ...[
    "   ```sh { name=a needs= }\n   $ rm -rf /x/<pod>\n   ```\n",
    "```sh {",
    "```\n",
    "~~~ {effect=",
    "---\n",
    "kind: postmortem\n",
  ],
  ...[
    "runbook:\n  ",
    "  inputs:\n",
    "<!-- runbook-disable PM014 -->\n",
    "<!-- runbook-",
    "\uFEFF",
    "🔥",
    "\t",
    "> ",
    "<div>\n",
  ],
];

const text = fc.array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 6 })), { maxLength: 14 });

describe("every feature", () => {
  it("answers for any text at any place, with ranges inside the text and edits that don't overlap", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.boolean(), (parts, place, isRunbook) => {
        const source = parts.join("");
        const checked = checkText(source, isRunbook ? "repo/runbooks/x.md" : "repo/postmortems/x.md");
        const offset = source.length === 0 ? 0 : place % (source.length + 1);
        const inside = ({ start, end }: { start: Place; end: Place }): void => {
          for (const position of [start, end]) {
            expect(checked.lines.positionAt(checked.lines.offsetAt(position))).toEqual(position);
          }
        };
        for (const { range } of toDiagnostics(checked)) inside(range);
        for (const { range } of codeLenses(checked)) inside(range);
        const shown = hover(checked, offset, RULES);
        if (shown?.range) inside(shown.range);
        for (const trigger of [undefined, " ", "{"]) {
          for (const { textEdit } of completions({ checked, offset, snippets: true, rules: RULES }, trigger)) {
            if (textEdit && "range" in textEdit) inside(textEdit.range);
          }
        }
        const request = { range: { start: 0, end: source.length }, only: undefined, documentChanges: false };
        for (const { edit } of codeActions(checked, { ...request, openDocumentation: "open" })) {
          const ranges = (edit?.changes?.[checked.uri] ?? []).map(({ range }) => range);
          for (const range of ranges) inside(range);
          const ends = ranges
            .map(({ start, end }) => [checked.lines.offsetAt(start), checked.lines.offsetAt(end)] as const)
            .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
          for (const [index, [start]] of ends.entries()) {
            expect(start).toBeGreaterThanOrEqual(ends[index - 1]?.[1] ?? 0);
          }
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

interface Place {
  readonly line: number;
  readonly character: number;
}
