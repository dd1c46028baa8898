/** A document without a finding, in a shape that real documents have. */
export interface CleanDocument {
  /** The shape: "headings, table timeline, table of actions". */
  readonly name: string;
  readonly kind: "postmortem" | "runbook";
  readonly path: string;
  readonly text: string;
  /** Targets of relative links that exist. */
  readonly files: readonly string[];
}
