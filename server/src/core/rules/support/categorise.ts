import type { Section } from "../../model/outline.ts";
import type { Category } from "../../schema/taxonomies/category.ts";
import type { Taxonomy } from "../../schema/taxonomies/taxonomy.ts";
import type { Fix } from "../rule.ts";
import { appendStatement } from "./statement-insert.ts";

/** More choices than these are no help. */
const MOST_CHOICES = 3;
const NO_WORDS = new Set([
  "none",
  "unknown",
  "time",
  "process",
  "limit",
  "block",
  "change",
  "manual",
  "confirm",
  "communication",
  "verification",
]);

/** The categories whose names or aliases stand in a text, the most named first; at most three, none of them certain. */
function likelyCategories(text: string, { categories }: Taxonomy): readonly Category[] {
  const said = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const score = ({ label, id, aliases }: Category): number => {
    const names = new Set(
      [label, id, ...aliases].map((name) =>
        name
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .trim(),
      ),
    );
    let found = 0;
    for (const name of names) if (!NO_WORDS.has(name)) found += said.split(` ${name} `).length - 1;
    return found;
  };
  return categories
    .map((category) => ({ category, points: score(category) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST_CHOICES)
    .map(({ category }) => category);
}

/** One fix a likely category: each appends `**Category:** capacity` to the section, for its author to choose. */
export function categoryFixes(text: string, section: Section, taxonomy: Taxonomy): readonly Fix[] {
  const said = text.slice(section.body.start, section.body.end);
  return likelyCategories(said, taxonomy).flatMap(({ id }) => appendStatement(text, section, "Category", id));
}
