import { RULES } from "../../core/rules/registry.ts";
import type { AnyRule } from "../../core/rules/rule.ts";

/** The rules that a configuration can set: not those by which we report our own failures and those of configurations. */
export const CONFIGURABLE_RULES: readonly AnyRule[] = RULES.filter(({ group }) => group !== "internal");
