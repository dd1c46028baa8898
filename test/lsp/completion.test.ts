import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CompletionItem, TextEdit } from "vscode-languageserver-protocol";
import { type Client, startClient } from "./support/client.ts";
import { applyEdits, readMarks } from "./support/marked-text.ts";

const POSTMORTEM = "postmortems/outage.md";
const RUNBOOK = "runbooks/restart.md";

let shared: Client;
beforeAll(async () => {
  shared = await startClient({}, afterAll);
});

interface Answer {
  readonly labels: readonly string[];
  readonly items: readonly CompletionItem[];
  readonly text: string;
  /** The text after choosing the item: placeholders as they stand, `$0` gone. */
  choose(label: string): string;
}

async function complete(name: string, marked: string, trigger?: string, client = shared): Promise<Answer> {
  const { text, cursor } = readMarks(marked);
  const uri = await client.open(name, text);
  const context = trigger === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: trigger };
  const params = { textDocument: { uri }, position: cursor, context };
  const items = await client.connection.sendRequest<CompletionItem[]>("textDocument/completion", params);
  await client.close(uri);
  const sorted = [...items].sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
  return {
    items: sorted,
    labels: sorted.map(({ label }) => label),
    text,
    choose(label) {
      const edit = items.find((item) => item.label === label)?.textEdit;
      if (edit === undefined || !("range" in edit)) throw new Error(`no ${label} among ${items.map((i) => i.label)}`);
      const plain: TextEdit = {
        range: edit.range,
        newText: edit.newText.replace(/\$\{\d+[:|]([^}|]*)\|?\}/g, "$1").replace(/\\([$}\\])/g, "$1"),
      };
      return applyEdits(text, [plain]);
    },
  };
}

