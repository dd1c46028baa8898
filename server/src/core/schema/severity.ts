/** How much a finding matters. Names and order are those of LSP. */
export type Severity = "error" | "warning" | "information" | "hint";
