import { expect, test } from "vitest";
import { RULES } from "../../server/src/core/rules/registry.ts";
import { brief, check, fix } from "./check.ts";

const unused = RULES.find(({ code }) => code === "SUP001");
const report = (text: string) => brief(text, check(text, { only: "SUP001" }));
const mended = (text: string) => (unused === undefined ? "" : fix(text, unused, "safe"));

const EMPTY = "## Lessons learned\n";
const EMPTY_AFTER = "## Lessons learned\n\n## Action items\n\n- Alert on disk (@kim)\n";

test("a comment that silences a finding is no finding", () => {
  expect(report(`<!-- runbook-disable-next-line empty-section -- later -->\n\n${EMPTY}`)).toEqual([]);
  expect(check(`<!-- runbook-disable-next-line DOC004 -->\n\n${EMPTY}`, { only: "DOC004" })).toEqual([]);
});

test("a comment for a finding that is not there is reported and removed", () => {
  const text = `Text.\n\n<!-- runbook-disable-next-line DOC004 -->\n\nMore.\n`;
  expect(report(text)).toEqual([
    'SUP001 3:1 "<!-- runbook-disable-next-line DOC004 -->" | DOC004 (empty-section) is not reported on what follows: the comment silences nothing.',
  ]);
  expect(mended(text)).toBe("Text.\n\nMore.\n");
});

test("of two rules, only the one without effect is removed", () => {
  const text = `<!-- runbook-disable-next-line DOC004 PM011 -- later -->\n\n${EMPTY_AFTER}`;
  expect(report(text)).toHaveLength(1);
  expect(mended(text)).toBe(`<!-- runbook-disable-next-line DOC004 -- later -->\n\n${EMPTY_AFTER}`);
});

test("an unknown rule is named", () => {
  expect(report("<!-- runbook-disable-file DOC0004 -->\n\n# A\n")).toEqual([
    'SUP001 1:1 "<!-- runbook-disable-file DOC0004 -->" | No rule is called "DOC0004": the comment silences nothing.',
  ]);
});

test("an enable without a disable is reported", () => {
  expect(report("# A\n\n<!-- runbook-enable DOC004 -->\n")).toEqual([
    'SUP001 3:1 "<!-- runbook-enable DOC004 -->" | "DOC004" was not disabled before this "runbook-enable".',
  ]);
});

test("a rule that is off, or for other documents, is not counted", () => {
  const text = "<!-- runbook-disable-file DOC004 ST001 -->\n\n# A\n";
  const rules = { DOC004: { severity: "off", options: undefined } } as const;
  expect(check(text, { only: "SUP001", configuration: { rules } })).toEqual([]);
});

test("text above and below a removed comment stay two paragraphs", () => {
  expect(mended("One\n<!-- runbook-disable-next-line PM011 -->\ntwo\n")).toBe("One\n\ntwo\n");
});

test("a comment in a table's cell goes without the row", () => {
  const table =
    "| Time | Event |\n| --- | --- |\n| 14:02 | a <!-- runbook-disable-next-line PM014 --> |\n| 14:03 | b |\n";
  expect(mended(table)).toBe("| Time | Event |\n| --- | --- |\n| 14:02 | a |\n| 14:03 | b |\n");
});

test("it can be silenced itself", () => {
  expect(check("<!-- runbook-disable-file DOC004 SUP001 -->\n\n# A\n", { only: "SUP001" })).toEqual([]);
});
