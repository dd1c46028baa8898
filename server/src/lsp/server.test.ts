import { PassThrough } from "node:stream";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { createProtocolConnection, type ProtocolConnection } from "vscode-languageserver-protocol/node";
import { createChecker } from "../workspace/checker.ts";
import { createMemoryWorkspace } from "../workspace/memory-workspace.ts";
import { startServer } from "./server.ts";

interface Server {
  readonly client: ProtocolConnection;
  /** Texts that were checked, in order. */
  readonly checked: readonly string[];
}

/** A server and a client in one process, on a workspace in memory. `broken` texts make the checker fail. */
async function connect(broken?: string): Promise<Server> {
  const up = new PassThrough();
  const down = new PassThrough();
  const checked: string[] = [];
  startServer(createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down)), {
    files: createMemoryWorkspace(),
    today: () => "2026-01-01",
    createChecker(host) {
      const checker = createChecker(host);
      return {
        ...checker,
        async check(uri, text) {
          checked.push(text);
          if (text === broken) throw new Error("the checker broke");
          return checker.check(uri, text);
        },
      };
    },
  });
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  onTestFinished(() => client.dispose());
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  return { client, checked };
}

const URI = "file:///repo/runbooks/restart.md";
const PLACE = { textDocument: { uri: URI }, position: { line: 0, character: 3 } };

function open(client: ProtocolConnection, text: string): Promise<void> {
  return client.sendNotification("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "markdown", version: 1, text },
  });
}

describe("the server", () => {
  it("checks a version once, however many features ask, and a new one once more", async () => {
    const { client, checked } = await connect();
    await open(client, "# One\n");
    const askAll = (): Promise<unknown> =>
      Promise.all([
        client.sendRequest("textDocument/diagnostic", PLACE),
        client.sendRequest("textDocument/hover", PLACE),
        client.sendRequest("textDocument/codeLens", PLACE),
        client.sendRequest("textDocument/completion", PLACE),
        client.sendRequest("textDocument/codeAction", {
          ...PLACE,
          range: { start: PLACE.position, end: PLACE.position },
          context: { diagnostics: [] },
        }),
      ]);
    await askAll();
    await askAll();
    expect(checked).toEqual(["# One\n"]);
    await client.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: "# Two\n" }],
    });
    await askAll();
    expect(checked).toEqual(["# One\n", "# Two\n"]);
  });

  it("answers a failure of its own with an error, logs it, and lives on", async () => {
    const { client } = await connect("# Broken\n");
    const logged: string[] = [];
    client.onNotification("window/logMessage", ({ message }: { message: string }) => {
      logged.push(message);
    });
    await open(client, "# Broken\n");
    await expect(client.sendRequest("textDocument/diagnostic", PLACE)).rejects.toMatchObject({
      code: -32603,
      message: "textDocument/diagnostic failed: the checker broke. The server's log has the details.",
    });
    expect(logged.join()).toContain("Error: the checker broke\n    at ");
    await client.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: "# Mended\n" }],
    });
    expect(await client.sendRequest("textDocument/diagnostic", PLACE)).toMatchObject({ kind: "full" });
  });
});
