import type { IncidentDocument } from "../../core/model/document.ts";
import { findAttributeSpec } from "../../core/schema/attribute-keys.ts";
import { touches } from "../../core/syntax/range.ts";
import { allSteps } from "../all-steps.ts";
import { frontMatterKeys } from "../completion/front-matter-keys.ts";
import type { HoverText } from "./sections.ts";

/** On a key behind a fence's language: what it does. */
export function attributeHover(document: IncidentDocument, offset: number): HoverText | undefined {
  if (document.kind !== "runbook") return undefined;
  const attributes = document.procedures
    .flatMap(({ steps }) => allSteps(steps))
    .flatMap(({ commands }) => commands.flatMap(({ attributes: { list } }) => list));
  const attribute = attributes.find(({ keyRange }) => touches(keyRange, offset));
  const spec = attribute && findAttributeSpec(attribute.key);
  if (attribute === undefined || spec === undefined) return undefined;
  return { range: attribute.keyRange, markdown: `**${spec.key}** · ${spec.values}\n\n${spec.purpose}` };
}

/** On a key of ours in the front matter: what it is for. */
export function frontMatterHover({ frontMatter }: IncidentDocument, offset: number): HoverText | undefined {
  const entry = frontMatter?.entries.find(({ keyRange }) => touches(keyRange, offset));
  const known = frontMatterKeys(entry?.path.slice(0, -1) ?? []).find(({ key }) => key === entry?.path.at(-1));
  if (entry === undefined || known === undefined) return undefined;
  const values = known.values ? ` · ${known.values.map((value) => `\`${value}\``).join(", ")}` : "";
  return { range: entry.keyRange, markdown: `**${known.key}**${values}\n\n${known.documentation}` };
}
