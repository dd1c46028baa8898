import { defineRule } from "../rule.ts";

/** SUP001. The runner makes its findings: only it knows what a comment silenced. */
export const unusedSuppression = defineRule({
  docs: {
    what: "Reports a `runbook-disable…` comment, or a rule named in one, that silences nothing: because the finding is gone, because the comment stands in the wrong place, or because no rule has that code or name. Rules that the configuration switches off are not counted.",
    why: "A comment that silences nothing today silences tomorrow's finding, which nobody then sees. A misspelt rule looks like a decision and is none.",
    examples: [
      {
        title: "The timeline was put in order, the comment stayed",
        bad: `# Messages delayed on 2025-01-31

## Timeline

All times are UTC.

<!-- runbook-disable-next-line timeline-goes-back -- copied from the chat -->

| Time | Event |
| --- | --- |
| 14:02 | First failed request |
| 14:10 | Alert fired |
`,
        fixed: `# Messages delayed on 2025-01-31

## Timeline

All times are UTC.

| Time | Event |
| --- | --- |
| 14:02 | First failed request |
| 14:10 | Alert fired |
`,
      },
      {
        title: "A comment with an effect",
        good: `# Messages delayed on 2025-01-31

## Timeline

All times are UTC.

<!-- runbook-disable-next-line timeline-goes-back -- order of the chat log, kept as evidence -->

| Time | Event |
| --- | --- |
| 14:10 | Alert fired |
| 14:02 | First failed request |
| 14:47 | Service restored |
`,
      },
    ],
  },
  code: "SUP001",
  name: "unused-suppression",
  group: "suppression",
  kinds: ["postmortem", "runbook"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "safe",
  check: () => [],
});
