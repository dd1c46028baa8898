import { describe, expect, it } from "vitest";
import { type CheckerHost, createChecker } from "./checker.ts";
import { createMemoryWorkspace, type MemoryWorkspace } from "./memory-workspace.ts";

const POSTMORTEM = `# Mail stopped

## Summary

Mail stopped for 20 minutes. See [the runbook](../runbooks/mail.md) and [the graph](graph.png).
`;

function open(files: Record<string, string>, host: Partial<CheckerHost> = {}) {
  const workspace = createMemoryWorkspace(files);
  return { workspace, checker: createChecker({ workspace, today: () => "2026-03-14", folders: [], ...host }) };
}

const broken = (findings: readonly { code: string; message: string }[]): string[] =>
  findings.filter(({ code }) => code === "DOC022").map(({ message }) => message);

describe("the kind of a document", () => {
  it("is told by the path below the project's root, the root's name included", async () => {
    const { checker } = open({ "file:///home/incidents/repo/.git/HEAD": "", "file:///home/postmortems/.git/HEAD": "" });
    const below = await checker.check("file:///home/incidents/repo/notes.md", "# Notes\n");
    expect(below.document).toMatchObject({ path: "repo/notes.md", kind: "other" });
    const named = await checker.check("file:///home/postmortems/notes.md", "# Notes\n");
    expect(named.document).toMatchObject({ path: "postmortems/notes.md", kind: "postmortem" });
  });

  it("is told by the whole path where there is no project", async () => {
    const { checker } = open({});
    const { document } = await checker.check("file:///home/ann/runbooks/mail.md", "# Mail\n");
    expect(document).toMatchObject({ path: "home/ann/runbooks/mail.md", kind: "runbook" });
  });

  it("is told by the configuration's globs, and ignore wins", async () => {
    const { checker } = open({
      "file:///repo/.runbookrc.yaml": `documents:\n  runbooks: ["oncall/"]\n  ignore: ["**/draft-*.md"]\n`,
    });
    const kindOf = async (uri: string) => (await checker.check(uri, "# Mail\n")).document?.kind;
    expect(await kindOf("file:///repo/oncall/db/mail.md")).toBe("runbook");
    expect(await kindOf("file:///repo/oncall/draft-mail.md")).toBe("other");
    expect(await kindOf("file:///repo/other/mail.md")).toBe("other");
  });

  it("is told by the folders of the repository, also where a configuration lies below them", async () => {
    const { checker } = open({
      "file:///repo/.git/HEAD": "",
      "file:///repo/runbooks/team/.runbookrc.yaml": `documents: {ignore: ["old/"]}`,
    });
    const kindOf = async (uri: string) => (await checker.check(uri, "# Mail\n")).document?.kind;
    expect(await kindOf("file:///repo/runbooks/team/mail.md")).toBe("runbook");
    expect(await kindOf("file:///repo/runbooks/team/old/mail.md")).toBe("other");
  });

  it("counts globs from the folder of a configuration that was named", async () => {
    const { checker } = open(
      { "file:///repo/ci/rules.yaml": "documents: {postmortems: [a/*.md]}" },
      { configuration: { uri: "file:///repo/ci/rules.yaml" } },
    );
    expect((await checker.check("file:///repo/ci/a/x.md", "")).document?.kind).toBe("postmortem");
    expect((await checker.check("file:///repo/a/x.md", "")).document?.kind).toBe("other");
  });
});