describe("sections", () => {
  it("offers what is missing: what fits here first, then what is required", async () => {
    const { labels, items } = await complete(
      POSTMORTEM,
      "# Outage\n\n## Summary\n\nText.\n\n▮\n\n## Timeline\n\nText.\n\n## Root cause\n\nText.\n",
    );
    expect(labels.slice(0, 3)).toEqual(["Impact", "Detection", "Background"]);
    expect(labels).not.toContain("Summary");
    expect(labels).not.toContain("Root cause analysis");
    expect(items[0]).toMatchObject({ detail: "required section", documentation: { kind: "markdown" } });
  });

  it("writes the heading at the document's level, with its skeleton and the blank lines around it", async () => {
    const { choose } = await complete(POSTMORTEM, "# Outage\n\n### Summary\n\nText.\n#▮\n### Timeline\n\nText.\n");
    expect(choose("Background")).toBe(
      "# Outage\n\n### Summary\n\nText.\n\n### Background\n\nHow the part that failed works in normal times.\n\n### Timeline\n\nText.\n",
    );
  });

  it("keeps CRLF", async () => {
    const { choose } = await complete(POSTMORTEM, "# Outage\r\n\r\n▮\r\n");
    expect(choose("Background")).toBe(
      "# Outage\r\n\r\n## Background\r\n\r\nHow the part that failed works in normal times.\r\n",
    );
  });

  it("starts an empty file", async () => {
    const { labels } = await complete(RUNBOOK, "▮");
    expect(labels.slice(0, 2)).toEqual(["Overview", "Steps"]);
  });

  it("inserts no snippet where the editor knows none", async () => {
    const client = await startClient({ capabilities: {} });
    const { items } = await complete(POSTMORTEM, "# Outage\n\n▮", undefined, client);
    for (const { textEdit, insertTextFormat } of items) {
      expect(insertTextFormat).toBe(1);
      expect(textEdit?.newText).not.toMatch(/\$\{?\d/);
    }
  });

  it.each([
    ["prose", POSTMORTEM, "# Outage\n\nText ▮\n"],
    ["a fence", POSTMORTEM, "# Outage\n\n```\n▮\n```\n"],
    ["another file", "notes/x.md", "# Notes\n\n▮\n"],
  ])("offers nothing in %s", async (_place, name, marked) => {
    expect((await complete(name, marked)).labels).toEqual([]);
  });

  it("does not open by itself after a blank", async () => {
    expect((await complete(POSTMORTEM, "# Outage\n\n ▮\n", " ")).labels).toEqual([]);
  });
});

describe("categories", () => {
  it.each([
    ["## Root cause\n\n- ▮\n", "Software bug", "## Root cause\n\n- **Software bug**: \n"],
    ["## Root cause\n\n1. [ ] b▮\n", "Software bug", "## Root cause\n\n1. [ ] **Software bug**: \n"],
    ["## Restoration\n\n- Went back to 1.4 (▮)\n", "Rollback", "## Restoration\n\n- Went back to 1.4 (rollback)\n"],
    ["## Impact\n\n**us▮** none\n", "Users affected", "## Impact\n\n**Users affected** none\n"],
    ["## Impact\n\n- **us▮\n", "Users affected", "## Impact\n\n- **Users affected**: \n"],
  ])("in %j offers %s", async (marked, label, after) => {
    expect((await complete(POSTMORTEM, `# Outage\n\n${marked}`)).choose(label)).toBe(`# Outage\n\n${after}`);
  });

  it("does not offer them in other sections, nor in running text", async () => {
    expect((await complete(POSTMORTEM, "# Outage\n\n## Summary\n\n- ▮\n")).labels).toEqual([]);
    expect((await complete(POSTMORTEM, "# Outage\n\n## Impact\n\nText ▮\n")).labels).toEqual([]);
  });
});

describe("severities", () => {
  it.each([
    [
      "---\nkind: postmortem\npostmortem:\n  severity: ▮\n---\n",
      "---\nkind: postmortem\npostmortem:\n  severity: SEV-2\n---\n",
    ],
    ["# Outage\n\n- **Severity**: S▮\n", "# Outage\n\n- **Severity**: SEV-2\n"],
    ["# Outage\n\n**Severity:** ▮\n", "# Outage\n\n**Severity:** SEV-2\n"],
    ["# Outage\n\n| Severity | ▮ |\n| --- | --- |\n", "# Outage\n\n| Severity | SEV-2 |\n| --- | --- |\n"],
  ])("fills in %j", async (marked, after) => {
    expect((await complete(POSTMORTEM, marked, " ")).choose("SEV-2")).toBe(after);
  });
});

describe("front matter", () => {
  it("offers keys that are not there yet, and values of those that have few", async () => {
    const keys = await complete(RUNBOOK, "---\nkind: runbook\n▮\n---\n");
    expect(keys.labels).toEqual(["title", "runbook", "postmortem", "template"]);
    expect(keys.choose("runbook")).toBe("---\nkind: runbook\nrunbook:\n  \n---\n");
    const values = await complete(RUNBOOK, "---\nkind: p▮\n---\n", ":");
    expect(values.labels).toEqual(["runbook", "postmortem", "none"]);
    expect(values.choose("postmortem")).toBe("---\nkind: postmortem\n---\n");
  });

  it("knows what belongs below which key, also while the YAML is broken", async () => {
    const below = await complete(RUNBOOK, "---\nrunbook:\n  owner: '@ann\n  rev▮\n---\n");
    expect(below.choose("reviewed")).toBe("---\nrunbook:\n  owner: '@ann\n  reviewed: \n---\n");
    const input = await complete(RUNBOOK, "---\nrunbook:\n  inputs:\n    POD:\n      ▮\n---\n");
    expect(input.labels).toContain("secret");
    expect((await complete(RUNBOOK, "---\nother:\n  ▮\n---\n")).labels).toEqual([]);
  });
});

describe("step attributes", () => {
  const before =
    "# Restart\n\n## Steps\n\n1. Stop it\n\n   ```sh { name=stop }\n   echo stop\n   ```\n\n2. Start it\n\n";

  it("offers keys and values between the braces", async () => {
    const keys = await complete(RUNBOOK, `${before}   \`\`\`sh { timeout=5m ▮ }\n   echo start\n   \`\`\`\n`, " ");
    expect(keys.labels).toContain("effect");
    expect(keys.labels).not.toContain("timeout");
    expect(keys.choose("retries")).toContain("```sh { timeout=5m retries= }\n");
    const values = await complete(RUNBOOK, `${before}   \`\`\`sh { effect=w▮ }\n   echo start\n   \`\`\`\n`);
    expect(values.labels).toEqual(["read", "write", "destroy"]);
    expect(values.choose("write")).toContain("```sh { effect=write }\n");
  });

  it("offers the other steps where a step is named", async () => {
    const undo = await complete(RUNBOOK, `${before}   \`\`\`sh { undo=▮ }\n   echo start\n   \`\`\`\n`, "=");
    expect(undo.labels).toEqual(["stop", "none"]);
    const needs = await complete(RUNBOOK, `${before}   \`\`\`sh { needs=other,s▮ }\n   echo start\n   \`\`\`\n`);
    expect(needs.choose("stop")).toContain("{ needs=other,stop }");
  });

  it("offers nothing outside the braces, nor in a fence's content", async () => {
    expect((await complete(RUNBOOK, `${before}   \`\`\`sh ▮\n   echo start\n   \`\`\`\n`, " ")).labels).toEqual([]);
    expect((await complete(RUNBOOK, `${before}   \`\`\`sh\n   { ▮\n   \`\`\`\n`, "{")).labels).toEqual([]);
  });
});

describe("suppression comments", () => {
  it("offers the directives, and rules with their documentation, those with findings first", async () => {
    const directives = await complete(POSTMORTEM, "# Outage\n\n<!-- runb▮ -->\n");
    expect(directives.choose("runbook-disable-next-line")).toBe("# Outage\n\n<!-- runbook-disable-next-line  -->\n");
    const rules = await complete(
      POSTMORTEM,
      "# Mail stopped on 2026-01-02\n\n<!-- runbook-disable-next-line PM▮ -->\nTODO\n\n## Impact\n\nTODO\n",
    );
    expect(rules.labels.slice(0, 2).sort()).toEqual(["DOC003", "DOC011"]);
    expect(rules.labels).not.toContain("RB005");
    expect(rules.items[0]?.documentation).toMatchObject({ value: expect.stringContaining("**Why:**") });
    expect(rules.choose("PM014")).toContain("<!-- runbook-disable-next-line PM014 -->");
  });

  it("does not offer a rule twice, nor one in the reason", async () => {
    const { labels } = await complete(POSTMORTEM, "# Outage\n\n<!-- runbook-disable PM014 ▮ -->\n", " ");
    expect(labels).not.toContain("PM014");
    expect((await complete(POSTMORTEM, "<!-- runbook-disable PM014 -- as ▮ -->\n", " ")).labels).toEqual([]);
  });
});
