import { isDeepStrictEqual } from "node:util";
import type { Expectation } from "../core/model/procedure.ts";

/** Longer output is compared up to here only, in UTF-16 units; a memory must not depend on what a command prints. */
export const LONGEST_COMPARED = 1_000_000;

/**
 * Says in what way a standard output is not as expected; undefined when it is. Blanks at the ends of lines and of the whole
 * never count. `glob` knows `*` and `?` over the whole output, `json` compares values without regard to the order of keys.
 */
export function expectationProblem({ mode, text }: Expectation, stdout: string): string | undefined {
  const actual = tidy(stdout);
  const expected = tidy(text);
  const met = compare(mode, expected, actual);
  if (typeof met === "string") return met;
  return met
    ? undefined
    : `its output does not meet the expectation (${mode}) ${shorten(expected)}, it is ${shorten(actual)}`;
}

function compare(mode: string, expected: string, actual: string): boolean | string {
  switch (mode) {
    case "exact":
      return actual === expected;
    case "contains":
      return actual.includes(expected);
    case "glob":
      return new RegExp(`^${globSource(expected)}$`, "u").test(actual);
    case "regex":
      return regexTest(expected, actual);
    case "json":
      return jsonEqual(expected, actual);
    default:
      return `the expectation "${mode}" is unknown: use exact, contains, glob, regex or json`;
  }
}

function globSource(glob: string): string {
  return glob
    .replace(/[\\^$.|+()[\]{}/]/g, "\\$&")
    .replaceAll("*", "[^]*")
    .replaceAll("?", "[^]");
}

function regexTest(source: string, text: string): boolean | string {
  try {
    return new RegExp(source, "mu").test(text);
  } catch {
    return `the expectation ${shorten(source)} is no regular expression`;
  }
}

function jsonEqual(expected: string, actual: string): boolean | string {
  const wanted = parseJson(expected);
  if (!wanted) return "the expectation is no JSON";
  const got = parseJson(actual);
  return got ? isDeepStrictEqual(got.value, wanted.value) : `its output is no JSON: ${shorten(actual)}`;
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // The caller says which of the two it was.
    return undefined;
  }
}

function tidy(text: string): string {
  return text.replace(/[ \t\r]+$/gm, "").trim();
}

function shorten(text: string): string {
  const flat = JSON.stringify(text);
  return flat.length <= 120 ? flat : `${flat.slice(0, 118)}…"`;
}