describe("the configuration of a document", () => {
  const files = {
    "file:///repo/.git/HEAD": "",
    "file:///repo/.runbookrc.yaml": "timeZone: UTC",
    "file:///repo/team/.runbookrc.json": `{"timeZone": "Europe/Berlin"}`,
    "file:///repo/lib/.git/HEAD": "",
  };

  it("is the nearest one upward, and none beyond the repository", async () => {
    const { checker } = open(files);
    const sourceOf = async (uri: string) => (await checker.configurationOf(uri)).source;
    expect(await sourceOf("file:///repo/docs/a/x.md")).toBe("file:///repo/.runbookrc.yaml");
    expect(await sourceOf("file:///repo/team/a/x.md")).toBe("file:///repo/team/.runbookrc.json");
    expect(await sourceOf("file:///repo/lib/x.md")).toBeUndefined();
  });

  it("is none when none is wanted", async () => {
    const { checker } = open(files, { configuration: "none" });
    expect(await checker.configurationOf("file:///repo/x.md")).toMatchObject({ source: undefined, problems: [] });
  });

  it("is read once for any number of files, and again after forget", async () => {
    const { checker, workspace } = open(files);
    for (const name of ["a", "b", "c"]) await checker.check(`file:///repo/docs/${name}.md`, "# Mail\n");
    expect(workspace.reads).toEqual(["file:///repo/.runbookrc.yaml"]);
    const asked = workspace.asked.length;
    await checker.check("file:///repo/docs/d.md", "# Mail\n");
    expect(workspace.asked).toHaveLength(asked);

    workspace.write("file:///repo/.runbookrc.yaml", "timeZone: Asia/Tokyo");
    expect((await checker.configurationOf("file:///repo/docs/a.md")).configuration.timeZone).toBe("UTC");
    checker.forget();
    expect((await checker.configurationOf("file:///repo/docs/a.md")).configuration.timeZone).toBe("Asia/Tokyo");
  });

  it("brings its problems along, and what is right in it holds", async () => {
    const { checker } = open({ "file:///repo/.runbookrc.yaml": "timeZone: Mars\nrules: {missing-section: off}\n" });
    const { effective, findings } = await checker.check("file:///repo/postmortems/x.md", POSTMORTEM);
    expect(effective.problems.map(({ code }) => code)).toEqual(["CF001"]);
    expect(findings.map(({ code }) => code)).not.toContain("DOC003");
  });

  it("is checked itself, as the text given and not as the file says", async () => {
    const { checker } = open({ "file:///repo/.runbookrc.yaml": "timeZone: UTC" });
    const { document, findings } = await checker.check("file:///repo/.runbookrc.yaml", "timezone: UTC");
    expect(document).toBeUndefined();
    expect(findings).toMatchObject([{ code: "CF002", severity: "warning", range: { start: 0, end: 8 } }]);
  });

  it("that cannot be read is a problem", async () => {
    const { checker } = open({}, { configuration: { uri: "file:///repo/gone.yaml" } });
    const { problems } = await checker.configurationOf("file:///repo/x.md");
    expect(problems).toMatchObject([{ code: "CF001", range: { start: 0, end: 0 } }]);
  });
});

describe("the structure of a document", () => {
  const at = "file:///repo/postmortems/mail.md";
  const text = "# Mail stopped\n\n## Summary\n\nMail stopped for 20 minutes.\n\n## Root cause\n\nA full disk.\n";

  async function missing(configuration: string, files: Record<string, string> = {}): Promise<string | undefined> {
    const { checker } = open({ "file:///repo/.git/HEAD": "", "file:///repo/.runbookrc.yaml": configuration, ...files });
    const { findings } = await checker.check(at, text);
    return findings.find(({ code }) => code === "DOC003")?.message;
  }

  it("is that of the preset, and of the team's own sections", async () => {
    expect(await missing("")).toContain(
      "4 sections that readers look for: Impact, Timeline, Restoration, Action items.",
    );
    expect(await missing("extends: minimal")).toContain("a section that readers look for: Action items.");
    const own = "sections: {postmortem: [{id: notice, title: Customer notice, level: required, after: impact}]}";
    expect(await missing(own)).toContain("Impact, Customer notice, Timeline");
  });

  it("follows the overrides that fit its path", async () => {
    const configuration = "overrides: [{files: [postmortems/], extends: minimal}]";
    expect(await missing(configuration)).toContain("a section that readers look for: Action items.");
  });

  it("of a configuration is read from what the saved files beside it say", async () => {
    const { checker } = open({ "file:///repo/base.runbookrc.yaml": "timezone: UTC" });
    const { findings } = await checker.check("file:///repo/.runbookrc.yaml", "extends: base.runbookrc.yaml\n");
    expect(findings).toMatchObject([{ code: "CF002", message: expect.stringContaining("at line 1: `timezone`") }]);
    const own = await checker.check("file:///repo/base.runbookrc.yaml", "extends: gone.yaml\n");
    expect(own.findings).toMatchObject([{ code: "CF001", range: { start: 9, end: 18 } }]);
  });
});

describe("owners", () => {
  const text =
    "# Mail on 2025-01-31\n\n## Action items\n\n- Alert on disks (@kim)\n- @bo writes it down\n- SRE adds disks\n";
  const owners = async (configuration: string, files: Record<string, string> = {}) => {
    const { checker } = open({ "file:///repo/.git/HEAD": "", "file:///repo/.runbookrc.yaml": configuration, ...files });
    const { findings } = await checker.check("file:///repo/postmortems/mail.md", text);
    return findings.find(({ code }) => code === "PM051")?.message;
  };

  it("are whoever is named, or those of the configuration and of CODEOWNERS", async () => {
    expect(await owners("")).toContain("1 of 3");
    expect(await owners('owners: ["@kim", sre]')).toContain("1 of 3");
    expect(await owners("owners: [sre]")).toContain("2 of 3");
    const file = { "file:///repo/CODEOWNERS": "* @bo @org/kim\n" };
    expect(await owners("owners: [sre]\ncodeowners: true", file)).toBeUndefined();
    expect(await owners("codeowners: true", file)).toContain("1 of 3");
  });
});

