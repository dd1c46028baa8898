import type { RunFacts } from "../core/rules/rule.ts";

/** Where the checker learns what records of runs tell of a runbook. Only doors that can read records have one. */
export interface RunFactsSource {
  /**
   * What is on record of a document; undefined where nothing is, or where no record can be read: it never rejects.
   *
   * @param uri the document
   * @param root URI of the document's project; undefined when it belongs to none, and its own folder then holds the records
   */
  of(uri: string, root: string | undefined): Promise<RunFacts | undefined>;
  /** Forgets what was read: after runs may have been made. */
  forget(): void;
}
