import { describe, expect, it } from "vitest";
import { type Category, categorySchema, createCategoryFinder, normaliseCategory } from "./category.ts";
import { IMPACTS } from "./impact.ts";
import { RESTORATIONS } from "./restoration.ts";
import { ROOT_CAUSES } from "./root-cause.ts";
import { severityLevel } from "./severities.ts";

describe.each([
  ["root causes", ROOT_CAUSES],
  ["impacts", IMPACTS],
  ["restorations", RESTORATIONS],
] as const)("%s", (_, categories: readonly Category[]) => {
  it("have the shape that a team's own must have", () => {
    for (const category of categories) expect(categorySchema.parse(category)).toEqual(category);
  });
  it("have ids and names that mean one category each", () => {
    const find = createCategoryFinder(categories);
    for (const category of categories) {
      for (const name of [category.id, category.label, ...category.aliases]) {
        expect(`${name} → ${find(name)?.id}`).toBe(`${name} → ${category.id}`);
      }
    }
  });
});

describe("the schema of a category", () => {
  it("fills in what may be left out, and refuses unknown keys and ids that are not kebab case", () => {
    const own = { id: "mainframe", label: "Mainframe", group: "Ours", definition: "The mainframe did it." };
    expect(categorySchema.parse(own)).toEqual({ ...own, typical: [], aliases: [] });
    expect(categorySchema.safeParse({ ...own, id: "Main Frame" }).success).toBe(false);
    expect(categorySchema.safeParse({ ...own, colour: "red" }).success).toBe(false);
  });
});

it("normaliseCategory ignores case, hyphens and punctuation", () => {
  expect(normaliseCategory("  Certificate/credential-EXPIRY ")).toBe("certificate credential expiry");
});

describe("severityLevel", () => {
  it.each([
    ["SEV-3 (degraded)", "sev3"],
    ["SEV 2", "sev2"],
    ["sev1", "sev1"],
    ["Severity 4", "sev4"],
    ["severity::2", "sev2"],
    ["P1 - Critical", "sev1"],
    ["P-2", "sev2"],
    ["Priority 3", "sev3"],
    ["S3", "sev3"],
    ["Major", "sev2"],
    ["warning", "sev3"],
    ["info", "sev5"],
    ["1", "sev1"],
    ["SEV-3（一部機能の誤動作）", "sev3"],
    ["bad", undefined],
    ["", undefined],
  ])("%s", (text, level) => {
    expect(severityLevel(text)).toBe(level);
  });
});
