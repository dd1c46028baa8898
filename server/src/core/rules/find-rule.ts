import type { AnyRule } from "./rule.ts";

/** Finds a rule by its code or its name, in any case: both are accepted everywhere. */
export function findRule(rules: readonly AnyRule[], codeOrName: string): AnyRule | undefined {
  const wanted = codeOrName.toLowerCase();
  return rules.find((rule) => rule.code.toLowerCase() === wanted || rule.name === wanted);
}
