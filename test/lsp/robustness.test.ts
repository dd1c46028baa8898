import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { CancellationTokenSource, type DocumentDiagnosticReport } from "vscode-languageserver-protocol/node";
import { startClient } from "./support/client.ts";

const VIRTUAL = "vscode-vfs://github/acme/ops/runbooks/restart.md";
const TEXT = "# Restart the gateway\n\n## Steps\n\n1. See [the dashboard](dashboard.md)\n";

describe("cancellation", () => {
  it("is answered with its error code at once, even while a file is waited for", async () => {
    const client = await startClient();
    const asked = new Promise<void>((resolve) => {
      client.connection.onRequest("runbook/fs/exists", () => {
        resolve();
        return new Promise(() => undefined);
      });
    });
    client.connection.onRequest("runbook/fs/read", () => null);
    const uri = await client.open(VIRTUAL, TEXT);
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } }, source.token);
    const caught = answer.catch((error: unknown) => error);
    await asked;
    // The next request is answered although the first hangs.
    await client.connection.sendRequest("textDocument/hover", {
      textDocument: { uri: client.uri("x.txt") },
      position: { line: 0, character: 0 },
    });
    source.cancel();
    expect(await caught).toMatchObject({ code: -32800 });
  });
});

describe("files that only the client can read", () => {
  it("are asked for, and what the client doesn't know is no finding", async () => {
    const client = await startClient();
    const known: Record<string, boolean | null> = { ".git": true, "dashboard.md": false };
    client.connection.onRequest("runbook/fs/read", () => null);
    client.connection.onRequest(
      "runbook/fs/exists",
      ({ uri }: { uri: string }) => known[uri.split("/").at(-1) ?? ""] ?? null,
    );
    const uri = await client.open(VIRTUAL, TEXT);
    const codes = (report: DocumentDiagnosticReport): unknown[] =>
      report.kind === "full" ? report.items.map(({ code }) => code) : [];
    expect(codes(await client.pull(uri))).toContain("DOC022");
    known["dashboard.md"] = null;
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 1 }] });
    expect(codes(await client.pull(uri))).not.toContain("DOC022");
  });

  it("are left alone when the client doesn't know the requests", async () => {
    const client = await startClient();
    expect((await client.pull(await client.open(VIRTUAL, TEXT))).kind).toBe("full");
    expect((await client.pull(await client.open("untitled:Untitled-1", TEXT))).kind).toBe("full");
  });
});

describe("nonsense", () => {
  it.each([
    ["textDocument/hover", {}],
    ["textDocument/completion", { textDocument: { uri: 5 }, position: "here" }],
    ["textDocument/codeAction", null],
    ["textDocument/diagnostic", { textDocument: null }],
    ["textDocument/diagnostic", { textDocument: { uri: "::not a uri" } }],
    ["runbook/documentInfo", {}],
    ["workspace/executeCommand", { command: "rm", arguments: ["-rf"] }],
    ["workspace/executeCommand", { command: "runbook.openRuleDocumentation", arguments: [{}] }],
    ["no/such/method", {}],
  ])("%s %j is answered with an error or nothing, and the server lives on", async (method, params) => {
    const client = await startClient();
    const answer: unknown = await client.connection.sendRequest(method, params).catch((error: unknown) => error);
    if (answer instanceof Error) expect(answer.message).not.toMatch(/\n\s+at /);
    await client.connection.sendNotification("textDocument/didChange", { textDocument: { uri: "x:y", version: 1 } });
    const uri = await client.open("runbooks/x.md", TEXT);
    expect((await client.pull(uri)).kind).toBe("full");
  });

  it("survives places outside the text", async () => {
    const client = await startClient();
    const uri = await client.open("runbooks/x.md", TEXT);
    const position = { line: 4000, character: 12 };
    for (const method of ["textDocument/hover", "textDocument/completion"]) {
      await client.connection.sendRequest(method, { textDocument: { uri }, position });
    }
    const range = { start: position, end: { line: 0, character: 0 } };
    await client.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
  });
});

describe("the end", () => {
  it("comes with exit, and 0 after a shutdown", async () => {
    const client = await startClient();
    await client.connection.sendRequest("shutdown");
    await client.connection.sendNotification("exit");
    expect(await once(client.server, "exit")).toEqual([0, null]);
  });

  it("comes when the client goes away without a word", async () => {
    const client = await startClient();
    const end = once(client.server, "exit");
    client.server.stdin?.destroy();
    expect(await end).toEqual([1, null]);
  });
});
