import { expect, test } from "vitest";
import { DEFAULT_CONFIGURATION } from "../schema/configuration.ts";
import { fixDocument } from "./fix-document.ts";

const surroundings = { exists: () => undefined, today: "2025-02-01" };

test("fixes what waits for another fix in a later pass", () => {
  const text = "# Gateway\n\n## Mitigation\n\n- [ ] Clear it\n\n```sh\n$ rm —r queue\n```\n";
  const input = { text, path: "runbooks/gateway.md" };
  const fixed = fixDocument(input, DEFAULT_CONFIGURATION, surroundings, "safe");
  expect(fixed.text).toBe("# Gateway\n\n## Mitigation\n\n- [ ] Clear it\n\n  ```sh\n  rm -r queue\n  ```\n");
  expect(fixed.applied.map(({ code }) => code).toSorted()).toEqual(["ST007", "ST010", "ST011"]);
  expect(fixed.remaining.map(({ code }) => code)).not.toContain("ST007");
  expect(fixed.stable).toBe(true);
});

test("what can't be fixed stays, and the text is untouched", () => {
  const text = "# Delay\n\n## Root cause\n\nHuman error.\n";
  const fixed = fixDocument({ text, path: "postmortems/delay.md" }, DEFAULT_CONFIGURATION, surroundings, "safe");
  expect(fixed).toMatchObject({ text, applied: [], stable: true });
  expect(fixed.remaining.map(({ code }) => code)).toContain("PM022");
});
