import { basename } from "node:path";

/** The name of a runbook's file in the names of its records' folders: `API down.runbook.md` gives `api-down`. */
export function recordNameOf(file: string): string {
  const name = basename(file).replace(/(?:\.runbook)?\.[A-Za-z]+$/, "");
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 40) || "runbook"
  );
}

/** The runbook's name in the name of a record's folder, `<time>-<runbook>-<run>`; undefined for any other name. */
export function runbookOfFolder(folder: string): string | undefined {
  return /^\d{8}T\d{6}Z-(.+)-[a-z0-9]{1,16}$/.exec(folder)?.[1];
}
