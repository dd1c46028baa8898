import type { RunbookSection, Structure } from "../../core/schema/structure.ts";
import { CONFIGURABLE_RULES } from "../../workspace/configuration/configurable-rules.ts";
import type { Origin } from "../../workspace/configuration/layer.ts";
import type { MergedConfiguration } from "../../workspace/configuration/merge.ts";

/** One value of the effective configuration. */
export interface EffectiveValue {
  /** Keys from the outside in, as a configuration file writes them; rules by name. */
  readonly path: readonly string[];
  /** Plain data: a scalar, or a list or mapping of scalars. */
  readonly value: unknown;
  /** Undefined: the default. */
  readonly origin: Origin | undefined;
}

/** Lists every value that holds, in the order in which a file is written, with the place it comes from. */
export function effectiveValues({ configuration, origins }: MergedConfiguration): readonly EffectiveValue[] {
  const { documents, rules, timeZone, structure, owners, codeowners } = configuration;
  const at = (path: readonly string[], value: unknown, key = path.join(".")): EffectiveValue => ({
    path,
    value,
    origin: origins.get(key),
  });
  return [
    at(["documents", "runbooks"], documents.runbooks),
    at(["documents", "postmortems"], documents.postmortems),
    at(["documents", "ignore"], documents.ignore),
    at(["timeZone"], timeZone ?? null),
    at(["owners"], owners ?? null),
    at(["codeowners"], codeowners),
    at(["tickets"], structure.tickets.map(ticket)),
    ...structure.severities.map(({ level, spellings }) => at(["severities", level], spellings, "severities")),
    ...structure.postmortemSections.map(({ id, level }) => at(["sections", "postmortem", id], level)),
    ...structure.runbookSections.map((spec) => at(["sections", "runbook", spec.id], levelsOf(spec))),
    ...(["rootCause", "impact", "restoration"] as const).flatMap((name) =>
      structure.taxonomies[name].categories.map(({ id, label }) => at(["taxonomies", name, id], label)),
    ),
    ...CONFIGURABLE_RULES.map((rule) => {
      const setting = rules[rule.code];
      const severity = setting?.severity ?? rule.severity;
      const value = setting?.options === undefined ? severity : { severity, options: setting.options };
      return at(["rules", rule.name], value, `rules.${rule.code}`);
    }),
  ];
}

function levelsOf({ level }: RunbookSection): unknown {
  return level.alert === level.procedure ? level.alert : level;
}

function ticket({ source, url }: Structure["tickets"][number]): unknown {
  return url === undefined ? source : { pattern: source, url };
}
