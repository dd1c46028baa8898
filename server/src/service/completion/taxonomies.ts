/** A category as completion shows it. */
export interface CategoryChoice {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly definition: string;
  readonly aliases: readonly string[];
}

/** The categories of each section that has a taxonomy, by the section's id. */
export const SECTION_CATEGORIES: Readonly<Record<string, readonly CategoryChoice[]>> = {};

/** A severity as completion shows it. */
export interface SeverityChoice {
  readonly label: string;
  readonly detail: string;
}

/** The severities of the common scale, worst first. */
export const SEVERITY_CHOICES: readonly SeverityChoice[] = ["SEV-1", "SEV-2", "SEV-3", "SEV-4", "SEV-5"].map(
  (label) => ({
    label,
    detail: "severity",
  }),
);
