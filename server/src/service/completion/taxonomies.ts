import type { Structure } from "../../core/schema/structure.ts";
import type { Category } from "../../core/schema/taxonomies/category.ts";

/** The categories of a postmortem section that has a taxonomy, by the section's id; undefined for the others. */
export function categoriesOf(
  sectionId: string | undefined,
  { taxonomies }: Structure,
): readonly Category[] | undefined {
  switch (sectionId) {
    case "impact":
      return taxonomies.impact.categories;
    case "root-cause":
    case "contributing":
      return taxonomies.rootCause.categories;
    case "restoration":
      return taxonomies.restoration.categories;
    default:
      return undefined;
  }
}
