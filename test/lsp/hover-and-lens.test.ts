import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CodeLens, Hover } from "vscode-languageserver-protocol";
import { type Client, startClient } from "./support/client.ts";
import { readMarks } from "./support/marked-text.ts";

const RUNBOOK = "runbooks/restart.md";
const STEPS = `# Restart the gateway

## Overview

Restarts it.

## Steps

- [ ] Drain the node (~5m) @ann

  \`\`\`sh { name=drain timeout=10m }
  echo drain
  \`\`\`

- [ ] Tell the team

## Rollback

1. Put it back

   \`\`\`sh
   echo back
   \`\`\`
`;

let shared: Client;
beforeAll(async () => {
  shared = await startClient({}, afterAll);
});

async function hover(name: string, marked: string): Promise<string> {
  const { text, cursor } = readMarks(marked);
  const uri = await shared.open(name, text);
  const params = { textDocument: { uri }, position: cursor };
  const answer = await shared.connection.sendRequest<Hover | null>("textDocument/hover", params);
  await shared.close(uri);
  const contents = answer?.contents;
  return contents !== undefined && typeof contents === "object" && "value" in contents ? contents.value : "";
}

describe("hover", () => {
  it("tells on a section what belongs there", async () => {
    const text = await hover("postmortems/x.md", "# Outage\n\n## Executive sum▮mary\n\nText.\n");
    expect(text).toContain("**Summary** · required section");
    expect(text).toContain("**A good one:**");
  });

  it("tells on the title what the file is taken for, and why", async () => {
    expect(await hover(RUNBOOK, STEPS.replace("gateway", "gate▮way"))).toMatch(
      /\*\*runbook\*\*, because of its folder/,
    );
  });

  it("tells on a rule in a comment or a configuration what it says", async () => {
    for (const [name, text] of [
      ["postmortems/x.md", "# Outage\n\n<!-- runbook-disable PM0▮14 -- reason -->\n"],
      [".runbookrc.yaml", "rules:\n  timeline-goes-▮back: off\n"],
    ] as const) {
      const markdown = await hover(name, text);
      expect(markdown).toContain("**PM014** `timeline-goes-back`");
      expect(markdown).toContain("**Why:**");
      expect(markdown).toContain("docs/rules/PM014.md");
    }
  });

  it("tells on a step what a run would do", async () => {
    const command = await hover(RUNBOOK, STEPS.replace("Drain", "Dr▮ain"));
    expect(command).toContain("Step `drain` · @ann · expected to take 5 min");
    expect(command).toContain("Runs sh · read · stopped after 10 min");
    expect(command).toContain("```sh\necho drain\n```");
    expect(await hover(RUNBOOK, STEPS.replace("Tell", "Te▮ll"))).toContain("manual");
  });

  it("tells on an attribute and a front matter key what they do", async () => {
    expect(await hover(RUNBOOK, STEPS.replace("timeout", "time▮out"))).toContain("After this long");
    expect(await hover(RUNBOOK, `---\nki▮nd: runbook\n---\n${STEPS}`)).toContain("`postmortem`");
  });

  it("says nothing elsewhere", async () => {
    expect(await hover(RUNBOOK, STEPS.replace("Restarts", "Re▮starts"))).toBe("");
    expect(await hover("notes/x.md", "# Sum▮mary\n")).toBe("");
  });
});

describe("code lenses", () => {
  it("stand above procedures and steps that can run", async () => {
    const client = await startClient();
    const uri = await client.open(RUNBOOK, STEPS);
    const lenses = await client.connection.sendRequest<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
    expect(lenses.map(({ range, command }) => [range.start.line, command])).toEqual([
      [6, { title: "$(play) Run checklist (2 steps)", command: "runbook.runChecklist", arguments: [uri, "steps"] }],
      [8, { title: "$(play) Run step", command: "runbook.runStep", arguments: [uri, "drain"] }],
      [16, { title: "$(play) Run checklist (1 step)", command: "runbook.runChecklist", arguments: [uri, "rollback"] }],
      [18, { title: "$(play) Run step", command: "runbook.runStep", arguments: [uri, "put-it-back"] }],
    ]);
  });

  it("are none in postmortems, other files and templates", async () => {
    const client = await startClient();
    for (const name of ["postmortems/x.md", "notes/x.md", "runbooks/template.md"]) {
      const uri = await client.open(name, STEPS.replace("## Steps", "## Restoration"));
      const params = { textDocument: { uri } };
      expect(await client.connection.sendRequest("textDocument/codeLens", params)).toEqual([]);
    }
  });
});

describe("runbook/documentInfo", () => {
  it("tells what a document is taken for", async () => {
    const client = await startClient({ files: { ".runbookrc.yaml": "" } });
    const uri = await client.open(RUNBOOK, STEPS);
    expect(await client.connection.sendRequest("runbook/documentInfo", { uri })).toEqual({
      kind: "runbook",
      evidence: "folder",
      isTemplate: false,
      title: "Restart the gateway",
      configuration: client.uri(".runbookrc.yaml"),
    });
    expect(await client.connection.sendRequest("runbook/documentInfo", { uri: client.uri("gone.md") })).toBeNull();
  });
});
