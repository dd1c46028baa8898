import { readDocument } from "../core/model/read-document.ts";
import type { Finding } from "../core/rules/rule.ts";
import { lint } from "../core/rules/runner.ts";
import { DEFAULT_CONFIGURATION } from "../core/schema/configuration.ts";
import type { CheckedDocument } from "./checked-document.ts";

/** A text as the server sees it, for tests: linted with the defaults, or with the given findings. */
export function checkText(
  text: string,
  path = "repo/postmortems/outage.md",
  findings?: readonly Finding[],
): CheckedDocument {
  const document = readDocument({ text, path });
  const surroundings = { exists: () => undefined, today: "2026-01-01" };
  return {
    uri: `file:///${path}`,
    version: 3,
    text,
    lines: document.syntax.lines,
    document,
    findings: findings ?? lint(document, DEFAULT_CONFIGURATION, surroundings),
  };
}
