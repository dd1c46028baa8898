import { chmodSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { onlyRules, project, runbook } from "./support/runbook.ts";

const GOOD = { "runbooks/good.md": "# Good\n" };

describe("wrong usage", () => {
  it.each([
    [["--nope"], "runbook: unknown option '--nope'. See `runbook --help`.\n"],
    [
      ["check", "--formt", "json"],
      "runbook: unknown option '--formt' (Did you mean --format?). See `runbook check --help`.\n",
    ],
    [["chek"], "runbook: unknown command 'chek' (Did you mean check?). See `runbook --help`.\n"],
    [["check", "--format", "xml"], 'runbook: There is no format "xml". Known: text, json.\n'],
    [["check", "--format", "json="], "runbook: --format json= names no file. Write --format json=FILE.\n"],
    [["check", "--format"], "runbook: option '--format <name[=file]>' argument missing. See `runbook check --help`.\n"],
    [
      ["check", "--format", "json", "--format", "text"],
      "runbook: Two formats go to standard output. Give all but one a file of its own: --format json=report.json.\n",
    ],
    [["check", "--fail-on", "bad"], "runbook: --fail-on bad: write one of error, warning, information, hint, never.\n"],
    [["check", "--max-warnings", "-1"], "runbook: --max-warnings -1: write a whole number, such as 0 or 10.\n"],
    [
      ["check", "--max-file-size", "big"],
      "runbook: --max-file-size big: write a number of bytes, or one with kB or MB, such as 5MB.\n",
    ],
    [
      ["check", "--stdin", "a.md"],
      "runbook: --stdin checks standard input only: leave the paths out, or leave --stdin out.\n",
    ],
    [
      ["check", "--config", "gone.yaml"],
      "runbook: --config gone.yaml: there is no such file or folder. Check the spelling.\n",
    ],
    [["check", "--config", "."], "runbook: --config .: it is no file.\n"],
    [
      ["check", "--format", "json=no/such/folder.json"],
      "runbook: The report cannot be written to no/such/folder.json: there is no such file or folder. Check the spelling.\n",
    ],
    [["explain", "PM041x"], 'runbook: There is no rule "PM041x".'],
    [["lsp"], "runbook: The language server speaks over standard input and output only: add --stdio.\n"],
  ])("%j is one line, and exit code 2", async (args, expected) => {
    const { code, stdout, stderr } = await runbook(args, { cwd: project(GOOD) });
    expect(stderr).toContain(expected);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it("without a command shows the help", async () => {
    const { code, stderr } = await runbook([], { cwd: project({}) });
    expect(stderr).toContain("Usage: runbook");
    expect(code).toBe(2);
  });
});

describe("files that cannot be checked", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["a binary file", Uint8Array.of(0x23, 0x20, 0x00, 0x41), "it is a binary file, not Markdown."],
    ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x41, 0x00), "it is encoded as UTF-16. Save it as UTF-8."],
    ["broken UTF-8", Buffer.from([0x61, 0x62, 0xe4, 0x20]), "it is not valid UTF-8 (byte 3). Save it as UTF-8."],
    ["a cut-off character", Buffer.from([0x61, 0xe2, 0x82]), "it is not valid UTF-8 (byte 2)."],
    [
      "20 MB",
      "x\n".repeat(10_000_000),
      "it is 20.0 MB large, and the limit is 5.0 MB. Raise the limit with --max-file-size",
    ],
  ])("%s is said in one line, and the rest is checked", async (_, content, expected) => {
    const cwd = project({ ...GOOD, "runbooks/bad.md": content });
    const { code, stdout, stderr } = await runbook(["check"], { cwd });
    expect(stderr).toContain(`runbook: runbooks/bad.md: ${expected}`);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stdout).toContain("Checked 1 file (1 runbook)");
    expect(code).toBe(2);
  });

  it("may be larger on demand", async () => {
    const cwd = project({ "runbooks/big.md": `# Big\n\n${"word ".repeat(30)}\n` });
    expect((await runbook(["check", "--max-file-size", "100"], { cwd })).code).toBe(2);
    expect((await runbook(["check", "--max-file-size", "0.2kB", "--fail-on", "never"], { cwd })).code).toBe(0);
  });

  it("are paths that stand for nothing", async () => {
    const { code, stdout, stderr } = await runbook(["check", "gone.md", "*.nothing", "runbooks"], {
      cwd: project(GOOD),
    });
    expect(stderr).toBe(
      "runbook: gone.md: there is no such file or folder. Check the spelling.\n" +
        "runbook: *.nothing: no file matches this pattern.\n",
    );
    expect(stdout).toContain("Checked 1 file");
    expect(code).toBe(2);
  });

  it.skipIf(process.getuid === undefined || process.getuid() === 0)("are those one may not read", async () => {
    const cwd = project({ ...GOOD, "runbooks/closed.md": "# Closed\n" });
    chmodSync(path.join(cwd, "runbooks/closed.md"), 0);
    const { code, stderr } = await runbook(["check"], { cwd });
    expect(stderr).toContain("runbook: runbooks/closed.md: permission denied.");
    expect(code).toBe(2);
  });

  it("are said of standard input too", async () => {
    const { code, stderr } = await runbook(["check", "--stdin"], { cwd: project({}), stdin: Uint8Array.of(0, 1, 2) });
    expect(stderr).toContain("runbook: standard input: it is a binary file");
    expect(code).toBe(2);
  });
});

