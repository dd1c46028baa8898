import * as fc from "fast-check";
import { expect, test } from "vitest";
import { applyFixes } from "../../server/src/core/fixes/apply-fixes.ts";
import { check } from "./check.ts";

const FRAGMENTS = [
  ...[
    "# Title",
    "## Summary",
    "## Impact",
    "## Timeline",
    "## Root cause",
    "## Action items",
    "## Mitigation",
    "## Diagnosis",
  ],
  ...[
    "---",
    "kind: runbook",
    "title: a: b",
    "status: final",
    "```sh",
    "```",
    "~~~",
    "````",
    "``",
    "$ rm —rf “x”",
    "rm -rf /data",
  ],
  ...[
    "- [ ] Do it",
    "1. Restart",
    "- 14:02 started",
    "14:10 UTC: alert",
    "| Time | Event |",
    "| --- | --- |",
    "| 14:02 | a |",
    "| 13:01 | b |",
  ],
  ...[
    "<!-- runbook-disable-next-line PM014 -->",
    "<!-- runbook-disable -->",
    "<!-- runbook-enable X -->",
    "<!-- runbook-disable-file",
  ],
  ...[
    "TODO",
    "[insert date]",
    "Probably caused by human error.",
    "[a](b.md)",
    "> quote",
    "> ```sh",
    "  ```sh {name=",
    "\t- nested",
    "   text",
  ],
  ...["", "", "\uFEFF", "\u2028", "😀 é", "\0", "{{ x }}", "<div>", "**Impact**: none"],
];

const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }) },
);
const document = fc
  .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom("\n", "\r\n", "\r"))
  .map(([lines, lineBreak]) => lines.join(lineBreak));
const path = fc.constantFrom("runbooks/a.md", "postmortems/a.md", "alerts/GatewayDown.md");

test("no text makes a rule fail, and no finding or edit lies outside of it", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(document, path, (text, at) => {
      const findings = check(text, { path: at, files: [] });
      for (const { code, range, message, related, fixes } of findings) {
        expect(code).not.toBe("INT001");
        expect(message).not.toBe("");
        const ranges = [
          range,
          ...related.map((one) => one.range),
          ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.range)),
        ];
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        // A fix has an effect, and its edits fit together.
        for (const fix of fixes) {
          const one = findings
            .filter((finding) => finding.fixes.includes(fix))
            .map((finding) => ({ ...finding, fixes: [fix] }));
          expect(applyFixes(text, one, "unsafe").applied).toHaveLength(1);
        }
      }
    }),
    { numRuns: 150 },
  );
});
