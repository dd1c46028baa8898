import { describe, expect, it } from "vitest";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver-protocol";
import { type Client, type ClientOptions, startClient } from "./support/client.ts";
import { applyEdits, readMarks } from "./support/marked-text.ts";

const RUNBOOK = "runbooks/restart.md";
const HEAD = "# Restart the gateway\n\n## Overview\n\nRestarts it.\n\n## Steps\n\n1. Restart\n\n";

interface Answer {
  readonly client: Client;
  readonly actions: readonly CodeAction[];
  readonly titles: readonly string[];
  /** The text after the action. */
  apply(title: string): string;
}

interface Ask extends ClientOptions {
  readonly only?: readonly string[];
  readonly name?: string;
}

async function ask(marked: string, { only, name = RUNBOOK, ...options }: Ask = {}): Promise<Answer> {
  const client = await startClient(options);
  const { text, range } = readMarks(marked);
  const uri = await client.open(name, text, 5);
  const actions = await client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
  return {
    client,
    actions,
    titles: actions.map(({ title }) => title),
    apply(title) {
      const change = actions.find((action) => action.title === title)?.edit?.documentChanges?.[0];
      if (change === undefined || !("edits" in change)) throw new Error(`no "${title}" with an edit`);
      const edit: TextDocumentEdit = change;
      expect(edit.textDocument).toEqual({ uri, version: 5 });
      return applyEdits(
        text,
        edit.edits.flatMap((one) => ("newText" in one ? [one] : [])),
      );
    },
  };
}

const PROMPTS = `${HEAD}   \`\`\`sh\n   $ ▮one\n   \`\`\`\n\n2. Again\n\n   \`\`\`sh\n   $ two\n   \`\`\`\n`;

describe("code actions", () => {
  it("mend, mend all of the kind, mend all, silence, and explain", async () => {
    const { actions, titles, apply } = await ask(PROMPTS);
    const fix = titles[0] ?? "";
    expect(titles).toEqual([
      fix,
      "Fix all prompt-in-command problems (2)",
      "Fix all safe runbook problems",
      "Disable ST010 for this list",
      "Disable ST010 for this file",
      "Open documentation of ST010",
    ]);
    expect(actions[0]).toMatchObject({ kind: "quickfix", isPreferred: true, diagnostics: [{ code: "ST010" }] });
    expect(apply(fix)).toBe(`${HEAD}   \`\`\`sh\n   one\n   \`\`\`\n\n2. Again\n\n   \`\`\`sh\n   $ two\n   \`\`\`\n`);
    const all = `${HEAD}   \`\`\`sh\n   one\n   \`\`\`\n\n2. Again\n\n   \`\`\`sh\n   two\n   \`\`\`\n`;
    expect(apply("Fix all prompt-in-command problems (2)")).toBe(all);
    expect(apply("Fix all safe runbook problems")).toBe(all);
  });

  it("are only those asked for", async () => {
    const all = await ask(PROMPTS, { only: ["source.fixAll"] });
    expect(all.actions.map(({ kind }) => kind)).toEqual(["source.fixAll.runbook"]);
    expect((await ask(PROMPTS, { only: ["refactor"] })).actions).toEqual([]);
    const quick = await ask(PROMPTS, { only: ["quickfix"] });
    expect(new Set(quick.actions.map(({ kind }) => kind))).toEqual(new Set(["quickfix"]));
  });

  it("on save mend everything that is safe, wherever the cursor is", async () => {
    const text = PROMPTS.replace("▮", "").replace("# Restart", "▮# Restart");
    const { apply } = await ask(text, { only: ["source.fixAll.runbook"] });
    expect(apply("Fix all safe runbook problems")).not.toContain("$ ");
  });

  it("are none where nothing of ours is", async () => {
    expect((await ask(PROMPTS.replace("▮", "").replace("Restarts", "Re▮starts"))).actions).toEqual([]);
    expect((await ask("# Notes ▮TODO\n", { name: "notes/x.md" })).actions).toEqual([]);
  });

  it("open a rule's page through the editor", async () => {
    const { client, actions } = await ask(PROMPTS);
    const command = actions.find(({ title }) => title.startsWith("Open"))?.command;
    expect(command).toMatchObject({ command: "runbook.openRuleDocumentation", arguments: ["ST010"] });
    await client.connection.sendRequest("workspace/executeCommand", command);
    await client.until(() => client.asked.some((uri) => uri.endsWith("/docs/rules/ST010.md")));
  });

  it("come in the older form, and without what it can't do, for a plain editor", async () => {
    const { client, actions, titles } = await ask(PROMPTS, { capabilities: {} });
    expect(titles).not.toContain("Open documentation of ST010");
    expect(actions[0]?.edit?.changes?.[client.uri(RUNBOOK)]).toHaveLength(1);
  });

  it("silence a finding so that it is gone", async () => {
    const { client, apply } = await ask(PROMPTS);
    const uri = await client.open("runbooks/silent.md", apply("Disable ST010 for this file"));
    const report = await client.pull(uri);
    expect(report.kind === "full" && report.items.filter(({ code }) => code === "ST010")).toEqual([]);
  });
});
