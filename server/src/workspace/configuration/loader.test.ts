import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readDocument } from "../../core/model/read-document.ts";
import type { ConfigurableRule } from "../../core/schema/configuration-schema.ts";
import { createMemoryWorkspace } from "../memory-workspace.ts";
import { createConfigurationLoader } from "./loader.ts";
import { createConfigurationParser } from "./parser.ts";

const docs = { what: "Reports something." };
const RULES: readonly ConfigurableRule[] = [
  { code: "PM014", name: "timeline-goes-back", group: "postmortem", severity: "warning", docs },
  { code: "PM052", name: "action-without-ticket", group: "postmortem", severity: "information", docs },
  {
    ...{ code: "DOC005", name: "stub-section", group: "document", severity: "warning", docs },
    options: z.strictObject({ words: z.int().min(1).default(3) }),
  },
];
const MAIN = "file:///repo/.runbookrc.yaml";

async function load(files: Record<string, string>, path = "docs/x.md") {
  const named = Object.fromEntries(Object.entries(files).map(([name, text]) => [`file:///repo/${name}`, text]));
  const loader = createConfigurationLoader(createMemoryWorkspace(named), createConfigurationParser(RULES));
  const { configuration, origins, problems } = (await loader.load(MAIN)).effectiveFor(path);
  const from = Object.fromEntries(
    [...origins].map(([key, { uri, preset, line }]) => [key, preset ?? `${uri?.replace("file:///repo/", "")}:${line}`]),
  );
  const text = files[".runbookrc.yaml"] ?? "";
  const said = problems.map(({ code, message, range }) => `${code} [${text.slice(range.start, range.end)}] ${message}`);
  const level = (id: string) => configuration.structure.postmortemSections.find((spec) => spec.id === id)?.level;
  return { configuration, from, said, level };
}

describe("extends", () => {
  it("takes presets and files in order, and the file wins over both", async () => {
    const { configuration, from, said, level } = await load({
      ".runbookrc.yaml": "extends: [pagerduty, ./a.yaml]\nrules:\n  PM014: hint\n",
      "a.yaml": "extends: sub/b.json\ntimeZone: UTC\nrules: {PM014: error, DOC005: {options: {words: 5}}}\n",
      "sub/b.json": '{"timeZone": "Asia/Tokyo",\n "rules": {"DOC005": "hint"}}',
    });
    expect(said).toEqual([]);
    expect(configuration.timeZone).toBe("UTC");
    expect(configuration.rules).toEqual({
      PM014: { severity: "hint", options: undefined },
      PM052: { severity: "warning", options: undefined },
      DOC005: { severity: "hint", options: { words: 5 } },
    });
    expect(level("contributing")).toBe("required");
    expect(from).toMatchObject({
      timeZone: "a.yaml:2",
      "rules.PM014": ".runbookrc.yaml:3",
      "rules.PM052": "pagerduty",
      "rules.DOC005": "a.yaml:3",
      "sections.postmortem.contributing": "pagerduty",
    });
  });

  it("says what is no preset and no file", async () => {
    const { said } = await load({
      ".runbookrc.yaml": "extends: [gogle-sre, gone.yaml, /etc/x.yaml, https://x.example/a.yaml]\n",
    });
    expect(said).toEqual([
      "CF001 [gogle-sre] `gogle-sre` is no preset and no .yaml, .yml or .json file. Did you mean `google-sre`? Presets: outage-analysis, google-sre, pagerduty, atlassian, gitlab, alert-runbook, minimal.",
      "CF001 [gone.yaml] `gone.yaml` cannot be read: there is no such file from this file's folder, or you may not read it.",
      "CF001 [/etc/x.yaml] `/etc/x.yaml` is no path from this file's folder. Write one that begins with ./ or ../.",
      "CF001 [https://x.example/a.yaml] `https://x.example/a.yaml` is no path from this file's folder. Write one that begins with ./ or ../.",
    ]);
  });

  it("says where a circle closes, and what is right still holds", async () => {
    const { said, configuration } = await load({
      ".runbookrc.yaml": "timeZone: UTC\nextends: a.yaml\n",
      "a.yaml": "rules: {PM014: error}\nextends: [b.yaml]\n",
      "b.yaml": "extends: a.yaml\n",
    });
    expect(said).toEqual([
      "CF001 [a.yaml] `a.yaml` has a problem at line 2: `b.yaml` has a problem at line 1: `a.yaml` leads back to a file that extends this one: a.yaml → b.yaml → a.yaml. Take one of them out.",
    ]);
    expect(configuration).toMatchObject({ timeZone: "UTC", rules: { PM014: { severity: "error" } } });
  });

  it("a file that extends itself, or one that is extended twice", async () => {
    expect((await load({ ".runbookrc.yaml": "extends: .runbookrc.yaml\n" })).said[0]).toContain("leads back");
    const twice = {
      ".runbookrc.yaml": "extends: [a.yaml, b.yaml]\n",
      "a.yaml": "extends: b.yaml\n",
      "b.yaml": "timeZone: UTC\n",
    };
    expect((await load(twice)).said).toEqual([]);
  });

  it("tells of problems in the extended file, with their line", async () => {
    const { said } = await load({
      ".runbookrc.yaml": "extends: a.yaml\n",
      "a.yaml": "\ntimezone: UTC\nrules: {PM014: loud}\n",
    });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^CF001 \[a\.yaml\] `a\.yaml` has 2 problems, the first at line 2: `timezone` is no setting/,
    );
  });
});

