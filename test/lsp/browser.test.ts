import { readFileSync } from "node:fs";
import vm from "node:vm";
import { describe, expect, inject, it } from "vitest";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

interface WorkerScope extends Record<string, unknown> {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}

/** A worker as a browser makes it, as far as the server may look: nothing of Node is there. */
function startWorker(): {
  send(message: object): void;
  receive(fits: (message: Message) => boolean): Promise<Message>;
} {
  const received: Message[] = [];
  const waiting = new Set<() => void>();
  const scope: WorkerScope = {
    onmessage: null,
    console,
    queueMicrotask,
    setTimeout,
    clearTimeout,
    TextEncoder,
    TextDecoder,
    addEventListener() {
      // Only for errors of the port, which has none here.
    },
    postMessage(message: Message) {
      received.push(structuredClone(message));
      for (const look of [...waiting]) look();
    },
  };
  vm.runInNewContext(readFileSync(inject("workerPath"), "utf8"), scope);
  return {
    send(message) {
      // The message belongs to the other realm, as in a browser: a copy of its own.
      scope.onmessage?.({ data: structuredClone({ jsonrpc: "2.0", ...message }) });
    },
    receive: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const index = received.findIndex(fits);
          const [message] = index < 0 ? [] : received.splice(index, 1);
          if (message === undefined) return;
          waiting.delete(look);
          resolve(message);
        };
        waiting.add(look);
        look();
      }),
  };
}

describe("the server in a web worker", () => {
  it("checks a document, and asks the client for the files around it", async () => {
    const uri = "vscode-vfs://github/acme/ops/runbooks/restart.md";
    const worker = startWorker();
    worker.send({
      id: 1,
      method: "initialize",
      params: {
        processId: null,
        rootUri: "vscode-vfs://github/acme/ops",
        capabilities: { textDocument: { diagnostic: {} } },
      },
    });
    expect(await worker.receive(({ id }) => id === 1)).toMatchObject({
      result: { capabilities: { hoverProvider: true } },
    });
    worker.send({ method: "initialized", params: {} });
    const text = "# Restart\n\n## Steps\n\n1. Look at [the list](list.md)\n";
    worker.send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri, languageId: "markdown", version: 1, text } },
    });
    worker.send({ id: 2, method: "textDocument/diagnostic", params: { textDocument: { uri } } });

    const asked: unknown[] = [];
    const answer = worker.receive(({ id, method }) => id === 2 && method === undefined);
    const serve = async (): Promise<void> => {
      for (;;) {
        const request = await worker.receive(({ method }) => method?.startsWith("runbook/fs/") === true);
        asked.push(request.params);
        worker.send({ id: request.id, result: request.method === "runbook/fs/read" ? null : false });
      }
    };
    void serve();
    expect(JSON.stringify((await answer).result)).toContain("DOC022");
    expect(asked).toContainEqual({ uri: "vscode-vfs://github/acme/ops/runbooks/list.md" });
    expect(asked).toContainEqual({ uri: "vscode-vfs://github/acme/ops/runbooks/.runbookrc.yaml" });
  });
});
