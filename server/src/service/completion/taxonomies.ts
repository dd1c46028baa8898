import type { Category } from "../../core/schema/taxonomies/category.ts";
import { IMPACTS } from "../../core/schema/taxonomies/impact.ts";
import { RESTORATIONS } from "../../core/schema/taxonomies/restoration.ts";
import { ROOT_CAUSES } from "../../core/schema/taxonomies/root-cause.ts";

/** The categories of a postmortem section that has a taxonomy, by the section's id; undefined for the others. */
export function categoriesOf(sectionId: string | undefined): readonly Category[] | undefined {
  switch (sectionId) {
    case "impact":
      return IMPACTS;
    case "root-cause":
    case "contributing":
      return ROOT_CAUSES;
    case "restoration":
      return RESTORATIONS;
    default:
      return undefined;
  }
}