describe("overrides", () => {
  const files = {
    ".runbookrc.yaml": `rules: {PM014: error}
overrides:
  - files: ["docs/alerts/**", legacy/]
    extends: minimal
    rules: {PM014: hint}
  - files: ["**/x.md"]
    timeZone: UTC
`,
  };

  it("hold for their files, the later over the earlier", async () => {
    const plain = await load(files, "docs/y.md");
    expect(plain.configuration.rules["PM014"]?.severity).toBe("error");
    expect(plain.configuration.timeZone).toBeUndefined();
    const alert = await load(files, "docs/alerts/x.md");
    expect(alert.configuration.rules["PM014"]?.severity).toBe("hint");
    expect(alert.configuration.timeZone).toBe("UTC");
    expect(alert.level("timeline")).toBe("suggested");
    expect(alert.from).toMatchObject({
      "rules.PM014": ".runbookrc.yaml:5",
      "rules.PM052": "minimal",
      timeZone: ".runbookrc.yaml:7",
    });
    expect((await load(files, "legacy/deep/y.md")).configuration.rules["PM014"]?.severity).toBe("hint");
  });

  it.each([
    ["overrides: [{rules: {}}]", "CF001 [{rules: {}}] `overrides.0.files` is missing; a list is expected."],
    [
      "overrides: [{files: [a], documents: {}}]",
      "CF002 [documents] `documents` is no setting in `overrides.0`. Known here: files, extends, rules, timeZone, sections, taxonomies, severities, tickets, owners, codeowners.",
    ],
    [
      "overrides: [{files: [a], rules: {PM041: off}}]",
      "CF002 [PM041] `PM041` is no rule, rule name or group. Did you mean `PM014`? `runbook explain` lists all rules.",
    ],
    [
      "overrides: [{files: [a], rules: {PM014: loud}}]",
      'CF001 [loud] `overrides.0.rules.PM014` is "loud", which is no severity. Write one of off, hint, information, warning, error, or a mapping of `severity` and `options`.',
    ],
    [
      "overrides: [{files: [a], extends: x.yaml}]",
      'CF001 [x.yaml] `overrides.0.extends` is "x.yaml". Write a preset, or a list of them. Presets: outage-analysis, google-sre, pagerduty, atlassian, gitlab, alert-runbook, minimal.',
    ],
  ])("%s", async (text, message) => {
    expect((await load({ ".runbookrc.yaml": text })).said).toEqual([message]);
  });
});

