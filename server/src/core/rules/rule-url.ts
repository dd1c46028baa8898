/** The address of a rule's page. */
export function ruleUrl(code: string): string {
  return `https://github.com/incident-runbooks/incident-runbooks/blob/main/docs/rules/${code}.md`;
}
