import { defineRule } from "../rule.ts";
export const destructiveCommand = defineRule({
  docs: { what: "", why: "", examples: [] },
  code: "ST001",
  name: "destructive-command",
  group: "step",
  kinds: ["runbook"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  check: () => [],
});
