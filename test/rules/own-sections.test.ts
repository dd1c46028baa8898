import { describe, expect, test } from "vitest";
import { applyFixes } from "../../server/src/core/fixes/apply-fixes.ts";
import { readDocument } from "../../server/src/core/model/read-document.ts";
import { lint } from "../../server/src/core/rules/runner.ts";
import { changeStructure } from "../../server/src/core/schema/change-structure.ts";
import { DEFAULT_CONFIGURATION } from "../../server/src/core/schema/configuration.ts";
import { DEFAULT_STRUCTURE } from "../../server/src/core/schema/structure.ts";

/** A team's own words for the sections that fixes insert. */
const structure = changeStructure(DEFAULT_STRUCTURE, {
  sections: {
    runbook: [
      { id: "verification", title: "Is it back?", skeleton: "${1:Open the status page.}\n" },
      { id: "rollback", title: "Way back", skeleton: "${1:Run the old version.}\n" },
      { id: "escalation", title: "Who else?", skeleton: "${1:Page the owner.}\n" },
      { id: "mitigation", title: "What to do", skeleton: "1. ${1:One thing.}\n" },
    ],
  },
});

/** What the fixes of one rule make of a runbook of that team. */
function fixed(code: string, text: string): string {
  const document = readDocument({ text, path: "runbooks/GatewayDown.md", structure });
  const surroundings = { exists: () => undefined, today: "2025-02-01" };
  const findings = lint(document, { ...DEFAULT_CONFIGURATION, structure }, surroundings);
  return applyFixes(
    text,
    findings.filter((finding) => finding.code === code),
    "unsafe",
  ).text;
}

describe("a section that a fix inserts has the team's title and skeleton", () => {
  const text = "# GatewayDown\n\n## Mitigation\n\n1. Clear it:\n\n   ```sh\n   rm -rf /srv/queue\n   ```\n";
  test.each([
    ["RB001", "## Is it back?\n\nTODO: Open the status page.\n"],
    ["RB002", "## Way back\n\nTODO: Run the old version.\n"],
    ["RB003", "## Who else?\n\nTODO: Page the owner.\n"],
  ])("%s", (code, section) => expect(fixed(code, text)).toBe(`${text}\n${section}`));
  test("RB005", () =>
    expect(fixed("RB005", "# GatewayDown\n\n## Meaning\n\nx\n\n## What to do\n\nTBD\n")).toBe(
      "# GatewayDown\n\n## Meaning\n\nx\n\n## What to do\n\nTBD\n\n1. TODO: One thing.\n",
    ));
});
