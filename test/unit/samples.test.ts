import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../server/src/core/model/read-document.ts";
import type { Finding } from "../../server/src/core/rules/rule.ts";
import { lint } from "../../server/src/core/rules/runner.ts";
import { DEFAULT_CONFIGURATION } from "../../server/src/core/schema/configuration.ts";

/** Findings in a sample, on a day after all of their dates, with links looked up on the disk. */
function findingsIn(file: string): readonly Finding[] {
  const document = readDocument({ text: readFileSync(file, "utf8"), path: file });
  const exists = (target: string): boolean => existsSync(path.join(path.dirname(file), target));
  return lint(document, DEFAULT_CONFIGURATION, { exists, today: "2026-10-15" });
}

describe("the demo workspace", () => {
  test.each([
    "samples/runbooks/MessageDeliveryStalled.md",
    "samples/runbooks/free-disk-space.md",
    "samples/postmortems/2026-03-14-message-delivery-outage.md",
    "samples/postmortems/2026-02-02-gateway-certificate.md",
  ])("%s is complete: no finding", (file) => {
    expect(findingsIn(file).map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  // Rules that come later may find more; none of these may fall silent.
  test.each([
    {
      file: "samples/runbooks/restart-gateway.md",
      codes: "DOC004 DOC011 DOC022 RB001 RB002 RB003 ST001 ST007 ST010 ST011 ST013 ST019",
    },
    {
      file: "samples/postmortems/message-delivery-outage-careless.md",
      codes: "DOC003 DOC004 DOC011 DOC022 PM001 PM021 PM022 PM025 PM030 PM031 PM051 PM052 PM054",
    },
  ])("$file was written in a hurry: findings of every sort", ({ file, codes }) => {
    const findings = findingsIn(file);
    expect([...new Set(findings.map(({ code }) => code))]).toEqual(expect.arrayContaining(codes.split(" ")));
    for (const { message, url } of findings) {
      expect(message).toMatch(/[.!?]$|`$/);
      expect(url).not.toBe("");
    }
  });
});