it("never throws, whatever a file says, and what holds can be read with", async () => {
  const scalar = fc.oneof(
    fc.constantFrom("off", "error", "required", "(a+)+", "[", "OPS-\\d+", "a.yaml", "google-sre", "SEV-1", "impact"),
    fc.integer(),
    fc.constant(null),
    fc.boolean(),
  );
  const key = fc.constantFrom(
    ...["extends", "overrides", "files", "rules", "PM014", "severity", "options", "sections", "postmortem", "runbook"],
    ...[
      "id",
      "title",
      "aliases",
      "level",
      "after",
      "taxonomies",
      "impact",
      "severities",
      "sev1",
      "tickets",
      "pattern",
      "url",
    ],
    ...["owners", "codeowners", "documents", "runbooks", "timeZone", "__proto__", "constructor"],
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      scalar,
      fc.array(tie("value"), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(value, value, async (main, base) => {
      const text = JSON.stringify(main) ?? "";
      const workspace = createMemoryWorkspace({ [MAIN]: text, "file:///repo/a.yaml": JSON.stringify(base) ?? "" });
      const loader = createConfigurationLoader(workspace, createConfigurationParser(RULES));
      const loaded = await loader.load(MAIN);
      for (const { range } of loaded.problems) expect(range.end).toBeLessThanOrEqual(text.length + 1);
      const { structure } = loaded.effectiveFor("a/b.md").configuration;
      readDocument({
        text: "# T\n\n## Impact\n\n- a\n\n## Action items\n\n- b OPS-1\n",
        path: "incidents/b.md",
        structure,
      });
    }),
  );
});

describe("what a configuration says of the structure", () => {
  it.each([
    [
      'tickets: ["(a+)+"]',
      'CF001 ["(a+)+"] `tickets.0` is "(a+)+", which repeats a group (`+` behind `)`), which can take very long. Write one such as `OPS-\\d+`.',
    ],
    [
      'tickets: [{pattern: "(OPS"}]',
      'CF001 ["(OPS"] `tickets.0.pattern` is "(OPS", which is no regular expression: Unterminated group. Write one such as `OPS-\\d+`.',
    ],
    ["tickets: [{pattern: a, link: b}]", "CF002 [link] `link` is no setting in `tickets.0`. Known here: pattern, url."],
    [
      "sections: {postmortem: [{id: Big One}]}",
      'CF001 [Big One] `sections.postmortem.0.id` is "Big One", which is no id: lower case letters and digits, joined by hyphens.',
    ],
    [
      "sections: {postmortem: [{id: a, level: must}]}",
      'CF001 [must] `sections.postmortem.0.level` is "must"; write one of required, suggested, optional.',
    ],
    [
      "severities: {sev1: [very bad]}",
      'CF001 [very bad] `severities.sev1.0` is "very bad", which is no single word: a severity is one word or a letter with a number, as `SEV-1`, `P1` or `critical`.',
    ],
    [
      "severities: {sev9: [x]}",
      "CF002 [sev9] `sev9` is no setting in `severities`. Did you mean `sev1`? Known here: sev1, sev2, sev3, sev4, sev5.",
    ],
    [
      "taxonomies: {impact: [{id: x, label: X, group: Y}]}",
      "CF001 [{id: x, label: X, group: Y}] `taxonomies.impact.0.definition` is missing; a text is expected.",
    ],
    ["owners: kim", 'CF001 [kim] `owners` is "kim"; a list is expected.'],
    ["codeowners: sometimes", 'CF001 [sometimes] `codeowners` is "sometimes"; true or false is expected.'],
  ])("%s says what, where and how", async (text, message) => {
    expect((await load({ ".runbookrc.yaml": text })).said).toEqual([message]);
  });
});
