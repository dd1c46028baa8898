import * as z from "zod";
import type { Preset, SectionLevels } from "../src/core/schema/presets/preset.ts";
import { PRESETS } from "../src/core/schema/presets/presets.ts";
import { DEFAULT_STRUCTURE } from "../src/core/schema/structure.ts";

/** What the page reads of a JSON Schema. */
interface Property {
  readonly description?: string | undefined;
  readonly properties?: Readonly<Record<string, Property>> | undefined;
  readonly items?: Property | undefined;
  readonly anyOf?: readonly Property[] | undefined;
}
const propertySchema: z.ZodType<Property> = z.object({
  description: z.string().optional(),
  get properties() {
    return z.record(z.string(), propertySchema).optional();
  },
  get items() {
    return propertySchema.optional();
  },
  get anyOf() {
    return z.array(propertySchema).optional();
  },
});

/** The page on the configuration file: its settings from the JSON Schema, its presets from their data. */
export function configurationPage(schemaText: string): string {
  const { properties = {} } = propertySchema.parse(JSON.parse(schemaText));
  const rows = settingRows(properties, []);
  return `<!-- Generated from the schema and the presets by \`npm run generate\`: edit those, not this page. -->

# Configuration

\`.runbookrc.yaml\` (or \`.yml\`, \`.json\`) at the root of a repository, or in any folder below: the nearest one upward holds, and none
beyond the folder with \`.git\`. Without one, the defaults hold. \`runbook config init\` writes one to begin with, and
\`runbook config print FILE\` shows all that holds for a file and where each value comes from. A mistake is a finding in the
configuration file, at its line ([CF001](rules/CF001.md), [CF002](rules/CF002.md)), and everything else in the file holds.

${EXAMPLE}

## Settings

${table(["Setting", "Meaning"], rows)}

Rules and their options: [all rules](rules/README.md).

What wins: a preset or file of \`extends\` over those before it, the file itself over all that it extends, an entry of \`overrides\`
over the file, and a later entry over an earlier one. Lists of globs, owners and tickets and the scale of severities replace
what was there; sections and categories change or add one by its \`id\`; of a rule, the last severity and the last options that
were written hold. Globs count from the folder of the configuration that was found, also those of a file that it extends.

Name files that others extend \`payments.runbookrc.yaml\`: editors complete and check them, and see at once when they change.

## Presets

A preset says which sections are required (missing ones are reported by [DOC003](rules/DOC003.md)) or suggested (proposed first), and changes
the severity of some rules. All usual names of a section count in every preset.

${PRESETS.map(presetPart).join("\n\n")}
`;
}

const EXAMPLE = `\`\`\`yaml
extends: [google-sre, ../shared/base.runbookrc.yaml]
documents:
  runbooks: [docs/oncall/**/*.md]
timeZone: Europe/Berlin
rules:
  missing-section: error
  PM021: off
sections:
  postmortem:
    - {id: notice, title: Customer notice, aliases: [status page], level: required, after: impact}
taxonomies:
  impact:
    - {id: freight, label: Freight stopped, group: Business, definition: Trucks or containers that could not move.}
severities:
  sev1: [red]
  sev2: [amber]
owners: ["@kim", payments]
codeowners: true
tickets:
  - {pattern: 'CHG\\d{7}', url: "https://tickets.example.com/{ticket}"}
overrides:
  - files: [docs/alerts/**]
    extends: alert-runbook
\`\`\``;

/** Rules are too many for a table, and what an override sets is what the file sets. */
const NOT_BELOW = new Set(["rules"]);

function settingRows(properties: Readonly<Record<string, Property>>, above: readonly string[]): string[][] {
  return Object.entries(properties).flatMap(([name, property]) => {
    if (name === "$schema") return [];
    const path = [...above, name];
    const own = property.description === undefined ? [] : [[`\`${path.join(".")}\``, property.description]];
    if (NOT_BELOW.has(name)) return own;
    const list = property.items?.properties ?? property.items?.anyOf?.find((each) => each.properties)?.properties;
    if (name === "overrides") {
      const { files, extends: extended } = list ?? {};
      return [
        ...own,
        ...settingRows({ ...(files && { files }), ...(extended && { extends: extended }) }, ["overrides[]"]),
      ];
    }
    const inner = property.properties ?? {};
    const isList = list !== undefined;
    return [...own, ...settingRows(inner, path), ...settingRows(list ?? {}, isList ? [...above, `${name}[]`] : path)];
  });
}

function presetPart(preset: Preset): string {
  const { name, description, postmortem, runbook, rules } = preset;
  const lines = [`### \`${name}\``, "", description, ""];
  const isDefault = preset === PRESETS[0];
  const pm = isDefault ? shippedLevels() : postmortem;
  if (pm) lines.push(`- Postmortems: ${levels(pm)}`);
  if (isDefault) {
    lines.push(
      `- Runbooks of alerts: ${levels(shippedRunbook("alert"))}`,
      `- Other runbooks: ${levels(shippedRunbook("procedure"))}`,
    );
  } else if (runbook) {
    const same = runbook.alert === runbook.procedure;
    lines.push(`- ${same ? "Runbooks" : "Runbooks of alerts"}: ${levels(runbook.alert)}`);
    if (!same) lines.push(`- Other runbooks: ${levels(runbook.procedure)}`);
  }
  const set = Object.entries(rules ?? {});
  if (set.length > 0) {
    const severities = [...new Set(set.map(([, severity]) => severity))];
    const codes = (wanted: string) => set.flatMap(([code, severity]) => (severity === wanted ? [code] : []));
    const parts = severities.map((severity) => `${codes(severity).join(", ")} ${severity}`);
    lines.push(`- Rules: ${parts.join("; ")}.`);
  }
  return lines.join("\n");
}

function levels({ required, suggested }: SectionLevels<string>): string {
  const more = suggested.length > 0 ? `; suggested ${suggested.join(", ")}` : "";
  return `required ${required.join(", ")}${more}.`;
}

function shippedLevels(): SectionLevels<string> {
  const { postmortemSections } = DEFAULT_STRUCTURE;
  const of = (wanted: string) => postmortemSections.filter(({ level }) => level === wanted).map(({ id }) => id);
  return { required: of("required"), suggested: of("suggested") };
}

function shippedRunbook(profile: "alert" | "procedure"): SectionLevels<string> {
  const of = (wanted: string) =>
    DEFAULT_STRUCTURE.runbookSections.filter(({ level }) => level[profile] === wanted).map(({ id }) => id);
  return { required: of("required"), suggested: of("suggested") };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
