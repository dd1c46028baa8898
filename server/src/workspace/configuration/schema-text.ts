import { configurationJsonSchema } from "../../core/schema/configuration-schema.ts";
import { CONFIGURABLE_RULES } from "./configurable-rules.ts";

/** The text of `docs/runbookrc.schema.json`, which editors complete configuration files with. */
export function configurationSchemaText(): string {
  return `${JSON.stringify(configurationJsonSchema(CONFIGURABLE_RULES), undefined, 2)}\n`;
}
