import { describe, expect, it } from "vitest";
import { DEFAULT_STRUCTURE } from "../schema/structure.ts";
import { readFrontMatter } from "../syntax/front-matter.ts";
import { parse } from "../syntax/parse.ts";
import { type DocumentKind, detectKind } from "./document-kind.ts";

const POSTMORTEM = "# Outage\n\n## Summary\n\n## Impact\n\n## Timeline\n\n## Root cause\n\n## Action items\n";
const RUNBOOK = "# DiskFull\n\n## Meaning\n\n## Impact\n\n## Diagnosis\n\n## Mitigation\n";

function kind(path: string, text = "# T\n", configured?: DocumentKind): string {
  const { root } = parse(text);
  const found = detectKind({
    path,
    frontMatter: readFrontMatter(text, root),
    root,
    configured,
    structure: DEFAULT_STRUCTURE,
  });
  return `${found.kind} by ${found.evidence}${found.isTemplate ? ", template" : ""}`;
}

describe("detectKind asks in this order, and the first that answers wins", () => {
  it.each([
    [
      "front matter over configuration",
      kind("app/runbooks/x.md", "---\nkind: postmortem\n---\n", "runbook"),
      "postmortem by front matter",
    ],
    ["opting out", kind("app/runbooks/x.md", "---\nkind: none\n---\n"), "other by front matter"],
    [
      "our own block in the front matter",
      kind("app/x.md", "---\nrunbook:\n  owner: me\n---\n"),
      "runbook by front matter",
    ],
    [
      "configuration over the file's name",
      kind("app/x.runbook.md", "# T\n", "postmortem"),
      "postmortem by configuration",
    ],
    ["the file's name over the folder", kind("app/incidents/x.runbook.md"), "runbook by file name"],
    ["the folder over the outline", kind("app/runbooks/x.md", POSTMORTEM), "runbook by folder"],
    ["the nearest folder over those around it", kind("runbooks/incidents/x.md"), "postmortem by folder"],
    ["the outline, a postmortem", kind("app/docs/x.md", POSTMORTEM), "postmortem by outline"],
    ["the outline, a runbook", kind("app/docs/x.md", RUNBOOK), "runbook by outline"],
    ["nothing", kind("app/docs/x.md"), "other by none"],
  ])("%s", (_, found, expected) => {
    expect(found).toBe(expected);
  });
});

describe("detectKind by folder", () => {
  it.each(["runbooks", "playbook", "alerts", "Runbooks"])("%s/ holds runbooks", (folder) => {
    expect(kind(`app/${folder}/x.md`)).toBe("runbook by folder");
  });
  it.each(["postmortems", "post-mortems", "post_mortem", "incidents", "outages"])("%s/ holds postmortems", (folder) => {
    expect(kind(`app/${folder}/x.md`)).toBe("postmortem by folder");
  });
  it("knows a repository of one kind by the end of its name", () => {
    expect(kind("acme-runbooks/docs/x.md")).toBe("runbook by folder");
    expect(kind("incident-postmortems/2024/x.md")).toBe("postmortem by folder");
    expect(kind("runbooks-tooling/docs/x.md")).toBe("other by none");
    expect(kind("acme-runbooks.md")).toBe("other by none");
  });
  it.each(["README.md", "readme.ja.md", "index.md", "_index.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE.md"])(
    "never takes %s for one of its folder's documents",
    (name) => {
      expect(kind(`app/runbooks/${name}`, RUNBOOK)).toBe("other by file name");
    },
  );
  it.each(["security-breach.md", "index-rebuild.md", "support-escalation.md", "summary-job-stuck.md"])(
    "takes %s for a document all the same",
    (name) => {
      expect(kind(`app/runbooks/${name}`)).toBe("runbook by folder");
    },
  );
  it("takes the record of a run for no runbook, though it lies below its folder", () => {
    expect(kind("app/runbooks/.runbook/runs/20260203T140200Z-x-abc/run.md", RUNBOOK)).toBe("other by folder");
  });
  it("reads Markdown only", () => {
    expect(kind("app/runbooks/x.sh")).toBe("other by none");
    expect(kind("app/runbooks/x.qmd")).toBe("runbook by folder");
  });
});

describe("detectKind by outline", () => {
  it("wants a timeline and four sections: a text about incidents has some of them too", () => {
    expect(
      kind("app/docs/x.md", "# How we learn\n\n## Summary\n\n## Impact\n\n## Root cause\n\n## Action items\n"),
    ).toBe("other by none");
  });
  it("wants the canonical headings to be the greater part", () => {
    const foreign = Array.from({ length: 12 }, (_, index) => `## Chapter ${index} of the handbook\n`).join("\n");
    expect(kind("app/docs/x.md", POSTMORTEM + foreign)).toBe("other by none");
  });
});

describe("detectKind by title", () => {
  it.each([
    ["# Runbook: Queue overload\n\n## Symptoms\n\n## Recovery\n", "runbook by outline"],
    ["# 🚨 Incident runbook – Broker outage\n\n## Impact\n\n## Diagnosis\n", "runbook by outline"],
    ["# Database failover runbook (Postgres)\n\n## Step 1: Stop\n\n## Step 2: Promote\n", "runbook by outline"],
    ["# Runbook: Queue overload\n\n## Symptoms\n\n## Background\n", "other by none"],
    ["# Runbooks\n\n## Diagnosis\n\n## Mitigation\n", "other by none"],
    ["# Runbook: conventions\n\n## Diagnosis\n\n## Mitigation\n", "other by none"],
    ["# Ansible playbook\n\n## Prerequisites\n\n## Usage\n", "other by none"],
  ])("%j is %s", (text, expected) => {
    expect(kind("app/docs/x.md", text)).toBe(expected);
  });
});

describe("detectKind of templates", () => {
  it.each([
    ["app/postmortems/template.md", "other by none, template"],
    ["app/docs/postmortem-template.md", "other by none, template"],
    ["app/docs/template-incident-report.md", "other by none, template"],
  ])("%s is no document of its folder", (path, expected) => {
    expect(kind(path)).toBe(expected);
  });
  it("keeps the kind of its outline, so that it is completed", () => {
    expect(kind("app/docs/post_mortem_template.md", POSTMORTEM)).toBe("postmortem by outline, template");
  });
  it("takes an alert about templates for an alert", () => {
    expect(kind("app/runbooks/template-sync-error.md")).toBe("runbook by folder");
  });
  it("by front matter", () => {
    expect(kind("app/docs/x.md", "---\ntemplate: true\n---\n")).toBe("other by none, template");
  });
});
