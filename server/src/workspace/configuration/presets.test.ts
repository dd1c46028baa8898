import { expect, it } from "vitest";
import { PRESETS } from "../../core/schema/presets/presets.ts";
import { createMemoryWorkspace } from "../memory-workspace.ts";
import { CONFIGURABLE_RULES } from "./configurable-rules.ts";
import { createConfigurationLoader } from "./loader.ts";
import { createConfigurationParser } from "./parser.ts";

it.each(PRESETS)("$name changes rules that are there, and each to something else", ({ rules }) => {
  const shipped = new Map(CONFIGURABLE_RULES.map(({ code, severity }) => [code, severity]));
  const idle = Object.entries(rules ?? {}).filter(([code, severity]) => (shipped.get(code) ?? severity) === severity);
  expect(idle).toEqual([]);
});

it.each(PRESETS)("$name can be extended by its name", async ({ name }) => {
  const uri = "file:///repo/.runbookrc.yaml";
  const workspace = createMemoryWorkspace({ [uri]: `extends: ${name}\n` });
  const loader = createConfigurationLoader(workspace, createConfigurationParser(CONFIGURABLE_RULES));
  expect((await loader.load(uri)).problems).toEqual([]);
});
