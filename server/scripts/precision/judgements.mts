import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

const FOLDER = path.join(import.meta.dirname, "../../../test/precision");

const judgementSchema = z.strictObject({
  file: z.string(),
  line: z.int().positive(),
  excerpt: z.string().max(80),
  right: z.boolean(),
  reason: z.string(),
});

/** A hit that a person has read in its surroundings, and what they say of it. The line counts from 1. */
export type Judgement = z.infer<typeof judgementSchema>;

/**
 * All judgements by rule code, from `test/precision/<CODE>.json`. A file that does not fit the schema is an error that
 * names it: a judgement that nobody can read must not be dropped in silence.
 */
export function readJudgements(): ReadonlyMap<string, readonly Judgement[]> {
  if (!existsSync(FOLDER)) return new Map();
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  return new Map(
    files.toSorted().map((name) => {
      const read = z.array(judgementSchema).safeParse(JSON.parse(readFileSync(path.join(FOLDER, name), "utf8")));
      if (!read.success)
        throw new Error(`test/precision/${name} is no list of judgements: ${z.prettifyError(read.error)}`);
      return [path.basename(name, ".json"), read.data];
    }),
  );
}
