import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject, onTestFinished } from "vitest";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type DidOpenTextDocumentParams,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { URI } from "vscode-uri";

/** What VS Code announces, as far as the server looks at it. */
export const VSCODE: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedDocumentSupport: true },
    completion: { completionItem: { snippetSupport: true } },
  },
  workspace: {
    configuration: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  window: { showDocument: { support: true } },
};

/** An editor that talks to the built server over stdio, with a folder of its own on disk. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly server: ChildProcess;
  readonly folder: string;
  /** What the server published, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  /** Methods of the requests that the server sent. */
  readonly asked: readonly string[];
  readonly logged: readonly string[];
  /** The URI of a file in the folder. */
  uri(name: string): string;
  write(name: string, text: string): void;
  open(name: string, text: string, version?: number): Promise<string>;
  close(uri: string): Promise<void>;
  change(uri: string, version: number, text: string): Promise<void>;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** Waits until the server has done something; the test's own time limit ends it. */
  until<T>(read: () => T | undefined | false): Promise<T>;
}

/** How a client differs from VS Code. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly files?: Readonly<Record<string, string>>;
  /** The section `runbook` of the settings. */
  readonly settings?: () => unknown;
}

/**
 * Starts the server and does the handshake. The test's end stops both and removes the folder; give `atEnd` to keep one
 * client for a whole file.
 */
export async function startClient(
  options: ClientOptions = {},
  atEnd: (stop: () => void) => void = onTestFinished,
): Promise<Client> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "runbook-lsp-")));
  mkdirSync(path.join(folder, ".git"));
  const server = spawn(process.execPath, [inject("serverPath"), "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  atEnd(() => {
    connection.dispose();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const published: PublishDiagnosticsParams[] = [];
  const asked: string[] = [];
  const logged: string[] = [];
  const waiting = new Set<() => void>();
  const happened = (): void => {
    for (const look of waiting) look();
  };
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    published.push(params);
    happened();
  });
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
    logged.push(message);
    happened();
  });
  connection.onRequest("workspace/configuration", () => [options.settings?.() ?? null]);
  for (const method of ["workspace/diagnostic/refresh", "workspace/codeLens/refresh", "client/registerCapability"]) {
    connection.onRequest(method, () => {
      asked.push(method);
      happened();
      return null;
    });
  }
  connection.onRequest("window/showDocument", ({ uri }: { uri: string }) => {
    asked.push(uri);
    happened();
    return { success: true };
  });
  connection.listen();

  const write = (name: string, text: string): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const [name, text] of Object.entries(options.files ?? {})) write(name, text);

  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: URI.file(folder).toString(),
    capabilities: options.capabilities ?? VSCODE,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification("initialized", {});

  const uri = (name: string): string => URI.file(path.join(folder, name)).toString();
  return {
    ...{ connection, initialized, server, folder, published, asked, logged, uri, write },
    async open(name, text, version = 1) {
      const languageId = name.endsWith(".md") ? "markdown" : "yaml";
      const opened: DidOpenTextDocumentParams = {
        textDocument: { uri: name.includes(":") ? name : uri(name), languageId, version, text },
      };
      await connection.sendNotification("textDocument/didOpen", opened);
      return opened.textDocument.uri;
    },
    close: (target) => connection.sendNotification("textDocument/didClose", { textDocument: { uri: target } }),
    change: (target, version, text) =>
      connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: target, version },
        contentChanges: [{ text }],
      }),
    pull: (target, previousResultId) =>
      connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", {
        textDocument: { uri: target },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      }),
    until: (read) =>
      new Promise((resolve) => {
        const look = (): void => {
          const value = read();
          if (value === undefined || value === false) return;
          waiting.delete(look);
          resolve(value);
        };
        waiting.add(look);
        look();
      }),
  };
}
