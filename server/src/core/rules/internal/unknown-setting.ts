import { defineRule } from "../rule.ts";

/** CF002. Made where configuration files are read: a rule sees documents only. */
export const unknownSetting = defineRule({
  docs: {
    what: "Reports a setting, rule or option in a configuration file that does not exist, and names the one that was most likely meant.",
    why: "A misspelt setting does nothing, and nobody notices: the rule that was to be switched off still reports, or the one that was to be an error never fails.",
    examples: [],
  },
  code: "CF002",
  name: "unknown-setting",
  group: "internal",
  kinds: ["postmortem", "runbook"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  check: () => [],
});
