import { execFileSync, spawn } from "node:child_process";
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import {
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { URI } from "vscode-uri";

/** A finding as both doors tell it: 0-based UTF-16 places. */
interface Told {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: string;
}

interface JsonFinding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const root = path.join(import.meta.dirname, "..", "..");
const corpus = path.resolve(root, process.env.RUNBOOK_CORPUS ?? "../shared/corpus");
const SEVERITIES = ["error", "warning", "information", "hint"];

let connection: ProtocolConnection;
let stop: () => void;

/** The server as any editor starts it. */
beforeAll(async () => {
  const server = spawn(process.execPath, [inject("cliPath"), "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  stop = () => {
    connection.dispose();
    server.kill();
  };
  connection.onRequest("workspace/configuration", () => [null]);
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification("initialized", {});
});
afterAll(() => stop());

async function byServer(file: string): Promise<Told[]> {
  const uri = URI.file(file).toString();
  // As VS Code does: the text without what makes it bytes, the byte order mark kept as the first character.
  const text = readFileSync(file, "utf8");
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "markdown", version: 1, text },
  });
  const report = await connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", {
    textDocument: { uri },
  });
  await connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  const items: readonly Diagnostic[] = report.kind === "full" ? report.items : [];
  return items.map(({ code, severity, message, range }) => ({
    code: String(code),
    severity: SEVERITIES[(severity ?? 0) - 1] ?? "none",
    message: typeof message === "string" ? message : "",
    range: `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`,
  }));
}

/** The command's findings by absolute path. */
function byCommand(files: readonly string[]): Promise<Map<string, Told[]>> {
  return new Promise((resolve, reject) => {
    const args = [inject("cliPath"), "check", "--format", "json", "--fail-on", "never", ...files];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", () => {
      const report: { files: { path: string; findings: JsonFinding[] }[] } = JSON.parse(
        Buffer.concat(chunks).toString("utf8"),
      );
      resolve(new Map(report.files.map((file) => [path.resolve(root, file.path), file.findings.map(toTold)])));
    });
  });
}

function toTold({ code, severity, message, line, column, endLine, endColumn }: JsonFinding): Told {
  return { code, severity, message, range: `${line - 1}:${column - 1}-${endLine - 1}:${endColumn - 1}` };
}

/** Compares file by file and names the files that differ, with what each door said. */
async function expectParity(files: readonly string[]): Promise<number> {
  const commanded = byCommand(files);
  const served = new Map<string, Told[]>();
  for (const file of files) served.set(file, await byServer(file));
  const said = await commanded;
  const differing = files.filter((file) => JSON.stringify(said.get(file)) !== JSON.stringify(served.get(file)));
  expect(
    differing.map((file) => ({ file: path.relative(root, file), command: said.get(file), server: served.get(file) })),
  ).toEqual([]);
  return [...served.values()].reduce((sum, findings) => sum + findings.length, 0);
}

function markdown(folder: string): string[] {
  return globSync("**/*.md", { cwd: folder })
    .map((file) => path.join(folder, file))
    .sort();
}

describe("editor and command line say the same", () => {
  it("of the samples", async () => {
    expect(await expectParity(markdown(path.join(root, "samples")))).toBeGreaterThan(10);
  });

  it("of a runbook with a record of a run", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "runbook-parity-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = path.join(folder, "runbooks", "mail.md");
    mkdirSync(path.join(folder, ".git"));
    mkdirSync(path.dirname(file));
    const text = "# Mail is down\n\n## Steps\n\n1. Look:\n\n   ```sh {name=look}\n   true\n   ```\n";
    writeFileSync(file, text);
    execFileSync(process.execPath, [inject("cliPath"), "run", file, "--yes", "write"], {
      cwd: folder,
      stdio: "ignore",
    });
    writeFileSync(file, text.replace("true", "true now"));
    expect((await byServer(file)).map(({ code }) => code)).toContain("ST022");
    await expectParity([file]);
  });

  it.skipIf(!existsSync(corpus))("of every document of the corpus (skipped where there is no corpus)", async () => {
    const files = markdown(corpus);
    expect(files.length).toBeGreaterThan(1000);
    expect(await expectParity(files)).toBeGreaterThan(1000);
  });
});
