import { boundPattern } from "./bounded-pattern.ts";
import type { SectionSettings, StructureSettings } from "./configuration-structure-schema.ts";
import type { Preset, SectionLevels } from "./presets/preset.ts";
import { normaliseHeading, type SectionLevel, type SectionSpec } from "./section-spec.ts";
import {
  DEFAULT_STRUCTURE,
  type PostmortemSection,
  type RunbookSection,
  type Structure,
  type TicketPattern,
} from "./structure.ts";
import { normaliseSeverity, type SeverityLevel, type SeveritySpec } from "./taxonomies/severities.ts";
import { createTaxonomy, type Taxonomy } from "./taxonomies/taxonomy.ts";

/** The structure with a preset's levels and titles in place of those it had. Sections of the team's own stay as they are. */
export function applyPreset(structure: Structure, { postmortem, runbook, titles }: Preset): Structure {
  const inPostmortem: Readonly<Record<string, string>> = titles?.postmortem ?? {};
  const inRunbook: Readonly<Record<string, string>> = titles?.runbook ?? {};
  return {
    ...structure,
    postmortemSections: structure.postmortemSections.map((spec) => ({
      ...retitle(spec, inPostmortem[spec.id]),
      level: postmortem === undefined || !isShipped(spec) ? spec.level : levelIn(postmortem, spec.id),
    })),
    runbookSections: structure.runbookSections.map((spec) => ({
      ...retitleRunbook(spec, inRunbook[spec.id]),
      level:
        runbook === undefined || !isShipped(spec)
          ? spec.level
          : { alert: levelIn(runbook.alert, spec.id), procedure: levelIn(runbook.procedure, spec.id) },
    })),
  };
}

/** The structure with what one configuration says; what it does not speak of stays. */
export function changeStructure(structure: Structure, settings: StructureSettings): Structure {
  const { sections, taxonomies, severities, tickets } = settings;
  return {
    postmortemSections: (sections?.postmortem ?? []).reduce(changePostmortem, structure.postmortemSections),
    runbookSections: (sections?.runbook ?? []).reduce(changeRunbook, structure.runbookSections),
    taxonomies: {
      rootCause: extend(structure.taxonomies.rootCause, taxonomies?.rootCause),
      impact: extend(structure.taxonomies.impact, taxonomies?.impact),
      restoration: extend(structure.taxonomies.restoration, taxonomies?.restoration),
    },
    severities: severities === undefined ? structure.severities : scaleOf(severities),
    tickets: tickets === undefined ? structure.tickets : tickets.flatMap(ticketPattern),
  };
}

const SHIPPED: ReadonlySet<string> = new Set(
  [...DEFAULT_STRUCTURE.postmortemSections, ...DEFAULT_STRUCTURE.runbookSections].map(({ id }) => id),
);

function isShipped({ id }: SectionSpec): boolean {
  return SHIPPED.has(id);
}

function levelIn(levels: SectionLevels<string>, id: string): SectionLevel {
  if (levels.required.includes(id)) return "required";
  return levels.suggested.includes(id) ? "suggested" : "optional";
}

/** The old title stays an alias: documents that have it are not to be rewritten. */
function retitle<Spec extends SectionSpec>(spec: Spec, title: string | undefined): Spec {
  if (title === undefined || title === spec.title) return spec;
  return { ...spec, title, aliases: [...spec.aliases, normaliseHeading(spec.title)] };
}

function retitleRunbook(spec: RunbookSection, title: string | undefined): RunbookSection {
  if (title === undefined) return spec;
  const other = spec.procedureTitle === undefined ? [] : [normaliseHeading(spec.procedureTitle)];
  const { aliases, ...rest } = retitle(spec, title);
  return { ...rest, aliases: [...aliases, ...other], procedureTitle: undefined };
}

function changePostmortem(
  specs: readonly PostmortemSection[],
  settings: SectionSettings,
): readonly PostmortemSection[] {
  return changeSection(specs, settings, retitle, (spec) => ({ ...spec, level: settings.level ?? spec.level }), {
    ...emptySection(settings),
    level: "optional",
  });
}

function changeRunbook(specs: readonly RunbookSection[], settings: SectionSettings): readonly RunbookSection[] {
  const both = settings.level && { alert: settings.level, procedure: settings.level };
  return changeSection(specs, settings, retitleRunbook, (spec) => ({ ...spec, level: both ?? spec.level }), {
    ...emptySection(settings),
    level: { alert: "optional", procedure: "optional" },
    runnable: false,
  });
}

function emptySection({ id, title = id }: SectionSettings): SectionSpec {
  return {
    ...{ id, title, aliases: [], patterns: [], purpose: "A section of this team's own." },
    ...{ good: "See the team's configuration.", skeleton: "${1:…}\n" },
  };
}

/** Changes the section of that id, or puts a new one in. A name that the team gives a section is no other section's. */
function changeSection<Spec extends SectionSpec>(
  specs: readonly Spec[],
  settings: SectionSettings,
  rename: (spec: Spec, title: string | undefined) => Spec,
  level: (spec: Spec) => Spec,
  empty: Spec,
): readonly Spec[] {
  const aliases = (settings.aliases ?? []).map(normaliseHeading);
  const claimed = new Set([...aliases, ...(settings.title === undefined ? [] : [normaliseHeading(settings.title)])]);
  const change = (spec: Spec): Spec => {
    const renamed = level(rename(spec, settings.title));
    return {
      ...renamed,
      aliases: [...renamed.aliases, ...aliases],
      purpose: settings.purpose ?? renamed.purpose,
      skeleton: settings.skeleton ?? renamed.skeleton,
    };
  };
  const isKnown = specs.some(({ id }) => id === settings.id);
  const changed = specs.map((spec) =>
    spec.id === settings.id ? change(spec) : { ...spec, aliases: spec.aliases.filter((alias) => !claimed.has(alias)) },
  );
  if (isKnown) return changed;
  const before = changed.findIndex(({ id }) => id === settings.after);
  return changed.toSpliced(before < 0 ? changed.length : before + 1, 0, change(empty));
}

function extend(taxonomy: Taxonomy, own: readonly Taxonomy["categories"][number][] | undefined): Taxonomy {
  if (own === undefined || own.length === 0) return taxonomy;
  const ids = new Set(own.map(({ id }) => id));
  // The team's own come first: a name that two categories claim means the first.
  return createTaxonomy([...own, ...taxonomy.categories.filter(({ id }) => !ids.has(id))]);
}

const LEVELS: readonly SeverityLevel[] = ["sev1", "sev2", "sev3", "sev4", "sev5"];

function scaleOf(severities: NonNullable<StructureSettings["severities"]>): readonly SeveritySpec[] {
  return LEVELS.flatMap((level) => {
    const written = severities[level];
    const label = written?.[0];
    return written === undefined || label === undefined
      ? []
      : [{ level, label, spellings: written.map(normaliseSeverity) }];
  });
}

function ticketPattern(ticket: NonNullable<StructureSettings["tickets"]>[number]): TicketPattern[] {
  const { pattern, url = undefined } = typeof ticket === "string" ? { pattern: ticket } : ticket;
  const made = boundPattern(pattern);
  return "pattern" in made ? [{ source: pattern, pattern: made.pattern, url }] : [];
}
