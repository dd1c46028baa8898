import { defineRule } from "../rule.ts";

/** INT001. The runner makes its findings: a rule can't report its own failure. */
export const internalError = defineRule({
  docs: {
    what: "Reports that one of our own rules failed on the document.",
    why: "A check that did not run looks like a check that passed. The other rules still run, so that one defect of ours does not cost you the rest.",
    examples: [],
  },
  code: "INT001",
  name: "internal-error",
  group: "internal",
  kinds: ["postmortem", "runbook"],
  status: "stable",
  since: "0.1.0",
  severity: "error",
  fix: "none",
  check: () => [],
});
