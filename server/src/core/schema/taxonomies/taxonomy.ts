import { type Category, createCategoryFinder } from "./category.ts";

/** The categories of one question (cause, impact, restoration) with the look-up over them. */
export interface Taxonomy {
  readonly categories: readonly Category[];
  /** By id, label or alias, as a statement writes it; undefined for any other name. */
  readonly find: (name: string) => Category | undefined;
}

/** The three questions that have categories. */
export type TaxonomyName = "rootCause" | "impact" | "restoration";

/** Makes the look-up once for all documents that share the categories. */
export function createTaxonomy(categories: readonly Category[]): Taxonomy {
  return { categories, find: createCategoryFinder(categories) };
}
