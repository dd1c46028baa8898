import type { AnyRule, RuleGroup } from "../src/core/rules/rule.ts";

const GROUPS: Readonly<Record<RuleGroup, string>> = {
  document: "Both kinds of documents",
  postmortem: "Postmortems",
  runbook: "Runbooks",
  step: "Steps and commands",
  configuration: "Configuration",
  suppression: "Comments",
  internal: "The product itself",
};
const FIXES = { none: "–", safe: "safe", unsafe: "wants a look" } as const;

/** The index of the rules' pages: one table a group. */
export function ruleIndex(rules: readonly AnyRule[]): string {
  const parts = [
    "<!-- Generated from the rules by `npm run generate`: edit the rules, not this page. -->",
    "# Rules",
    "Code and name are both accepted wherever a rule is named: on the command line, in the configuration, in comments.",
  ];
  for (const [group, title] of Object.entries(GROUPS)) {
    const own = rules.filter((rule) => rule.group === group);
    if (own.length === 0) continue;
    const rows = own.map(({ code, name, severity, fix, docs }) => {
      return `| [${code}](${code}.md) | ${name} | ${severity} | ${FIXES[fix]} | ${summary(docs.what)} |`;
    });
    parts.push(
      `## ${title}`,
      ["| Code | Name | Severity | Fix | What it does |", "| --- | --- | --- | --- | --- |", ...rows].join("\n"),
    );
  }
  return `${parts.join("\n\n")}\n`;
}

/** The first sentence, up to its colon or full stop, fit for a table's cell. */
function summary(what: string): string {
  const sentence = /^[\s\S]*?(?::(?=\s)|\.(?=\s|$))/.exec(what)?.[0] ?? what;
  return sentence.replace(/\s+/g, " ").replace(/[:.]$/, "").replaceAll("|", "\\|");
}
