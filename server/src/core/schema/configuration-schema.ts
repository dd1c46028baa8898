import * as z from "zod";
import { type StructureSettings, structureShape } from "./configuration-structure-schema.ts";
import { PRESETS } from "./presets/presets.ts";
import type { Severity } from "./severity.ts";

/** What the configuration must know of a rule; every `AnyRule` is one. */
export interface ConfigurableRule {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly severity: Severity | "off";
  readonly options?: z.ZodType<unknown>;
  readonly docs: { readonly what: string };
}

/** Values of a rule's severity in a configuration, weakest first. */
export const SEVERITY_NAMES = ["off", "hint", "information", "warning", "error"] as const;

/** Groups that can be switched as a whole. */
export const GROUP_NAMES = ["document", "postmortem", "runbook", "step", "suppression"] as const;

const glob = z.string().min(1).max(1000);

const severity = z.enum(SEVERITY_NAMES);

/**
 * The schema of a configuration file: what is checked, and what editors complete, are made from this one value.
 * It depends on the rules, because each rule may be named by its code or its name and may have options of its own.
 */
export function createConfigurationSchema(rules: readonly ConfigurableRule[]): z.ZodType<ConfigurationFile> {
  const settings: Record<string, z.ZodType<RuleValue | undefined>> = {};
  for (const group of GROUP_NAMES) {
    settings[group] = severity
      .optional()
      .describe(`All ${group} rules that are on by default: another severity, or \`off\`. A rule's own setting wins.`);
  }
  for (const rule of rules) {
    const value = z.union([
      severity,
      z.strictObject({
        severity: severity.optional().describe(`By default \`${rule.severity}\`.`),
        options: (rule.options ?? z.strictObject({})).optional(),
      }),
    ]);
    const what = `${rule.docs.what} By default \`${rule.severity}\`.`;
    settings[rule.code] = value.optional().describe(`${rule.name}: ${what}`);
    settings[rule.name] = value.optional().describe(`${rule.code}: ${what}`);
  }
  const shared = {
    rules: z
      .strictObject(settings)
      .optional()
      .describe("Severity and options of rules, by code, name or group: `PM014: error`, `postmortem: off`."),
    timeZone: z
      .string()
      .refine(isTimeZone, { error: "no time zone" })
      .optional()
      .describe("Zone of timelines that state none, by its IANA name: `Europe/Berlin`, `UTC`."),
    ...structureShape,
    owners: z
      .array(z.string().trim().min(1).max(200))
      .max(1000)
      .optional()
      .describe(
        "People and teams that can own documents and actions: `@kim`, `payments`. An action of anybody else counts as one without owner. Left out, whoever is named is an owner.",
      ),
    codeowners: z
      .boolean()
      .optional()
      .describe("Whether those whom the repository's CODEOWNERS names can own documents and actions, too."),
  };
  return z.strictObject({
    $schema: z.string().optional().describe("Address of this schema, for editors."),
    extends: extended.optional(),
    documents: z
      .strictObject({
        runbooks: z.array(glob).optional().describe("Globs of files that are runbooks: `docs/oncall/**/*.md`."),
        postmortems: z.array(glob).optional().describe("Globs of files that are postmortems."),
        ignore: z.array(glob).optional().describe("Globs of files that are none of ours; wins over the other two."),
      })
      .optional()
      .describe("Which Markdown files are ours, by globs below the folder of this file. Front matter `kind` wins."),
    ...shared,
    overrides: z
      .array(
        z.strictObject({
          files: z.array(glob).min(1).describe("Globs below the folder of this file: `docs/alerts/**`, `legacy/`."),
          extends: presets.optional().describe("A preset for these files."),
          ...shared,
        }),
      )
      .max(100)
      .optional()
      .describe(
        "Other settings for some files. A later entry wins over an earlier one, and all over the rest of the file.",
      ),
  });
}

const PRESET_LIST = PRESETS.map(({ name }) => `\`${name}\``).join(", ");

const preset = z.enum(PRESETS.map(({ name }) => name));

const presets = z.union([preset, z.array(preset).max(10)]);

/** A preset's name is offered by editors, and any relative path is taken; the loader says what neither is. */
const base = z.union([preset, z.string().min(1).max(1000)]);

const extended = z
  .union([base, z.array(base).max(10)])
  .describe(
    `A preset (${PRESET_LIST}), the path of another configuration file from this one's folder (\`../shared/runbookrc.yaml\`), or a list of them. The later win over the earlier, and this file over all.`,
  );

/** The value of one entry below `rules`. */
type RuleValue = Severity | "off" | { severity?: Severity | "off" | undefined; options?: unknown };

/** What both a file and one of its overrides can set. */
export interface SharedSettings extends StructureSettings {
  extends?: string | string[] | undefined;
  rules?: Record<string, RuleValue | undefined> | undefined;
  timeZone?: string | undefined;
  owners?: string[] | undefined;
  codeowners?: boolean | undefined;
}

/** A configuration file's data when nothing is wrong with it. */
export interface ConfigurationFile extends SharedSettings {
  $schema?: string | undefined;
  overrides?: (SharedSettings & { files: string[] })[] | undefined;
  documents?:
    | {
        runbooks?: string[] | undefined;
        postmortems?: string[] | undefined;
        ignore?: string[] | undefined;
      }
    | undefined;
}

/** The JSON Schema (draft 7, which every editor knows) of a configuration file; `docs/runbookrc.schema.json` is this. */
export function configurationJsonSchema(rules: readonly ConfigurableRule[]): Record<string, unknown> {
  const schema = z.toJSONSchema(createConfigurationSchema(rules), { target: "draft-7", io: "input" });
  const { $schema, ...rest } = schema;
  return {
    $schema,
    title: "Configuration of Incident Runbooks",
    description: "`.runbookrc.yaml`, `.runbookrc.yml` or `.runbookrc.json`; the nearest one upward holds.",
    ...rest,
  };
}

/** Whether a value is one that a rule's severity can have. */
export function isSeverity(value: unknown): value is Severity | "off" {
  return SEVERITY_NAMES.some((name) => name === value);
}

/** Whether the calendar of this JavaScript engine knows the zone. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    // A RangeError says that there is no such zone; there is no other way to ask.
    return false;
  }
}
