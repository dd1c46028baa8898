import type { CleanDocument } from "./clean-document.ts";
import { INCIDENTS, type Incident } from "./incidents.ts";

/** The shapes that a postmortem's parts come in; each list has every choice of the parts at least once. */
const SHAPES = [
  { metadata: "front matter", timeline: "table", actions: "table" },
  { metadata: "bold lines", timeline: "list", actions: "task list" },
  { metadata: "table", timeline: "lines", actions: "bullets" },
  { metadata: "list", timeline: "headings", actions: "table" },
  { metadata: "bold lines", timeline: "list", actions: "bullets", sections: "labels" },
] as const;

type Shape = (typeof SHAPES)[number];

/** Names of the sections, as different houses call them. */
const NAMES = [
  { summary: "Summary", cause: "Root cause analysis", restoration: "Restoration", actions: "Action items" },
  { summary: "What happened", cause: "Root cause", restoration: "Resolution", actions: "Follow-up actions" },
  { summary: "Executive summary", cause: "Root causes", restoration: "Recovery", actions: "Corrective actions" },
] as const;

/** Fifteen postmortems: three incidents, each in five shapes. */
export function cleanPostmortems(): readonly CleanDocument[] {
  return INCIDENTS.flatMap((incident, index) =>
    SHAPES.map((shape): CleanDocument => {
      const names = NAMES[index % NAMES.length] ?? NAMES[0];
      return {
        name: `${incident.slug}: ${Object.values(shape).join(", ")}`,
        kind: "postmortem",
        path: `postmortems/${incident.date}-${incident.slug}.md`,
        text: write(incident, shape, names),
        files: ["../runbooks/restore.md"],
      };
    }),
  );
}

function write(incident: Incident, shape: Shape, names: (typeof NAMES)[number]): string {
  const fields = [
    ["Date", incident.date],
    ["Severity", incident.severity],
    ["Status", "final"],
    ["Owner", "team-platform"],
  ] as const;
  const front = fields.map(([key, value]) => `  ${key.toLowerCase()}: ${value}`).join("\n");
  const head = {
    "front matter": [`---\npostmortem:\n${front}\n---`, `# ${incident.title}`],
    "bold lines": [`# ${incident.title}`, fields.map(([key, value]) => `**${key}**: ${value}`).join("  \n")],
    table: [
      `# ${incident.title}`,
      `| Field | Value |\n| --- | --- |\n${fields.map(([key, value]) => `| ${key} | ${value} |`).join("\n")}`,
    ],
    list: [`# ${incident.title}`, fields.map(([key, value]) => `- ${key}: ${value}`).join("\n")],
  }[shape.metadata];
  const runbook = "The steps followed [the runbook](../runbooks/restore.md).";
  const restoration = incident.restoration.map(([time, what]) => `- ${time} UTC: ${what}`).join("\n");
  const impact = incident.impact.map((line) => `- ${line}`).join("\n");
  const lessons = `### What went well\n\n- ${incident.wentWell}\n\n### What went wrong\n\n- ${incident.wentWrong}`;
  if ("sections" in shape) {
    const label = (name: string, body: string): string => `**${name}**: ${body}`;
    return join([
      ...head,
      label("Summary", incident.summary),
      label("Impact", incident.impact.map((line) => line.replace(/\*\*/g, "")).join(" ")),
      label("Root cause", incident.cause.join(" ")),
      label("Contributing factors", incident.contributing.join(" ")),
      label("Resolution", incident.restoration.map(([time, what]) => `${time} UTC: ${what}`).join(" ")),
      runbook,
      "## Timeline",
      timeline(incident, shape.timeline),
      "## Lessons learned",
      incident.wentWrong,
      "## Action items",
      actions(incident, shape.actions),
    ]);
  }
  return join([
    ...head,
    `## ${names.summary}`,
    incident.summary,
    "## Impact",
    impact,
    "## Timeline",
    timeline(incident, shape.timeline),
    `## ${names.cause}`,
    ...incident.cause,
    "## Contributing factors",
    incident.contributing.map((line) => `- ${line}`).join("\n"),
    `## ${names.restoration}`,
    restoration,
    runbook,
    "## Lessons learned",
    lessons,
    `## ${names.actions}`,
    actions(incident, shape.actions),
  ]);
}

function timeline({ events }: Incident, form: Shape["timeline"]): string {
  const zone = "All times are UTC.";
  switch (form) {
    case "table":
      return `${zone}\n\n| Time | Event |\n| --- | --- |\n${events.map(([time, what]) => `| ${time} | ${what} |`).join("\n")}`;
    case "list":
      return `${zone}\n\n${events.map(([time, what]) => `- ${time}: ${what}`).join("\n")}`;
    case "lines":
      return `${zone}\n\n${events.map(([time, what]) => `${time} ${what}.`).join("\n\n")}`;
    case "headings":
      return `${zone}\n\n${events.map(([time, what]) => `### ${time} ${what}`).join("\n\n")}`;
  }
}

function actions({ actions: items }: Incident, form: Shape["actions"]): string {
  switch (form) {
    case "table": {
      const rows = items.map(
        ({ what, type, owner, due, ticket }) => `| ${what} | ${type} | ${owner} | ${due} | ${ticket} |`,
      );
      return `| Action | Type | Owner | Due | Ticket |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}`;
    }
    case "task list":
      return items.map(({ what, owner, due, ticket }) => `- [ ] ${what} (${owner}, due ${due}, ${ticket})`).join("\n");
    case "bullets":
      return items.map(({ what, owner, due, ticket }) => `- ${what} (${owner}, due ${due}, ${ticket})`).join("\n");
  }
}

function join(parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}
