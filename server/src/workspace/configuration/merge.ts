import { applyPreset, changeStructure } from "../../core/schema/change-structure.ts";
import { type Configuration, DEFAULT_CONFIGURATION, type RuleSetting } from "../../core/schema/configuration.ts";
import { DEFAULT_STRUCTURE } from "../../core/schema/structure.ts";
import type { Layer, Origin } from "./layer.ts";

/** A configuration with the place of each value that is not a default. */
export interface MergedConfiguration {
  readonly configuration: Configuration;
  /**
   * By the value's name: `timeZone`, `documents.runbooks`, `rules.PM014`, `sections.postmortem.detection`,
   * `taxonomies.impact.freight`, `severities`, `owners`, `codeowners`, `tickets`. What is not there is a default.
   */
  readonly origins: ReadonlyMap<string, Origin>;
}

const LISTS = ["runbooks", "postmortems", "ignore"] as const;

/**
 * Puts layers together; the later wins. Lists (globs, owners, tickets) and the scale of severities replace, sections and
 * categories change or add by id, a rule's severity and options are each taken from the last that says them. A preset
 * takes the place of another preset's levels and rules, not of what files say before it: those are below it in order.
 */
export function mergeLayers(layers: readonly Layer[]): MergedConfiguration {
  const origins = new Map<string, Origin>();
  const rules: Record<string, RuleSetting> = {};
  let { documents, timeZone, structure, owners, codeowners } = DEFAULT_CONFIGURATION;

  for (const layer of layers) {
    if (layer.preset !== undefined) {
      const origin: Origin = { uri: undefined, preset: layer.preset.name, line: undefined };
      structure = applyPreset(structure, layer.preset);
      for (const kind of ["postmortem", "runbook"] as const) {
        if (layer.preset[kind] === undefined) continue;
        for (const { id } of DEFAULT_STRUCTURE[`${kind}Sections`]) origins.set(`sections.${kind}.${id}`, origin);
      }
      for (const [code, severity] of Object.entries(layer.preset.rules ?? {})) {
        rules[code] = { severity, options: rules[code]?.options };
        origins.set(`rules.${code}`, origin);
      }
      continue;
    }
    const { settings, origin } = layer;
    for (const list of LISTS) {
      const globs = settings.documents?.[list];
      if (globs === undefined) continue;
      documents = { ...documents, [list]: globs };
      origins.set(`documents.${list}`, origin(["documents", list]));
    }
    for (const [code, { setting, key }] of layer.rules) {
      const severity = setting.severity ?? rules[code]?.severity;
      rules[code] = { severity, options: setting.options ?? rules[code]?.options };
      origins.set(`rules.${code}`, origin(["rules", key]));
    }
    if (settings.timeZone !== undefined) {
      timeZone = settings.timeZone;
      origins.set("timeZone", origin(["timeZone"]));
    }
    if (settings.owners !== undefined) {
      owners = settings.owners;
      origins.set("owners", origin(["owners"]));
    }
    if (settings.codeowners !== undefined) {
      codeowners = settings.codeowners;
      origins.set("codeowners", origin(["codeowners"]));
    }
    if (!(settings.sections ?? settings.taxonomies ?? settings.severities ?? settings.tickets)) continue;
    structure = changeStructure(structure, settings);
    for (const name of ["severities", "tickets"] as const) {
      if (settings[name] !== undefined) origins.set(name, origin([name]));
    }
    for (const name of ["sections", "taxonomies"] as const) {
      for (const [part, list] of Object.entries(settings[name] ?? {})) {
        for (const [index, { id }] of (list ?? []).entries()) {
          origins.set(`${name}.${part}.${id}`, origin([name, part, index]));
        }
      }
    }
  }
  // A timeline that states no zone is read by the configured one.
  const zoned = timeZone === undefined ? structure : { ...structure, timeZone };
  const configuration = { documents, rules, timeZone, structure: zoned, owners, codeowners };
  return { configuration: layers.length === 0 ? DEFAULT_CONFIGURATION : configuration, origins };
}
