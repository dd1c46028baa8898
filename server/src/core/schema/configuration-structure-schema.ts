import * as z from "zod";
import { boundPattern } from "./bounded-pattern.ts";
import { categorySchema } from "./taxonomies/category.ts";
import { normaliseSeverity } from "./taxonomies/severities.ts";

const name = z.string().trim().min(1).max(200);

const sectionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, { error: "no id: lower case letters and digits, joined by hyphens" })
    .describe("A shipped section (`detection`, `rollback`) to change, or a new id for a section of your own."),
  title: name.optional().describe("The heading that scaffolds and fixes write. A new section needs one."),
  aliases: z.array(name).optional().describe("Other headings that mean this section, beside the shipped ones."),
  level: z
    .enum(["required", "suggested", "optional"])
    .optional()
    .describe(
      "A missing required section is a finding; suggested ones come first in completions. New ones: `optional`.",
    ),
  purpose: name.optional().describe("One sentence for hovers: what the reader finds here."),
  skeleton: z.string().max(5000).optional().describe("Markdown below the heading of an inserted section."),
  after: z.string().optional().describe("Id of the section that comes before a new one; by default it is the last."),
});

const sections = z.array(sectionSchema).max(100).optional();
const categories = z.array(categorySchema).max(200).optional();

const spellings = z
  .array(
    name.refine((text) => /^[\p{L}\p{N}]+$/u.test(normaliseSeverity(text)), {
      error: "no single word: a severity is one word or a letter with a number, as `SEV-1`, `P1` or `critical`",
    }),
  )
  .min(1)
  .max(50)
  .optional();

const patternSchema = z
  .string()
  .min(1)
  .max(200)
  .check((context) => {
    const made = boundPattern(context.value);
    if ("problem" in made) context.issues.push({ code: "custom", message: made.problem, input: context.value });
  })
  .describe("A regular expression, as `OPS-\\d+`. Groups may not be repeated.");

const ticketSchema = z.union([
  patternSchema,
  z.strictObject({
    pattern: patternSchema,
    url: z
      .string()
      .max(1000)
      .regex(/^https?:\/\//, { error: "no address: it begins with https://" })
      .optional()
      .describe("The ticket's address, with `{ticket}` for what was found, or `{1}` for the pattern's first group."),
  }),
]);

/** The settings that change what documents are read and judged by; at the top of a file and in its overrides. */
export const structureShape = {
  sections: z
    .strictObject({ postmortem: sections, runbook: sections })
    .optional()
    .describe("Sections of your own, and other titles, aliases and levels of the shipped ones, by id."),
  taxonomies: z
    .strictObject({ rootCause: categories, impact: categories, restoration: categories })
    .optional()
    .describe("Categories of your own; one with the id of a shipped one replaces it."),
  severities: z
    .strictObject({ sev1: spellings, sev2: spellings, sev3: spellings, sev4: spellings, sev5: spellings })
    .optional()
    .describe(
      "Your scale, worst first, and how each level is written. It replaces the shipped scale: name all levels you have.",
    ),
  tickets: z
    .array(ticketSchema)
    .max(20)
    .optional()
    .describe("How you write tickets, beside `#123`, `ABC-123` and addresses, which are always known."),
};

/** What a configuration says of the structure; nothing is said by what is left out. */
export interface StructureSettings {
  sections?: { postmortem?: SectionSettings[] | undefined; runbook?: SectionSettings[] | undefined } | undefined;
  taxonomies?:
    | { [Name in "rootCause" | "impact" | "restoration"]?: z.output<typeof categorySchema>[] | undefined }
    | undefined;
  severities?: { [Level in "sev1" | "sev2" | "sev3" | "sev4" | "sev5"]?: string[] | undefined } | undefined;
  tickets?: z.output<typeof ticketSchema>[] | undefined;
}

/** A section as a configuration names it. */
export type SectionSettings = z.output<typeof sectionSchema>;
