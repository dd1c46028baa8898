import { translationsOf } from "./languages/languages.ts";
import { POSTMORTEM_SECTIONS } from "./postmortem-sections.ts";
import { RUNBOOK_SECTIONS, type RunbookSectionSpec } from "./runbook-sections.ts";
import type { SectionLevel, SectionSpec } from "./section-spec.ts";
import { IMPACTS } from "./taxonomies/impact.ts";
import { RESTORATIONS } from "./taxonomies/restoration.ts";
import { ROOT_CAUSES } from "./taxonomies/root-cause.ts";
import { SEVERITIES, type SeveritySpec } from "./taxonomies/severities.ts";
import { createTaxonomy, type Taxonomy, type TaxonomyName } from "./taxonomies/taxonomy.ts";

/** A section of postmortems, shipped or a team's own: its id is any kebab-case name. */
export interface PostmortemSection extends SectionSpec {
  readonly level: SectionLevel;
}

/** A section of runbooks, shipped or a team's own. */
export type RunbookSection = Omit<RunbookSectionSpec, "id"> & SectionSpec;

/** How a team writes its tickets, beside `#123`, `ABC-123` and addresses, which are always known. */
export interface TicketPattern {
  /** As the team wrote it. */
  readonly source: string;
  /** Sticky or global flags are not set; checked not to run for ages on any text. */
  readonly pattern: RegExp;
  /** Address with `{ticket}` for what the pattern matched, or `{1}` for its first group. */
  readonly url: string | undefined;
}

/** What documents are read and judged by: the shipped structure, changed by a preset and by a team's configuration. */
export interface Structure {
  /** In the order of the scaffold. */
  readonly postmortemSections: readonly PostmortemSection[];
  readonly runbookSections: readonly RunbookSection[];
  readonly taxonomies: Readonly<Record<TaxonomyName, Taxonomy>>;
  readonly severities: readonly SeveritySpec[];
  readonly tickets: readonly TicketPattern[];
  /** IANA name of the zone of timelines that state none; undefined when the configuration sets none. */
  readonly timeZone?: string | undefined;
}

/** The outage-analysis structure as shipped: what holds without a configuration. */
export const DEFAULT_STRUCTURE: Structure = {
  postmortemSections: POSTMORTEM_SECTIONS.map((spec) => ({ ...spec, translations: translationsOf(spec.id) })),
  runbookSections: RUNBOOK_SECTIONS,
  taxonomies: {
    rootCause: createTaxonomy(ROOT_CAUSES),
    impact: createTaxonomy(IMPACTS),
    restoration: createTaxonomy(RESTORATIONS),
  },
  severities: SEVERITIES,
  tickets: [],
};