describe("documents that are hard to read", () => {
  it("broken front matter is a finding, and the rest is checked", async () => {
    const cwd = project({ "runbooks/a.md": "---\ntitle: [\n---\n\n# A\n\n[x](gone.md)\n" });
    const { code, stdout } = await runbook(["check", "--format", "json"], { cwd });
    const codes = JSON.parse(stdout).files[0].findings.map((finding: { code: string }) => finding.code);
    expect(codes).toEqual(expect.arrayContaining(["DOC022", "DOC028"]));
    expect(code).toBe(1);
  });

  it("an empty file and one of only blanks do no harm", async () => {
    const cwd = project({ "runbooks/a.md": "", "postmortems/b.md": " \n\t\n", "postmortems/c.md": "\uFEFF" });
    const { code, stderr } = await runbook(["check"], { cwd });
    expect(stderr).toBe("");
    expect([0, 1]).toContain(code);
  });

  it("nesting without end is a finding in no time", async () => {
    const cwd = project({ "runbooks/a.md": `# A\n\n${"> ".repeat(20_000)}x\n` });
    const { code, stdout } = await runbook(["check"], { cwd });
    expect(stdout).toContain("DOC000");
    expect(code).toBe(1);
  });
});

describe("an invalid configuration", () => {
  const bad = { ...GOOD, ".runbookrc.yaml": "rules:\n  DOC022: loud\n  DOC011: off\n" };
  const line =
    'runbook: .runbookrc.yaml:2:11: `rules.DOC022` is "loud", which is no severity. Write one of off, hint, information, warning, error, or a mapping of `severity` and `options`.\n';

  it("is said with its place, is exit code 2, and the documents are checked", async () => {
    const { code, stdout, stderr } = await runbook(["check"], { cwd: project(bad) });
    expect(stderr).toBe(line);
    expect(stdout).toContain("1 runbook");
    expect(code).toBe(2);
  });

  it("is in the JSON report too", async () => {
    const { stdout } = await runbook(["check", "--format", "json"], { cwd: project(bad) });
    expect(JSON.parse(stdout).files[0]).toMatchObject({
      path: ".runbookrc.yaml",
      kind: "configuration",
      findings: [{ code: "CF001", line: 2, column: 11, endLine: 2, endColumn: 15 }],
    });
  });

  it("can be checked by itself, and is not reported twice", async () => {
    const { code, stdout, stderr } = await runbook(["check", ".runbookrc.yaml", "runbooks"], { cwd: project(bad) });
    expect(stderr).toBe(line);
    expect(stdout).toContain("1 configuration");
    expect(code).toBe(2);
  });

  it("is passed over with --no-config, and replaced with --config", async () => {
    const cwd = project({ ...bad, "ci.json": onlyRules({ DOC022: "error" }), "runbooks/b.md": "[x](gone.md)\n" });
    const none = await runbook(["check", "--no-config"], { cwd });
    expect([none.stderr, none.code]).toEqual(["", 1]);
    const other = await runbook(["check", "--config", "ci.json"], { cwd });
    expect(other.stdout).toContain("1 finding: 1 error.");
    expect(other.code).toBe(1);
  });

  it("is said when it was named, even with nothing to check", async () => {
    const cwd = project({ "ci.yaml": "timeZone: Mars\n", "empty/.gitkeep": "" });
    const { code, stderr } = await runbook(["check", "--config", "ci.yaml", "empty"], { cwd });
    expect(stderr).toContain('runbook: ci.yaml:1:11: `timeZone` is "Mars"');
    expect(code).toBe(2);
  });

  it("with a misspelt setting is a warning that names what was meant", async () => {
    const cwd = project({ ...GOOD, ".runbookrc.yaml": "rulez: {}\n" });
    const { code, stdout } = await runbook(["check"], { cwd });
    expect(stdout).toContain(".runbookrc.yaml:1:1: warning CF002 unknown-setting\n");
    expect(stdout).toContain("Did you mean `rules`?");
    expect(code).toBe(1);
  });
});

describe.skipIf(process.platform === "win32")("files that are no files", () => {
  it("devices and pipes are named and not read, and the rest is checked", async () => {
    const cwd = project(GOOD);
    symlinkSync("/dev/zero", path.join(cwd, "runbooks", "zero.md"));
    symlinkSync("/dev/zero", path.join(cwd, ".runbookignore"));
    const { code, stdout, stderr } = await runbook(["check", "."], { cwd });
    expect(stderr).toContain(
      "runbooks/zero.md: it is a device, a pipe or a socket, not a file. Delete it, or leave it out with .runbookignore.",
    );
    expect(stdout).toContain("Checked 1 file (1 runbook)");
    expect(code).toBe(2);
  });

  it("a configuration is not read through a link to a file of another kind", async () => {
    const cwd = project({ ...GOOD, "secret.txt": "password: hunter2\n" });
    symlinkSync("secret.txt", path.join(cwd, ".runbookrc.yaml"));
    const { code, stdout, stderr } = await runbook(["check", "."], { cwd });
    expect(`${stdout}${stderr}`).not.toContain("hunter2");
    expect(stderr).toContain(".runbookrc.yaml");
    expect(code).toBe(2);
  });
});
