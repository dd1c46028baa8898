import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { DEFAULT_CONFIGURATION } from "../../core/schema/configuration.ts";
import { type ConfigurableRule, configurationJsonSchema } from "../../core/schema/configuration-schema.ts";
import { mergeLayers } from "./merge.ts";
import { ownLayers } from "./own-layers.ts";
import { createConfigurationParser } from "./parser.ts";

const docs = { what: "Reports something." };
const RULES: readonly ConfigurableRule[] = [
  { code: "PM014", name: "timeline-goes-back", group: "postmortem", severity: "warning", docs },
  { code: "PM019", name: "timeline-gap", group: "postmortem", severity: "off", docs },
  {
    ...{ code: "DOC005", name: "stub-section", group: "document", severity: "warning", docs },
    options: z.strictObject({ words: z.int().min(1).max(50).default(3) }),
  },
];
const parseFile = createConfigurationParser(RULES);

/** What one file says, nothing extended. */
function parse(text: string) {
  const parsed = parseFile(text);
  const { configuration } = mergeLayers(ownLayers(parsed, "file:///repo/.runbookrc.yaml"));
  return { configuration, findings: parsed.findings };
}

/** Findings as a person would see them: place, what stands there, message. */
function problems(text: string): string[] {
  return parse(text).findings.map(({ code, range, message }) => {
    const before = text.slice(0, range.start).split("\n");
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    return `${place} ${code} [${text.slice(range.start, range.end)}] ${message}`;
  });
}

describe("a good configuration", () => {
  it("gives documents, zone and rules by code", () => {
    const { configuration, findings } = parse(`
documents:
  runbooks: [docs/oncall/**/*.md]
timeZone: Europe/Berlin
rules:
  timeline-goes-back: error
  DOC005: {severity: hint, options: {words: 5}}
`);
    expect(findings).toEqual([]);
    expect(configuration).toEqual({
      ...DEFAULT_CONFIGURATION,
      documents: { runbooks: ["docs/oncall/**/*.md"], postmortems: [], ignore: [] },
      timeZone: "Europe/Berlin",
      structure: { ...DEFAULT_CONFIGURATION.structure, timeZone: "Europe/Berlin" },
      rules: {
        PM014: { severity: "error", options: undefined },
        DOC005: { severity: "hint", options: { words: 5 } },
      },
    });
  });

  it.each(["", "# nothing yet\n", "{}", "---\n"])("may be empty: %j", (text) => {
    expect(parse(text)).toEqual({ configuration: DEFAULT_CONFIGURATION, findings: [] });
  });

  it("may be JSON, with tabs and a byte order mark", () => {
    const { configuration, findings } = parse('\uFEFF{\n\t"$schema": "x",\n\t"rules": {\n\t\t"PM014": "off"\n\t}\n}\n');
    expect(findings).toEqual([]);
    expect(configuration.rules).toEqual({ PM014: { severity: "off", options: undefined } });
  });

  it("switches groups: rules that are off by default stay off, and a rule's own setting wins", () => {
    const { rules } = parse("rules:\n  PM014: hint\n  postmortem: error\n  document: off\n").configuration;
    expect(rules).toEqual({
      PM014: { severity: "hint", options: undefined },
      DOC005: { severity: "off", options: undefined },
    });
    expect(parse("rules:\n  postmortem: error\n").configuration.rules).toEqual({
      PM014: { severity: "error", options: undefined },
    });
  });

  it("may give options without a severity", () => {
    const { rules } = parse("rules:\n  document: hint\n  stub-section: {options: {words: 9}}\n").configuration;
    expect(rules).toEqual({ DOC005: { severity: "hint", options: { words: 9 } } });
  });
});

