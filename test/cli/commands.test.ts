import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { onlyRules, project, runbook } from "./support/runbook.ts";

const root = path.join(import.meta.dirname, "..", "..");

describe("list", () => {
  const files = {
    "runbooks/mail.md": "# Mail is down\n",
    "docs/a.md": "---\nkind: postmortem\n---\n\n# Mail stopped\n",
    "docs/b.md": "# Notes\n",
    "runbooks/template.md": "---\nkind: runbook\n---\n",
  };

  it("shows kind, path, what told it, and title", async () => {
    const { code, stdout } = await runbook(["list"], { cwd: project(files) });
    expect(stdout).toBe(
      "postmortem        docs/a.md             by front matter  Mail stopped\n" +
        "runbook           runbooks/mail.md      by folder        Mail is down\n" +
        "runbook template  runbooks/template.md  by front matter\n",
    );
    expect(code).toBe(0);
  });

  it("gives JSON, and other files on demand", async () => {
    const { stdout } = await runbook(["list", "--json", "--all", "docs"], { cwd: project(files) });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      documents: [
        { path: "docs/a.md", kind: "postmortem", evidence: "front matter", isTemplate: false, title: "Mail stopped" },
        { path: "docs/b.md", kind: "other", evidence: "none", isTemplate: false, title: "Notes" },
      ],
    });
  });

  it("gives the computed times of postmortems", async () => {
    const text =
      "# Outage\n\n**Started**: 2025-01-31 14:02 UTC\n\n## Timeline (UTC)\n\n- 14:41 Detected\n- 15:07 Resolved\n";
    const { stdout } = await runbook(["list", "--json"], { cwd: project({ "postmortems/a.md": text }) });
    const { documents } = JSON.parse(stdout) as { documents: readonly { times?: unknown }[] };
    expect(documents.map(({ times }) => times)).toEqual([
      {
        started: { at: "2025-01-31T14:02", zone: "UTC", source: "field", line: 3 },
        detected: { at: "2025-01-31T14:41", zone: "UTC", source: "timeline", line: 7 },
        resolved: { at: "2025-01-31T15:07", zone: "UTC", source: "timeline", line: 8 },
        timeToDetect: { duration: "PT39M", minutes: 39 },
        timeToRestore: { duration: "PT1H5M", minutes: 65 },
        timeline: { duration: "PT26M", minutes: 26 },
      },
    ]);
  });

  it("says when there is none", async () => {
    const { stdout, stderr } = await runbook(["list"], { cwd: project({ "x.md": "" }) });
    expect(stdout).toBe("");
    expect(stderr).toContain("no runbook or postmortem found in 1 Markdown file.");
  });
});

describe("a record of a run", () => {
  const runbookWith = (command: string) =>
    `# Mail is down\n\n## Steps\n\n1. Look:\n\n   \`\`\`sh {name=look}\n   ${command}\n   \`\`\`\n`;
  const found = async (cwd: string): Promise<readonly string[]> => {
    const { stdout } = await runbook(["check", "--format", "json"], { cwd });
    const { files } = JSON.parse(stdout) as { files: readonly { findings: readonly { message: string }[] }[] };
    return files.flatMap(({ findings }) => findings.map(({ message }) => message));
  };

  it("makes `check` tell of a step that was changed since it last succeeded", async () => {
    const file = "runbooks/mail.md";
    const cwd = project({ ".runbookrc.json": onlyRules({ ST022: "warning" }), [file]: runbookWith("true") });
    expect(await found(cwd)).toEqual([]);
    expect((await runbook(["run", file, "--yes", "write"], { cwd })).code).toBe(0);
    expect(await found(cwd)).toEqual([]);
    writeFileSync(path.join(cwd, file), runbookWith("true now"));
    expect(await found(cwd)).toEqual([
      expect.stringMatching(
        /^The step "Look:" was changed since it last succeeded on \d{4}-\d\d-\d\d\. Rehearse it\.$/,
      ),
    ]);
  });
});

