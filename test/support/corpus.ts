import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of real documents: `RUNBOOK_CORPUS`, else beside the repository. Tests skip themselves where it is absent. */
const CORPUS = process.env.RUNBOOK_CORPUS ?? "../shared/corpus";

/** Whether the corpus is here. */
export const hasCorpus = existsSync(CORPUS);

/** What a test's title says where the corpus is absent. */
export const WITHOUT_CORPUS = hasCorpus ? "" : ` (skipped: no documents at ${CORPUS}; set RUNBOOK_CORPUS)`;

/** A document of the corpus. */
export interface CorpusFile {
  /** Below the corpus: `postmortems/<owner>__<repository>/…`. */
  readonly file: string;
  /** As a door gives it: the repository's own name, then the path in it. */
  readonly path: string;
  readonly text: string;
}

/** The Markdown files of one folder of the corpus (`postmortems`, `runbooks`, `templates`, `other`), sorted; empty without it. */
export function corpusFiles(folder: string): CorpusFile[] {
  const root = join(CORPUS, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => /\.(?:md|qmd|mdx)$/.test(name))
    .sort()
    .map((name) => ({
      file: `${folder}/${name}`,
      path: name.replace(/^[^/]*?__/, ""),
      text: readFileSync(join(root, name), "utf8"),
    }));
}
