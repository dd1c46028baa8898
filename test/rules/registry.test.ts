import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { RULES } from "../../server/src/core/rules/registry.ts";

const FOLDER = "server/src/core/rules";
const GROUPS = ["document", "internal", "postmortem", "runbook", "step", "suppression"];

test("every rule file is registered, under its name", () => {
  const files = GROUPS.flatMap((group) =>
    readdirSync(`${FOLDER}/${group}`)
      .filter((name) => !name.endsWith(".test.ts"))
      .map((name) => `${group}/${name}`),
  );
  expect(files.toSorted()).toEqual(RULES.map(({ group, name }) => `${group}/${name}.ts`).toSorted());
});

test("rules are sorted by code; codes and names are unique and well formed", () => {
  const codes = RULES.map(({ code }) => code);
  expect(codes).toEqual(codes.toSorted());
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(codes.length);
  for (const { code, name } of RULES) {
    expect(code).toMatch(/^[A-Z]{2,3}\d{3}$/);
    expect(name).toMatch(/^[a-z]+(?:-[a-z0-9]+)+$/);
  }
});

test.each(RULES)("$code has complete docs and metadata that hold", (rule) => {
  expect(rule.docs.what).toMatch(/^Reports[ ,]/);
  expect(rule.docs.why.length).toBeGreaterThan(40);
  expect(rule.kinds.length).toBeGreaterThan(0);
  expect(rule.since).toMatch(/^\d+\.\d+\.\d+$/);
  if (rule.group === "internal") return;
  expect(rule.docs.examples.some(({ bad }) => bad !== undefined)).toBe(true);
  expect(rule.docs.examples.some(({ good }) => good !== undefined)).toBe(true);
  expect(rule.docs.examples.some(({ fixed }) => fixed !== undefined)).toBe(rule.fix !== "none");
});

test.each(RULES.filter(({ options }) => options !== undefined))(
  "$code has a default for each option",
  ({ options }) => {
    expect(() => options?.parse({})).not.toThrow();
    expect(options?.safeParse({ noSuchOption: 1 }).success).toBe(false);
    expect(() => z.toJSONSchema(options ?? z.never(), { io: "input" })).not.toThrow();
  },
);
