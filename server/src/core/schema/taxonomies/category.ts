import * as z from "zod";

/** A category of a taxonomy, as data; a team adds its own in this shape. */
export const categorySchema = z.strictObject({
  /** Kebab case, unique in its taxonomy. */
  id: z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/),
  label: z.string().min(1),
  /** Heading under which pickers and reports show it. */
  group: z.string().min(1),
  /** One sentence: what belongs here. */
  definition: z.string().min(1),
  /** Typical contributing factors, signs or mitigations, short. */
  typical: z.array(z.string().min(1)).default([]),
  /** Other names that mean it when a statement is labelled with one; case, hyphens and punctuation do not matter. */
  aliases: z.array(z.string().min(1)).default([]),
});

/** One category, checked. */
export type Category = Readonly<z.output<typeof categorySchema>>;

/** The form in which names of categories are compared: lower case, letters and digits, single spaces. */
export function normaliseCategory(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Makes a look-up of categories by id, label or alias. The group may stand before the id or label, with a slash:
 * `software/bug`. A name that two categories claim means the first.
 */
export function createCategoryFinder(categories: readonly Category[]): (name: string) => Category | undefined {
  const byName = new Map<string, Category>();
  const claim = (name: string, category: Category): void => {
    const key = normaliseCategory(name);
    if (key !== "" && !byName.has(key)) byName.set(key, category);
  };
  for (const category of categories) claim(category.id, category);
  for (const category of categories) {
    claim(category.label, category);
    claim(`${category.group} ${category.id}`, category);
    claim(`${category.group} ${category.label}`, category);
  }
  for (const category of categories) for (const alias of category.aliases) claim(alias, category);
  return (name) => byName.get(normaliseCategory(name));
}
