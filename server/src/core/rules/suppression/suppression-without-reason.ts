import { readSuppressions } from "../../syntax/suppressions.ts";
import { defineRule } from "../rule.ts";

/** SUP002. */
export const suppressionWithoutReason = defineRule({
  docs: {
    what: "Reports a `runbook-disable…` comment that gives no reason behind ` -- `.",
    why: "Whoever meets the comment in a year can't tell a decision from a shortcut, and does not dare to remove it.",
    examples: [
      {
        title: "Why?",
        bad: "# Messages delayed\n\n<!-- runbook-disable-next-line unquantified-impact -->\n\n## Impact\n\nSome messages came late.\n",
        fixed:
          "# Messages delayed\n\n<!-- runbook-disable-next-line unquantified-impact -- TODO: why -->\n\n## Impact\n\nSome messages came late.\n",
      },
      {
        title: "A decision",
        good: "# Messages delayed\n\n<!-- runbook-disable-next-line unquantified-impact -- the metrics of that night are lost -->\n\n## Impact\n\nSome messages came late.\n",
      },
    ],
  },
  code: "SUP002",
  name: "suppression-without-reason",
  group: "suppression",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "unsafe",
  *check({ document }) {
    for (const { kind, range, reason } of readSuppressions(document.syntax)) {
      if (kind === "enable" || reason !== undefined) continue;
      const body = document.syntax.text.slice(range.start, range.end - "-->".length).trimEnd();
      const at = range.start + body.length;
      yield {
        range,
        message: 'This comment silences findings and does not say why. Give the reason behind " -- ".',
        // An ` -- ` with nothing behind it waits for the reason only.
        fixes: body.endsWith(" --")
          ? []
          : [
              {
                title: "Ask for the reason",
                safety: "unsafe",
                edits: [{ range: { start: at, end: at }, newText: " -- TODO: why" }],
              },
            ],
      };
    }
  },
});
