import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { onlyRules, project, runbook } from "./support/runbook.ts";

const RUNBOOK = `# Restart the gateway

## Steps

1. Read the [notes](notes.md), then restart:

   \`\`\`bash
   kubectl rollout restart deploy/gateway —timeout=2m
   \`\`\`
`;

const files = {
  ".runbookrc.json": onlyRules({ DOC022: "warning", ST007: "error" }),
  "README.md": "# About\n",
  "runbooks/gateway.md": RUNBOOK,
};

describe("the text report", () => {
  it("shows each finding with its place, its line and its fix, and the numbers at the end", async () => {
    const { code, stdout, stderr } = await runbook(["check"], { cwd: project(files) });
    expect(stderr).toBe("");
    expect(stdout).toMatchInlineSnapshot(`
      "runbooks/gateway.md:5:21: warning DOC022 broken-link
        The link leads nowhere: seen from the folder of this document, there is no
        file "notes.md".
        5 | 1. Read the [notes](notes.md), then restart:
          |                     ^^^^^^^^

      runbooks/gateway.md:8:43: error ST007 smart-punctuation
        The command "kubectl rollout restart deploy/gateway —timeout=2m" holds "—",
        which the shell does not read as an option.
        8 |    kubectl rollout restart deploy/gateway —timeout=2m
          |                                           ^
        fix: Put plain characters in (by --fix)

        1 DOC022 broken-link
        1 ST007  smart-punctuation

      Checked 2 files (1 runbook, 1 other) in 0.00 s.
      2 findings: 1 error, 1 warning. 1 can be fixed with --fix.
      "
    `);
    expect(code).toBe(1);
  });

  it("says that all is well", async () => {
    const cwd = project({ ...files, "runbooks/notes.md": "# Notes\n" });
    const { code, stdout } = await runbook(["check", "runbooks/notes.md"], { cwd });
    expect(stdout).toBe("Checked 1 file (1 runbook) in 0.00 s.\nNo findings.\n");
    expect(code).toBe(0);
  });

  it("says that nothing was ours", async () => {
    const { code, stdout } = await runbook(["check", "README.md"], { cwd: project(files) });
    expect(stdout).toContain("No runbook or postmortem among them");
    expect(code).toBe(0);
  });

  it("is coloured on demand and never otherwise", async () => {
    const cwd = project(files);
    const sequence = "\u001B[";
    const colored = async (args: string[], env: Record<string, string> = {}) =>
      (await runbook(["check", ...args], { cwd, env })).stdout.includes(sequence);
    expect(await colored([])).toBe(false);
    expect(await colored(["--color"])).toBe(true);
    expect(await colored([], { FORCE_COLOR: "1" })).toBe(true);
    expect(await colored([], { FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
    expect(await colored(["--no-color"], { FORCE_COLOR: "1" })).toBe(false);
  });

  it("leaves out the summary with --quiet, and all but the summary with --statistics", async () => {
    const cwd = project(files);
    const quiet = await runbook(["check", "--quiet"], { cwd });
    expect(quiet.stdout).toContain("DOC022");
    expect(quiet.stdout).not.toContain("Checked");
    const statistics = await runbook(["check", "--statistics"], { cwd });
    expect(statistics.stdout).toBe(
      "  1 DOC022 broken-link\n  1 ST007  smart-punctuation\n\nChecked 2 files (1 runbook, 1 other) in 0.00 s.\n" +
        "2 findings: 1 error, 1 warning. 1 can be fixed with --fix.\n",
    );
  });

  it("lets no document move the cursor or hide text", async () => {
    const cwd = project({
      ...files,
      "runbooks/gateway.md": "# A\n\n\u001B[2J\u202E [x](gone.md)\n",
    });
    const { stdout } = await runbook(["check"], { cwd });
    expect(stdout).not.toContain("\u001B");
    expect(stdout).toContain("  3 | ␛[2J<U+202E> [x](gone.md)\n");
  });

  it("puts the marker right below tabs, wide characters and accents, with any line break", async () => {
    const text = "# A\r\n\r\n- 日本語 e\u0301👩‍👩‍👧 [x](gone.md)\r\n\t- a\tb [y](gone2.md)\r\n";
    const { stdout } = await runbook(["check", "--quiet"], { cwd: project({ ...files, "runbooks/gateway.md": text }) });
    expect(stdout).toContain("  3 | - 日本語 e\u0301👩‍👩‍👧 [x](gone.md)\n    |                  ^^^^^^^\n");
    expect(stdout).toContain("  4 |     - a b [y](gone2.md)\n    |               ^^^^^^^^\n");
  });

  it("cuts long lines around the place", async () => {
    const text = `# A\n\n${"word ".repeat(200)}[x](gone.md)${" word".repeat(200)}\n`;
    const { stdout } = await runbook(["check", "--quiet"], { cwd: project({ ...files, "runbooks/gateway.md": text }) });
    const lines = stdout.split("\n");
    const line = lines.find((one) => one.includes("[x](gone.md)")) ?? "";
    const marker = lines[lines.indexOf(line) + 1] ?? "";
    expect(line.length).toBeLessThanOrEqual(80);
    expect(line.slice(marker.indexOf("^"), marker.lastIndexOf("^") + 1)).toBe("gone.md");
  });
});

describe("the JSON report", () => {
  it("has 1-based UTF-16 places for every file, and the numbers", async () => {
    const { code, stdout } = await runbook(["check", "--format", "json"], { cwd: project(files) });
    const report = JSON.parse(stdout);
    expect(report.summary.durationMs).toBeTypeOf("number");
    delete report.summary.durationMs;
    expect(report).toEqual({
      version: 1,
      files: [
        { path: "README.md", kind: "other", findings: [] },
        {
          path: "runbooks/gateway.md",
          kind: "runbook",
          findings: [
            {
              ...{ code: "DOC022", name: "broken-link", severity: "warning", fix: "none" },
              ...{ line: 5, column: 21, endLine: 5, endColumn: 29 },
              message: expect.stringContaining("notes.md"),
            },
            {
              ...{ code: "ST007", name: "smart-punctuation", severity: "error", fix: "safe" },
              ...{ line: 8, column: 43, endLine: 8, endColumn: 44 },
              message: expect.stringContaining("—timeout=2m"),
            },
          ],
        },
      ],
      summary: {
        files: 2,
        byKind: { runbook: 1, other: 1 },
        findings: 2,
        byRule: { DOC022: 1, ST007: 1 },
        bySeverity: { error: 1, warning: 1, information: 0, hint: 0 },
        fixable: 1,
        fixed: 0,
      },
    });
    expect(code).toBe(1);
  });

  it("goes to a file beside the text on standard output", async () => {
    const cwd = project(files);
    const { stdout } = await runbook(["check", "--format", "json=report.json", "--format", "text"], { cwd });
    expect(stdout).toContain("Checked 2 files");
    expect(JSON.parse(readFileSync(path.join(cwd, "report.json"), "utf8")).summary.findings).toBe(2);
  });
});

describe("the exit code", () => {
  it.each([
    [["--fail-on", "error"], 1],
    [["--fail-on", "hint"], 1],
    [["--fail-on", "never"], 0],
    [["--max-warnings", "0", "--fail-on", "never"], 1],
    [["--max-warnings", "1", "--fail-on", "never"], 0],
  ])("with an error and a warning and %j is %i", async (args, expected) => {
    expect((await runbook(["check", ...args], { cwd: project(files) })).code).toBe(expected);
  });

  it.each([
    [[], 1],
    [["--fail-on", "error"], 0],
    [["--max-warnings", "1"], 0],
    [["--max-warnings", "0"], 1],
  ])("with a warning only and %j is %i", async (args, expected) => {
    const cwd = project({ ...files, ".runbookrc.json": onlyRules({ DOC022: "warning" }) });
    expect((await runbook(["check", ...args], { cwd })).code).toBe(expected);
  });

  it.each([
    ["information", 0],
    ["hint", 0],
  ])("with %s only is 0 by default, and 1 with --fail-on", async (severity) => {
    const cwd = project({ ...files, ".runbookrc.json": onlyRules({ DOC022: severity }) });
    expect((await runbook(["check"], { cwd })).code).toBe(0);
    expect((await runbook(["check", "--fail-on", severity], { cwd })).code).toBe(1);
  });
});

describe("standard input", () => {
  it("is checked as the file it is said to be", async () => {
    const args = ["check", "--stdin", "--stdin-filename", "runbooks/new.md", "--quiet"];
    const { code, stdout } = await runbook(args, { cwd: project(files), stdin: RUNBOOK });
    expect(stdout).toContain("runbooks/new.md:8:43: error ST007");
    expect(code).toBe(1);
  });

  it("comes back fixed with --fix, and the report goes to standard error", async () => {
    const args = ["check", "--fix", "--stdin-filename", "runbooks/new.md", "-"];
    const { code, stdout, stderr } = await runbook(args, { cwd: project(files), stdin: `\uFEFF${RUNBOOK}` });
    expect(stdout).toBe(`\uFEFF${RUNBOOK.replace("—", "--")}`);
    expect(stderr).toContain("DOC022");
    expect(code).toBe(1);
  });
});

it("gives the same report twice", async () => {
  const cwd = project(files);
  const runs = await Promise.all([1, 2].map(() => runbook(["check"], { cwd })));
  expect(runs[0]).toEqual(runs[1]);
});

describe("a secret in a document", () => {
  it("is not printed again, not even in the frame of another finding on its line", async () => {
    const cwd = project({
      "runbooks/rotate.md": "# Rotate\n\n## Steps\n\n1. TODO: log in with `password=tR7vQ2mZx9Lk`\n",
      ".runbookrc.json": onlyRules({ DOC025: "warning", DOC011: "warning" }),
    });
    const { stdout, code } = await runbook(["check", "."], { cwd });
    expect(stdout).toContain("DOC025");
    expect(stdout).toContain("password=************");
    expect(stdout).not.toContain("tR7vQ2mZx9Lk");
    expect(code).toBe(1);
  });
});
