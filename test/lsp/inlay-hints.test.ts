import { describe, expect, it } from "vitest";
import type { Hover, InlayHint } from "vscode-languageserver-protocol";
import { type Client, startClient } from "./support/client.ts";

const TEXT =
  "# Outage on 2025-01-31\n\n## Timeline (UTC)\n\n- 14:02 Outage begins\n- 14:41 Detected: alert fired\n- 15:07 Resolved\n";

async function hints(client: Client): Promise<InlayHint[]> {
  const uri = await client.open("postmortems/x.md", TEXT);
  const range = { start: { line: 0, character: 0 }, end: { line: 7, character: 0 } };
  return client.connection.sendRequest<InlayHint[]>("textDocument/inlayHint", { textDocument: { uri }, range });
}

describe("textDocument/inlayHint", () => {
  it("tells the elapsed time behind each time of a timeline", async () => {
    expect(await hints(await startClient())).toEqual([
      { position: { line: 5, character: 7 }, label: "+39m", tooltip: "39 min after 14:02", paddingLeft: true },
      {
        position: { line: 6, character: 7 },
        label: "+26m (1h 5m)",
        tooltip: "26 min after 14:41; 1 h 5 min after the first, 14:02",
        paddingLeft: true,
      },
    ]);
  });

  it("is silent where the setting is off", async () => {
    expect(
      await hints(await startClient({ capabilities: {}, initializationOptions: { runbook: { inlayHints: false } } })),
    ).toEqual([]);
  });
});

describe("textDocument/hover", () => {
  it("tells the computed durations on title and timeline, and where they come from", async () => {
    const client = await startClient();
    const uri = await client.open("postmortems/x.md", TEXT);
    for (const line of [0, 2]) {
      const params = { textDocument: { uri }, position: { line, character: 4 } };
      const answer = await client.connection.sendRequest<Hover | null>("textDocument/hover", params);
      const text = JSON.stringify(answer?.contents);
      expect(text).toContain("**Time to detect** 39 min · **Time to restore** 1 h 5 min");
      expect(text).toContain("- resolved: 2025-01-31 15:07 UTC (timeline, line 7)");
    }
  });
});
