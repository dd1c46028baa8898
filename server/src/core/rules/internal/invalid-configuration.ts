import { defineRule } from "../rule.ts";

/** CF001. Made where configuration files are read: a rule sees documents only. */
export const invalidConfiguration = defineRule({
  docs: {
    what: "Reports a value in a configuration file that does not hold: it is of the wrong type, no severity, no time zone, outside of its limits, or the file is no YAML or JSON. The rest of the file holds.",
    why: "A setting that is passed over in silence looks like one that works. On the command line it is a usage error (exit code 2), so that no pipeline runs with another configuration than the team wrote.",
    examples: [],
  },
  code: "CF001",
  name: "invalid-configuration",
  group: "internal",
  kinds: ["postmortem", "runbook"],
  status: "stable",
  since: "0.1.0",
  severity: "error",
  fix: "none",
  check: () => [],
});
