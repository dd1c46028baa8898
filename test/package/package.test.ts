import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..", "..");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "incident-runbooks-package-"));
  execFileSync(process.execPath, ["esbuild.mjs"], { cwd: root });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** npm hands its own settings down to scripts as variables; a nested npm must not take them for its own. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

function npm(args: readonly string[], cwd: string): string {
  const command = process.platform === "win32" ? "npm.cmd" : "npm";
  return execFileSync(command, args, { cwd, encoding: "utf8", env: environment, stdio: ["ignore", "pipe", "ignore"] });
}

const kilobytes = (file: string): number => statSync(path.join(root, file)).size / 1024;

describe("the npm package", () => {
  it("installs from its tarball and checks a document", () => {
    const tarball = npm(["pack", "--silent", "--pack-destination", folder], root).trim().split("\n").at(-1) ?? "";
    const project = mkdtempSync(path.join(folder, "project-"));
    writeFileSync(path.join(project, "package.json"), JSON.stringify({ private: true }));
    npm(["install", "--offline", "--no-audit", "--no-fund", path.join(folder, tarball)], project);

    const careless = readFileSync(path.join(root, "samples/postmortems/message-delivery-outage-careless.md"), "utf8");
    writeFileSync(path.join(project, "outage.postmortem.md"), careless);
    const runbook = path.join(project, "node_modules", ".bin", "runbook");
    const { stdout, status } = spawnSync(runbook, ["check", "--format", "json", "outage.postmortem.md"], {
      cwd: project,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    const codes = new Set<string>(JSON.parse(stdout).files[0].findings.map(({ code }: { code: string }) => code));
    expect(status).toBe(1);
    expect([...codes].sort()).toEqual(expect.arrayContaining(["DOC003", "DOC011", "PM022", "PM030", "PM051"]));
  });
});

describe("the extension's package", () => {
  it("is a vsix under 1.5 MB that holds what it runs and nothing else", () => {
    const vsix = path.join(folder, "extension.vsix");
    const vsce = path.join(root, "node_modules", "@vscode", "vsce", "vsce");
    execFileSync(process.execPath, [vsce, "package", "--no-dependencies", "--out", vsix], {
      cwd: root,
      env: environment,
    });
    expect(statSync(vsix).size).toBeLessThan(1.5 * 1024 * 1024);

    const listed = execFileSync(process.execPath, [vsce, "ls", "--no-dependencies"], { cwd: root, encoding: "utf8" });
    expect(listed.trim().split("\n").sort()).toMatchSnapshot();
  });
});

describe("the bundles", () => {
  // Budgets in kB: a third above what they weigh today, so that a library that slips in is noticed.
  it.each([
    ["dist/extension.node.js", 700],
    ["dist/extension.browser.js", 700],
    ["dist/server.node.js", 1500],
    ["dist/server.browser.js", 1500],
    ["dist/engine.node.js", 1300],
    ["dist/cli.js", 1900],
  ])("%s weighs at most %i kB", (file, budget) => {
    expect(kilobytes(file)).toBeLessThanOrEqual(budget);
  });

  it.each(["dist/extension.browser.js", "dist/server.browser.js"])("%s needs no Node", (file) => {
    const required = readFileSync(path.join(root, file), "utf8").matchAll(/\brequire\("([^"]+)"\)/g);
    expect([...required].map(([, name]) => name).filter((name) => name !== "vscode")).toEqual([]);
  });
});
