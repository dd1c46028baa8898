import type { CleanDocument } from "./clean-document.ts";

/** What a runbook tells, apart from the shape it tells it in. */
interface Service {
  readonly name: string;
  readonly alert: string;
  readonly namespace: string;
  readonly port: number;
}

const SERVICES: readonly Service[] = [
  { name: "gateway", alert: "GatewayDown", namespace: "edge", port: 8443 },
  { name: "search", alert: "SearchErrorRateHigh", namespace: "search", port: 9200 },
];

/** Ordered lists and step headings are checklists as much as task lists are. */
const FORMS = ["task list", "ordered list", "step headings"] as const;
type Form = (typeof FORMS)[number];

/** Twelve runbooks: two services, an alert's runbook and a procedure of each, each in three forms. */
export function cleanRunbooks(): readonly CleanDocument[] {
  return SERVICES.flatMap((service) =>
    FORMS.flatMap((form): CleanDocument[] => [
      {
        name: `${service.alert}: alert, ${form}`,
        kind: "runbook",
        path: `runbooks/${service.alert}.md`,
        text: alertRunbook(service, form),
        files: ["escalation.md"],
      },
      {
        name: `move ${service.name}: procedure, ${form}`,
        kind: "runbook",
        path: `runbooks/move-${service.name}.md`,
        text: procedure(service, form),
        files: ["escalation.md"],
      },
    ]),
  );
}

interface StepText {
  readonly title: string;
  readonly info: string;
  readonly script: readonly string[];
  readonly check?: string;
}

function alertRunbook({ name, alert, namespace, port }: Service, form: Form): string {
  return join([
    frontMatter(name, [`  alerts: [${alert}]`, "  severity: SEV-2"]),
    `# ${alert}`,
    "## Meaning",
    `No replica of the ${name} has answered its health check for five minutes.`,
    "## Impact",
    `All requests to the ${name} fail; other services are not affected. It can't wait until morning.`,
    "## Diagnosis",
    steps(form, [
      {
        title: "List the pods of the service",
        info: "sh {name=pods effect=read}",
        script: [`kubectl --namespace ${namespace} get pods --selector app=${name}`],
      },
      {
        title: "Read the log of the last hour",
        info: "sh {name=log effect=read}",
        script: [`kubectl --namespace ${namespace} logs --since 1h deployment/${name}`],
      },
    ]),
    "## Mitigation",
    steps(form, [
      {
        title: "Go back to the release before",
        info: "sh {name=roll-back effect=write undo=none}",
        script: [`kubectl --namespace ${namespace} rollout undo deployment/${name}`],
        check: `kubectl --namespace ${namespace} rollout status deployment/${name} --timeout 2m`,
      },
    ]),
    "## Verification",
    steps(form, [
      {
        title: "See that the service answers",
        info: "sh {name=answers effect=read}",
        script: [`curl --fail https://${name}.example.com:${port}/healthz`],
      },
    ]),
    "## Rollback",
    "Deploy the newest release again from the pipeline, if the one before is worse.",
    "## Escalation",
    "After 20 minutes without success call the platform lead; [the rota](escalation.md) has the number.",
  ]);
}

function procedure({ name, namespace }: Service, form: Form): string {
  return join([
    frontMatter(name, [
      "  inputs:",
      "    TARGET_NODE:",
      "      description: Node that the service moves to",
      '      pattern: "[a-z0-9-]+"',
    ]),
    `# Move the ${name} to another node`,
    "## Overview",
    `Use this before a node is taken out of service, so that the ${name} never runs on one node only.`,
    "## Impact",
    "None, because the old replica is stopped only when the new one answers.",
    "## Prerequisites",
    "- Permission to label nodes",
    "## Diagnosis",
    steps(form, [
      {
        title: "See where the service runs",
        info: "sh {name=where effect=read}",
        script: [`kubectl --namespace ${namespace} get pods --output wide --selector app=${name}`],
      },
    ]),
    "## Steps",
    steps(form, [
      {
        title: "Let the service run on the new node",
        info: "sh {name=label effect=write undo=unlabel}",
        script: [`kubectl label node "$TARGET_NODE" runs=${name}`],
        check: `kubectl get node "$TARGET_NODE" --show-labels | grep runs=${name}`,
      },
      {
        title: "Wait for the new replica",
        info: "sh {name=wait effect=read needs=label}",
        script: [`kubectl --namespace ${namespace} rollout status deployment/${name}`],
      },
    ]),
    "## Verification",
    steps(form, [
      {
        title: "See that it runs on the new node",
        info: "sh {name=moved effect=read}",
        script: [`kubectl --namespace ${namespace} get pods --output wide | grep "$TARGET_NODE"`],
      },
    ]),
    "## Rollback",
    steps(form, [
      {
        title: "Take the label off again",
        info: "sh {name=unlabel effect=write undo=label}",
        script: [`kubectl label node "$TARGET_NODE" runs-`],
        check: `kubectl get node "$TARGET_NODE"`,
      },
    ]),
    "## Escalation",
    "Ask in #team-platform; [the rota](escalation.md) says who is on call.",
  ]);
}

function frontMatter(name: string, more: readonly string[]): string {
  return [
    "---",
    "runbook:",
    `  service: ${name}`,
    "  owner: team-platform",
    "  reviewed: 2025-01-10",
    ...more,
    "---",
  ].join("\n");
}

function steps(form: Form, texts: readonly StepText[]): string {
  return texts.map((step, index) => oneStep(form, step, index + 1)).join("\n\n");
}

function oneStep(form: Form, { title, info, script, check }: StepText, number: number): string {
  const command = `\`\`\`${info}\n${script.join("\n")}\n\`\`\``;
  const body =
    check === undefined ? command : `${command}\n\nIt must succeed:\n\n\`\`\`sh {verify=true}\n${check}\n\`\`\``;
  switch (form) {
    case "task list":
      return `- [ ] ${title}\n\n${indent(body, 2)}`;
    case "ordered list":
      return `${number}. ${title}\n\n${indent(body, 3)}`;
    case "step headings":
      return `### ${title}\n\n${body}`;
  }
}

function indent(text: string, width: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(width));
}

function join(parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}