describe("a bad configuration", () => {
  it.each([
    [
      "rules:\n  PM014: loud\n",
      '2:10 CF001 [loud] `rules.PM014` is "loud", which is no severity. Write one of off, hint, information, warning, error, or a mapping of `severity` and `options`.',
    ],
    [
      "rules:\n  PM014: warn\n",
      '2:10 CF001 [warn] `rules.PM014` is "warn", which is no severity. Did you mean `warning`? Write one of off, hint, information, warning, error, or a mapping of `severity` and `options`.',
    ],
    [
      "rules:\n  postmortem: {severity: off}\n",
      "2:15 CF001 [{severity: off}] `rules.postmortem` is a mapping, which is no severity. Write one of off, hint, information, warning, error.",
    ],
    [
      "rules:\n  PM014: {severity: 3}\n",
      "2:21 CF001 [3] `rules.PM014.severity` is 3, which is no severity. Write one of off, hint, information, warning, error.",
    ],
    ["rules: {DOC005: {options: {words: 0}}}", "1:35 CF001 [0] `rules.DOC005.options.words` is 0; the least is 1."],
    [
      "rules: {DOC005: {options: {words: many}}}",
      '1:35 CF001 [many] `rules.DOC005.options.words` is "many"; a number is expected.',
    ],
    [
      "documents:\n  runbooks: docs/*.md\n",
      '2:13 CF001 [docs/*.md] `documents.runbooks` is "docs/*.md"; a list is expected.',
    ],
    ["documents:\n  runbooks: [a, 3]\n", "2:17 CF001 [3] `documents.runbooks.1` is 3; a text is expected."],
    [
      "timeZone: Mars\n",
      '1:11 CF001 [Mars] `timeZone` is "Mars", which is no time zone. Write an IANA name such as Europe/Berlin, or UTC.',
    ],
    [
      "timeZone:\n",
      "1:1 CF001 [timeZone] `timeZone` is empty, which is no time zone. Write an IANA name such as Europe/Berlin, or UTC.",
    ],
    ["- a\n- b\n", "1:1 CF001 [- a\n- b\n] The configuration is a list; a mapping of settings is expected."],
  ])("%j says what, where and how", (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  it.each([
    [
      "rulez: {}\n",
      "1:1 CF002 [rulez] `rulez` is no setting. Did you mean `rules`? Known here: extends, documents, rules, timeZone, sections, taxonomies, severities, tickets, owners, codeowners, overrides, $schema.",
    ],
    [
      "documents: {runbook: []}",
      "1:13 CF002 [runbook] `runbook` is no setting in `documents`. Did you mean `runbooks`? Known here: runbooks, postmortems, ignore.",
    ],
    [
      "rules: {timeline-goes-bak: off}",
      "1:9 CF002 [timeline-goes-bak] `timeline-goes-bak` is no rule, rule name or group. Did you mean `timeline-goes-back`? `runbook explain` lists all rules.",
    ],
    [
      "rules: {PM041: off}",
      "1:9 CF002 [PM041] `PM041` is no rule, rule name or group. Did you mean `PM014`? `runbook explain` lists all rules.",
    ],
    [
      "rules: {xyzzy: off}",
      "1:9 CF002 [xyzzy] `xyzzy` is no rule, rule name or group. `runbook explain` lists all rules.",
    ],
    [
      "rules: {PM014: {level: off}}",
      "1:17 CF002 [level] `level` is no setting in `rules.PM014`. Known here: severity, options.",
    ],
    [
      "rules: {PM014: {options: {a: 1}}}",
      "1:27 CF002 [a] `a` is no setting in `rules.PM014.options`. It has no such option.",
    ],
  ])("%j names the setting that was meant", (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  it("offers to change an unknown setting into the one that was meant", () => {
    const [finding] = parse("\uFEFFrulez: {}").findings;
    expect(finding?.fixes).toEqual([
      { title: 'Change to "rules"', safety: "unsafe", edits: [{ range: { start: 1, end: 6 }, newText: "rules" }] },
    ]);
  });

  it("holds in all that is right, with a finding for each that is not", () => {
    const text = "documents:\n  runbooks: [1, a, 2, b]\n  more: 1\nrules: {PM014: error, PM019: loud}\ntimeZone: UTC\n";
    const { configuration, findings } = parse(text);
    expect(configuration.documents.runbooks).toEqual(["a", "b"]);
    expect(configuration.rules).toEqual({ PM014: { severity: "error", options: undefined } });
    expect(configuration.timeZone).toBe("UTC");
    expect(findings.map(({ code, range }) => `${code} ${text.slice(range.start, range.end)}`)).toEqual([
      "CF001 1",
      "CF001 2",
      "CF002 more",
      "CF001 loud",
    ]);
  });

  it("that names one rule twice keeps the first", () => {
    const text = "rules:\n  PM014: error\n  timeline-goes-back: off\n";
    expect(parse(text).configuration.rules).toEqual({ PM014: { severity: "error", options: undefined } });
    expect(problems(text)).toEqual([
      "3:3 CF001 [timeline-goes-back] `timeline-goes-back` is the rule that `PM014` sets already, and that holds. Keep one of them.",
    ]);
  });

  it.each(["rules: [", "a: b: c", '{"rules": }}', "\tx: 1", "a: 1\na: 2"])(
    "that is no YAML gives the defaults: %j",
    (text) => {
      const { configuration, findings } = parse(text);
      expect(configuration).toEqual(DEFAULT_CONFIGURATION);
      expect(findings).toMatchObject([{ code: "CF001", message: expect.stringMatching(/^Not valid YAML or JSON: /) }]);
    },
  );

  it("does not expand aliases without end", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x,x]"];
    for (const [from, to] of ["ab", "bc", "cd", "de", "ef"]) {
      bomb.push(`${to}: &${to} [${Array(10).fill(`*${from}`).join(",")}]`);
    }
    expect(parse(bomb.join("\n")).findings.length).toBeGreaterThan(0);
  });
});

it("never throws, and its findings lie in the text", () => {
  const word = fc.constantFrom(
    "rules",
    "documents",
    ": ",
    "\n",
    "  ",
    "PM014",
    "off",
    "{",
    "}",
    "[",
    "- ",
    "&a ",
    "*a",
    "1",
    "\uFEFF",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join("")),
      ),
      (text) => {
        for (const { range } of parse(text).findings) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(Math.max(1, text.length + 1));
        }
      },
    ),
  );
});

it("has a JSON Schema with every rule by code and name, for editors", () => {
  const schema = configurationJsonSchema(RULES);
  expect(schema).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#", additionalProperties: false });
  const rules = z
    .object({ properties: z.object({ rules: z.object({ properties: z.record(z.string(), z.unknown()) }) }) })
    .parse(schema).properties.rules.properties;
  expect(Object.keys(rules)).toEqual(expect.arrayContaining(["PM014", "timeline-goes-back", "postmortem"]));
  expect(rules["DOC005"]).toMatchObject({ description: expect.stringContaining("stub-section") });
});
