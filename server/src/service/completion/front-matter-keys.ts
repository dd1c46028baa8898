/** A key of the front matter, as completion and hover tell of it. */
export interface FrontMatterKey {
  readonly key: string;
  /** Markdown, one or two sentences. */
  readonly documentation: string;
  /** The values it can have, when they are few. */
  readonly values?: readonly string[];
  /** What is inserted behind the key; a snippet. `: ` when left out. */
  readonly insert?: string;
}

/** Keys at the top of the front matter. */
const TOP: readonly FrontMatterKey[] = [
  {
    key: "kind",
    documentation: "What this file is, whatever its name and folder say. `none` keeps it from being checked.",
    values: ["runbook", "postmortem", "none"],
  },
  { key: "title", documentation: "The document's name, where no heading gives it." },
  { key: "runbook", documentation: "Everything that belongs to this runbook.", insert: ":\n  " },
  { key: "postmortem", documentation: "Everything that belongs to this postmortem.", insert: ":\n  " },
  {
    key: "template",
    documentation: "`true`: others are copied from this file. Its placeholders are no findings.",
    values: ["true"],
  },
];

const SEVERITY: FrontMatterKey = {
  key: "severity",
  documentation: "How bad it was or gets: `SEV-2`, `P1`, `critical`.",
};
const OWNER: FrontMatterKey = {
  key: "owner",
  documentation: "The team or person who keeps this document right: `@handle`.",
};

const RUNBOOK: readonly FrontMatterKey[] = [
  { key: "id", documentation: "A stable name, kept when the file is renamed or moved." },
  { key: "service", documentation: "The service that this runbook is about." },
  { key: "alerts", documentation: "Names of the alerts that lead here.", insert: ":\n    - ${1:AlertName}" },
  SEVERITY,
  OWNER,
  { key: "reviewed", documentation: "When somebody last went through it, `YYYY-MM-DD`." },
  { key: "reviewEvery", documentation: "How long a review holds: `90d`, `6 months`." },
  {
    key: "inputs",
    documentation: "Values that a run asks for once and hands to each step as environment variables.",
    insert: ":\n    ${1:POD_NAME}:\n      description: ${2:The pod to restart}",
  },
  {
    key: "context",
    documentation: "Read-only commands with expected output, checked before every write: am I in the right place?",
  },
  { key: "hosts", documentation: "Group or pattern of hosts on which steps run." },
];

const POSTMORTEM: readonly FrontMatterKey[] = [
  { key: "id", documentation: "A stable name, kept when the file is renamed or moved." },
  { key: "date", documentation: "The day of the incident, `YYYY-MM-DD`." },
  SEVERITY,
  {
    key: "status",
    documentation: "`draft` softens findings about what is missing; `final` sharpens them.",
    values: ["draft", "in review", "final"],
  },
  OWNER,
  { key: "services", documentation: "The services that were hit.", insert: ":\n    - ${1:service}" },
  { key: "started", documentation: "When the impact began, with its zone: `2025-01-31T14:02Z`." },
  { key: "detected", documentation: "When somebody or something noticed." },
  { key: "acknowledged", documentation: "When a person took it on." },
  { key: "mitigated", documentation: "When users were well again." },
  { key: "resolved", documentation: "When the cause was gone." },
];

const INPUT: readonly FrontMatterKey[] = [
  { key: "description", documentation: "What the person is asked for." },
  { key: "default", documentation: "Taken when nothing is given. A literal: it is never evaluated." },
  { key: "pattern", documentation: "Regular expression that the whole value must match." },
  { key: "enum", documentation: "The values there are to choose from.", insert: ": [${1}]" },
  {
    key: "secret",
    documentation: "`true`: never stored, never on a command line, masked in output.",
    values: ["true", "false"],
  },
  { key: "required", documentation: "`false`: a run may go without it.", values: ["true", "false"] },
];

/** The keys that are known below `path` (`[]`: at the top). Other tools' keys are left alone, so unknown ones are fine. */
export function frontMatterKeys(path: readonly string[]): readonly FrontMatterKey[] {
  const [kind, list, name, ...deeper] = path;
  if (kind === undefined) return TOP;
  if (kind === "postmortem") return list === undefined ? POSTMORTEM : [];
  if (kind !== "runbook") return [];
  if (list === undefined) return RUNBOOK;
  return list === "inputs" && name !== undefined && deeper.length === 0 ? INPUT : [];
}
