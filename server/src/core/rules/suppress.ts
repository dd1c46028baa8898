import type { Suppression, SuppressionTarget } from "../syntax/suppressions.ts";
import { findRule } from "./find-rule.ts";
import { internalError } from "./internal/internal-error.ts";
import type { AnyRule, Finding } from "./rule.ts";

/** Findings that no comment silences, and the parts of comments that silenced one. */
export interface Suppressed {
  readonly kept: Finding[];
  readonly used: ReadonlySet<SuppressionTarget>;
}

/**
 * Takes out the findings that comments silence. A finding belongs to the place where it starts. A failure of the product
 * itself is not to be silenced by a comment.
 */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  rules: readonly AnyRule[],
): Suppressed {
  const targets = suppressions.flatMap((comment) => (comment.kind === "enable" ? [] : comment.targets));
  const codeOf = new Map(
    targets.map(({ text }) => [text, text === undefined ? undefined : findRule(rules, text)?.code]),
  );
  const used = new Set<SuppressionTarget>();
  const kept = findings.filter((finding) => {
    if (finding.code === internalError.code) return true;
    const silencing = targets.filter(
      ({ text, scope }) =>
        scope.start <= finding.range.start &&
        finding.range.start < scope.end &&
        (text === undefined || codeOf.get(text) === finding.code),
    );
    for (const target of silencing) used.add(target);
    return silencing.length === 0;
  });
  return { kept, used };
}