describe("CODEOWNERS", () => {
  const files = { "file:///repo/.git/HEAD": "", "file:///repo/docs/CODEOWNERS": "* @org/all\n" };

  it("is read once, and only when the configuration asks", async () => {
    const quiet = open(files);
    await quiet.checker.check("file:///repo/postmortems/x.md", POSTMORTEM);
    expect(quiet.workspace.reads).toEqual([]);
    const asked = open({ ...files, "file:///repo/.runbookrc.yaml": "codeowners: true" });
    for (const name of ["a", "b"]) await asked.checker.check(`file:///repo/postmortems/${name}.md`, POSTMORTEM);
    expect(asked.workspace.reads.filter((uri) => uri.endsWith("/docs/CODEOWNERS"))).toHaveLength(1);
  });
});

describe("links", () => {
  const repo = { "file:///repo/.git/HEAD": "" };
  const at = "file:///repo/postmortems/mail.md";
  const check = async (links: string, files: Record<string, string> = {}) => {
    const { checker } = open({ ...repo, ...files });
    return broken((await checker.check(at, `# Mail\n\n## Summary\n\n${links}\n`)).findings);
  };

  it("to files that are not there are found", async () => {
    const found = await check("[a](../runbooks/mail.md#steps) [b](graph.png)", { "file:///repo/runbooks/mail.md": "" });
    expect(found).toEqual([expect.stringContaining("graph.png")]);
  });

  it("are decoded, cut at the query, and may leave out what a site generator adds", async () => {
    const files = {
      "file:///repo/postmortems/my file.md": "",
      "file:///repo/postmortems/a.png": "",
      "file:///repo/postmortems/page.md": "",
      "file:///repo/postmortems/100%.md": "",
    };
    const links =
      "[a](my%20file.md) [b](a.png?raw=true) [c](page) [d](page/) [e](page.html) [f](<100%.md>) [g](../postmortems)";
    expect(await check(links, files)).toEqual([]);
  });

  it.each([
    ["an address", "[a](https://example.com/x.md) [b](mailto:a@example.com) [c](//example.com/x.md)"],
    ["an anchor", "[a](#summary)"],
    ["a path on the site", "[a](/handbook/x.md)"],
    ["a placeholder", "[a]({{ base }}/x.md) [b](${X}/y.md) [c](<% x %>)"],
    ["a place outside of the project", "[a](../../issues/12)"],
  ])("to %s are nobody's business", async (_, links) => {
    expect(await check(links)).toEqual([]);
  });

  it("are not spoken of in a document without a project: its neighbours may have been left behind", async () => {
    const { checker } = open({});
    expect(broken((await checker.check("file:///tmp/postmortems/mail.md", POSTMORTEM)).findings)).toEqual([]);
  });

  it("are followed inside a folder that was opened, also where nothing marks a project", async () => {
    const { checker } = open({}, { folders: ["file:///tmp"] });
    const { document, findings } = await checker.check("file:///tmp/postmortems/mail.md", POSTMORTEM);
    expect(broken(findings)).toHaveLength(2);
    expect(document?.path).toBe("tmp/postmortems/mail.md");
  });

  it("are looked up once a target", async () => {
    const { checker, workspace } = open(repo);
    await checker.check(at, "# Mail\n\n## Summary\n\n[a](x.md) [b](x.md#1) [c](x.md#2)\n");
    expect(workspace.asked.filter((uri) => uri.endsWith("/x.md"))).toHaveLength(1);
  });

  it("are not spoken of where existence is not known", async () => {
    const workspace: MemoryWorkspace = { ...createMemoryWorkspace(repo), exists: async () => undefined };
    const checker = createChecker({ workspace, today: () => "2026-03-14", folders: ["file:///repo"] });
    expect(broken((await checker.check(at, POSTMORTEM)).findings)).toEqual([]);
  });

  it("of other documents are not looked up", async () => {
    const { checker, workspace } = open(repo);
    const before = await checker.check("file:///repo/notes.md", "# Notes\n\n[a](x.md)\n");
    expect(before.findings).toEqual([]);
    expect(workspace.asked.filter((uri) => uri.endsWith("/x.md"))).toEqual([]);
  });
});
