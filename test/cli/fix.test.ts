import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { onlyRules, project, runbook } from "./support/runbook.ts";

const step = (dash: string, end: string): string =>
  [
    "# Restart",
    "",
    "## Steps",
    "",
    "1. Restart:",
    "",
    "   ```bash",
    `   kubectl restart ${dash}timeout=2m`,
    "   ```",
    "",
  ].join(end);

const configuration = { ".runbookrc.json": onlyRules({ ST007: "error" }) };

describe("--fix", () => {
  it.each([
    ["LF", "\n", ""],
    ["CRLF and a byte order mark", "\r\n", "\uFEFF"],
  ])("mends what is safe and nothing else, with %s", async (_, end, bom) => {
    const cwd = project({ ...configuration, "runbooks/a.md": bom + step("—", end), "runbooks/b.md": step("--", end) });
    const { code, stdout } = await runbook(["check", "--fix"], { cwd });
    expect(readFileSync(path.join(cwd, "runbooks/a.md"), "utf8")).toBe(bom + step("--", end));
    expect(stdout).toContain("No findings. Fixed 1.\n");
    expect(code).toBe(0);
    expect(readdirSync(path.join(cwd, "runbooks"))).toEqual(["a.md", "b.md"]);

    const again = await runbook(["fix"], { cwd });
    expect(again.stdout).toContain("No findings.\n");
  });

  it("does not touch files without a fix", async () => {
    const cwd = project({ ...configuration, "runbooks/b.md": step("--", "\n") });
    const before = statSync(path.join(cwd, "runbooks/b.md"), { bigint: true });
    await runbook(["fix"], { cwd });
    const after = statSync(path.join(cwd, "runbooks/b.md"), { bigint: true });
    expect([after.mtimeNs, after.ino]).toEqual([before.mtimeNs, before.ino]);
  });

  it.skipIf(process.platform === "win32")("keeps permissions, and a link stays a link", async () => {
    const cwd = project({ ...configuration, "docs/a.md": step("—", "\n"), "runbooks/other.md": "# Other\n" });
    chmodSync(path.join(cwd, "docs/a.md"), 0o640);
    symlinkSync("../docs/a.md", path.join(cwd, "runbooks/link.md"));
    await runbook(["fix", "runbooks"], { cwd });
    expect(lstatSync(path.join(cwd, "runbooks/link.md")).isSymbolicLink()).toBe(true);
    expect(readFileSync(path.join(cwd, "docs/a.md"), "utf8")).toBe(step("--", "\n"));
    expect(statSync(path.join(cwd, "docs/a.md")).mode & 0o777).toBe(0o640);
  });

  it.skipIf(process.getuid === undefined || process.getuid() === 0)("says what cannot be written", async () => {
    const cwd = project({ ...configuration, "runbooks/a.md": step("—", "\n") });
    chmodSync(path.join(cwd, "runbooks"), 0o555);
    const { code, stderr } = await runbook(["fix"], { cwd });
    chmodSync(path.join(cwd, "runbooks"), 0o755);
    expect(stderr).toContain("runbook: runbooks/a.md: the fixes cannot be written: permission denied.");
    expect(code).toBe(2);
  });
});