describe("explain", () => {
  it("tells of a rule by code and by name, in any case", async () => {
    const cwd = project({});
    const byCode = await runbook(["explain", "pm014"], { cwd });
    const byName = await runbook(["explain", "timeline-goes-back"], { cwd });
    expect(byCode.stdout).toBe(byName.stdout);
    expect(byCode.stdout).toContain("PM014 timeline-goes-back\n");
    expect(byCode.stdout).toContain("<!-- runbook-disable-next-line timeline-goes-back -- reason -->");
    expect(byCode.stdout.split("\n").every((line) => line.length <= 120)).toBe(true);
  });

  it("knows the rules of configuration files", async () => {
    expect((await runbook(["explain", "CF001"], { cwd: project({}) })).stdout).toContain("CF001 invalid-configuration");
  });

  it("lists all rules", async () => {
    const { stdout } = await runbook(["explain"], { cwd: project({}) });
    expect(stdout).toMatch(/^DOC003 {2}missing-section +warning$/m);
  });

  it("names the rule that was meant", async () => {
    const { code, stderr } = await runbook(["explain", "timeline-goes-bak"], { cwd: project({}) });
    expect(stderr).toContain("Did you mean timeline-goes-back?");
    expect(code).toBe(2);
  });
});

describe("config", () => {
  it("init writes a file that is valid, and never over another", async () => {
    const cwd = project({});
    expect((await runbook(["config", "init"], { cwd })).code).toBe(0);
    const text = readFileSync(path.join(cwd, ".runbookrc.yaml"), "utf8");
    expect((await runbook(["check", ".runbookrc.yaml"], { cwd })).code).toBe(0);
    const again = await runbook(["config", "init"], { cwd });
    expect(again.stderr).toBe("runbook: .runbookrc.yaml is already there; it was left as it is.\n");
    expect(again.code).toBe(2);
    expect(readFileSync(path.join(cwd, ".runbookrc.yaml"), "utf8")).toBe(text);
  });

  it("print shows what holds for a folder and where it comes from", async () => {
    const cwd = project({ ".runbookrc.yaml": "rules: {DOC022: off}\ntimeZone: UTC\n", "docs/x.md": "" });
    const { stdout } = await runbook(["config", "print", "docs"], { cwd });
    expect(stdout).toContain("# from .runbookrc.yaml\n");
    expect(stdout).toContain("timeZone: UTC # .runbookrc.yaml:2\n");
    expect(stdout).toContain("  broken-link: off # .runbookrc.yaml:1\n");
    expect(stdout).toContain("  missing-section: warning\n");
    const json = JSON.parse((await runbook(["config", "print", "--json"], { cwd })).stdout);
    expect(json).toMatchObject({
      source: ".runbookrc.yaml",
      rules: { "broken-link": "off", "missing-section": "warning" },
      sections: { postmortem: { summary: "required" } },
      origins: { timeZone: ".runbookrc.yaml:2", "rules.broken-link": ".runbookrc.yaml:1" },
    });
  });

  it("print names presets, extended files and overrides", async () => {
    const cwd = project({
      ".runbookrc.yaml":
        "extends: [google-sre, lib/base.runbookrc.yaml]\noverrides:\n  - files: [alerts/]\n    extends: alert-runbook\n    timeZone: Asia/Tokyo\n",
      "lib/base.runbookrc.yaml": "timeZone: UTC\ntickets:\n  - T\\d+\n",
    });
    const printed = async (path: string) => (await runbook(["config", "print", path], { cwd })).stdout;
    const plain = await printed("docs/x.md");
    expect(plain).toContain("timeZone: UTC # lib/base.runbookrc.yaml:1\n");
    expect(plain).toContain("tickets: [T\\d+] # lib/base.runbookrc.yaml:3\n");
    expect(plain).toContain("    detection: required # preset google-sre\n");
    const alert = await printed("alerts/x.md");
    expect(alert).toContain("timeZone: Asia/Tokyo # .runbookrc.yaml:5\n");
    expect(alert).toContain("    diagnosis: required # preset alert-runbook\n");
    expect(await printed("alerts")).toBe(alert);
    expect(await printed(".")).toBe(plain);
  });

  it("print shows problems and exits with 2 when something does not hold", async () => {
    const cwd = project({ ".runbookrc.yaml": "extends: gogle-sre\n" });
    const { code, stderr, stdout } = await runbook(["config", "print"], { cwd });
    expect(stderr).toContain("runbook: .runbookrc.yaml: `gogle-sre` is no preset and no .yaml, .yml or .json file.");
    expect(stdout).toContain("# from .runbookrc.yaml\n");
    expect(code).toBe(2);
  });

  it("presets and overrides hold for check", async () => {
    const cwd = project({
      ".runbookrc.yaml": "overrides:\n  - files: [incidents/small/]\n    extends: minimal\n",
      "incidents/a.md": "# Mail on 2025-01-31\n\n## Summary\n\nMail stopped.\n\n## Root cause\n\nA disk.\n",
      "incidents/small/a.md": "# Mail on 2025-01-31\n\n## Summary\n\nMail stopped.\n\n## Root cause\n\nA disk.\n",
    });
    const { stdout } = await runbook(["check", "--format", "json"], { cwd });
    const files: { path: string; findings: { code: string; message: string }[] }[] = JSON.parse(stdout).files;
    const missing = files.map(({ path, findings }) => [path, findings.find(({ code }) => code === "DOC003")?.message]);
    expect(Object.fromEntries(missing)).toEqual({
      "incidents/a.md": expect.stringContaining("Impact, Timeline, Restoration, Action items"),
      "incidents/small/a.md": expect.stringContaining("a section that readers look for: Action items."),
    });
  });

  it("print of a file is what holds for that file", async () => {
    const cwd = project({ "a/.runbookrc.yaml": "timeZone: UTC\n", "a/x.md": "" });
    expect((await runbook(["config", "print", "a/x.md"], { cwd })).stdout).toContain("# from a/.runbookrc.yaml\n");
  });

  it("documentation shows one that holds", async () => {
    const page = readFileSync(path.join(root, "docs/configuration.md"), "utf8");
    const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
    const cwd = project({ "a/.runbookrc.yaml": example, "shared/base.runbookrc.yaml": "timeZone: UTC\n" });
    const { code, stdout } = await runbook(["check", "a/.runbookrc.yaml", "--format", "json"], { cwd });
    expect(JSON.parse(stdout).files.flatMap(({ findings }: { findings: unknown[] }) => findings)).toEqual([]);
    expect(code).toBe(0);
  });

  it("schema is the file that editors are given", async () => {
    const { stdout } = await runbook(["config", "schema"], { cwd: project({}) });
    expect(stdout).toBe(readFileSync(path.join(root, "docs/runbookrc.schema.json"), "utf8"));
  });
});

describe("the command itself", () => {
  it("tells its version", async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    expect((await runbook(["--version"], { cwd: project({}) })).stdout).toBe(`${version}\n`);
  });

  it.each([[["--help"]], [["help"]], [["check", "--help"]], [["help", "check"]], [["config", "--help"]]])(
    "helps on %j, in 80 columns",
    async (args) => {
      const { code, stdout } = await runbook(args, { cwd: project({}) });
      expect(stdout).toContain("Usage: runbook");
      expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
      expect(code).toBe(0);
    },
  );

  it("survives a reader that goes away", async () => {
    const cwd = project(
      Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`runbooks/${i}.md`, "[x](gone.md)\n"])),
    );
    const child = spawn(process.execPath, [inject("cliPath"), "check", "--format", "json"], { cwd });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += String(chunk);
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const [code] = await once(child, "close");
    expect(stderr).toBe("");
    expect(code).toBe(1);
  });
});
