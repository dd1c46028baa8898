import type { IncidentDocument } from "../../model/document.ts";
import type { MetadataField } from "../../model/postmortem.ts";

/** Whether somebody wrote a field; a date that stands in the title or in the file's name is none. */
export function hasFields({ metadata, outline }: IncidentDocument): boolean {
  const isWritten = ({ keyRange }: MetadataField): boolean => keyRange.end > 0 && keyRange !== outline.title?.heading;
  return metadata.some((field) => field.key !== "title" && isWritten(field));
}
