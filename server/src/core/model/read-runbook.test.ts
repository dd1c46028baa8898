import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outline, read } from "./read-runbook.fixture.ts";
import { scriptRange } from "./script-range.ts";

describe("titles, owners, durations, ids", () => {
  it("reads them from the first paragraph", () => {
    const text =
      "## Steps\n\n- [ ] **Drain** `node @x` now\n  please (~1h 30m) @team/dba\n- [ ] @kim: look\n- [ ] Tell @kim that (~x) a@b.c\n";
    const steps = read(text).procedures[0]?.steps ?? [];
    expect(steps.map(({ title, owner, expectedMs }) => [title, owner, expectedMs])).toEqual([
      ["Drain node @x now please", "team/dba", 5_400_000],
      ["look", "kim", undefined],
      ["Tell @kim that (~x) a@b.c", undefined, undefined],
    ]);
    expect(steps.map(({ id }) => id)).toEqual(["drain-node-x-now-please", "look", "tell-kim-that-x-a-b-c"]);
  });

  it("makes ids unique, and lets names win over slugs", () => {
    const text =
      "## Steps\n\n- [ ] Drain\n- [ ] Drain\n- [ ] X\n  ```sh { name=drain }\n  a\n  ```\n- [ ] Y\n  ```sh { name=drain }\n  b\n  ```\n- [ ] 手順\n- [ ] !!\n";
    expect(read(text).procedures[0]?.steps.map(({ id }) => id)).toEqual([
      "drain-2",
      "drain-3",
      "drain",
      "drain-4",
      "手順",
      "step",
    ]);
  });

  it("keeps ids out of the file system's way", () => {
    const text = "## Steps\n\n- [ ] X\n  ```sh { name=../../etc }\n  a\n  ```\n";
    expect(read(text).procedures[0]?.steps[0]?.id).toBe("etc");
  });

  it("names an item without text by its command", () => {
    expect(outline("## Steps\n\n1. ```sh\n   ls -l\n   ```\n")).toBe("[mitigation]\nls -l: ls -l");
  });
});

describe("commands", () => {
  const only = (info: string, lines: string[]): string | undefined => {
    const text = `## Steps\n\n- [ ] A\n\n  \`\`\`${info}\n${lines.map((line) => `  ${line}`).join("\n")}\n  \`\`\`\n`;
    return read(text).procedures[0]?.steps[0]?.commands[0]?.script;
  };

  it.each([
    ["console", ["$ ls", "a b", "$ cat x"], "ls\ncat x"],
    ["bash", ["$ ls", "a b"], "ls"],
    ["bash", ["# comment", "$ ls", "out"], "ls"],
    ["bash", ["ls", "$ x"], "ls\n$ x"],
    ["console", ["user@host:~/a$ ls", "out", "[root@host ~]# id", "sh-5.1# w"], "ls\nid\nw"],
    ["console", ["$ kubectl get \\", "> pods", "out"], "kubectl get \\\npods"],
    ["console", ["$ for i in a; do", ">   echo $i", "> done", "a"], "for i in a; do\n  echo $i\ndone"],
    ["console", ["$ cat <<EOF", "a", "EOF", "out", "$ ls"], "cat <<EOF\na\nEOF\nls"],
    ["console", ["$ echo don't", "$ ls"], "echo don't\nls"],
    ["console", ["no prompt"], undefined],
    ["powershell", ["PS C:\\> Get-Item x", "out"], "Get-Item x"],
    ["python", [">>> f(", "...   1)", "1"], "f(\n  1)"],
  ])("of a %s block %j are %j", (info, lines, script) => {
    expect(only(info, lines)).toBe(script);
  });

  it("keep the place of each line, prompt left out", () => {
    const text = "## Steps\n\n- [ ] A\n\n  ```console\n  $ ls\n  out\n  $ rm x\n  ```\n";
    const command = read(text).procedures[0]?.steps[0]?.commands[0];
    if (command === undefined) throw new Error("no command");
    const at = command.script.indexOf("rm x");
    const { start, end } = scriptRange(command, { start: at, end: at + 4 });
    expect(text.slice(start, end)).toBe("rm x");
  });

  it("know verification blocks and the results they expect", () => {
    const text =
      "## Steps\n\n- [ ] A\n\n  ```sh\n  do\n  ```\n\n  ```sh { verify=true }\n  check\n  ```\n\n  ```text { expect=contains }\n  ok\n  ```\n";
    const commands = read(text).procedures[0]?.steps[0]?.commands ?? [];
    expect(commands.map(({ script, verifies, expectation }) => [script, verifies, expectation])).toEqual([
      ["do", false, undefined],
      ["check", true, { mode: "contains", text: "ok" }],
    ]);
  });

  it("run in the languages of the list", () => {
    const language = (info: string): string | undefined =>
      read(`## Steps\n\n${`\`\`\`${info}\n$ x\n\`\`\`\n`}`).procedures[0]?.steps[0]?.commands[0]?.language;
    expect(["sh", "bash", "shell", "zsh", "fish", "js {shell=bash}", "console", "text", "ruby"].map(language)).toEqual([
      ...["sh", "bash", "bash", "zsh", "fish", "bash", "bash", undefined, undefined],
    ]);
  });
});

describe("profile and inputs", () => {
  it("is an alert's by the file's name, a named alert, or the title", () => {
    const profile = (text: string, path: string): string => read(text, path).profile;
    expect(profile("# x", "alerts/KubePodCrashLooping.md")).toBe("alert");
    expect(profile("# x", "alerts/etcdMembersDown.md")).toBe("alert");
    expect(profile("# KubePodNotReady", "runbooks/a.md")).toBe("alert");
    expect(profile("---\nrunbook:\n  alerts: [A]\n---\n", "runbooks/a.md")).toBe("alert");
    expect(profile("# GitHub", "runbooks/restart-api.md")).toBe("procedure");
  });

  it("reads the declared inputs with their places", () => {
    const text =
      "---\nrunbook:\n  inputs:\n    NAMESPACE: shop\n    NODE: { required: true, description: the node, pattern: '^n' }\n    TOKEN: { secret: true }\n    ZONE: { enum: [a, 1], default: a }\n---\n";
    const { declaredInputs } = read(text);
    expect(declaredInputs.map(({ range, ...input }) => [text.slice(range.start, range.end), input])).toMatchObject([
      ["NAMESPACE", { default: "shop", required: false, secret: false }],
      ["NODE", { required: true, description: "the node", pattern: "^n" }],
      ["TOKEN", { secret: true, required: true }],
      ["ZONE", { options: ["a", "1"], required: false }],
    ]);
  });
});

describe("any text", () => {
  it("of runbook lines is read without throwing", () => {
    const line = fc.constantFrom(
      ...["## Steps", "### Rollback", "- [ ] a (~5m) @b", "  - [ ] c", "1. x", "```sh {name=a}", "```", "  ```console"],
      ...[
        "**Mitigation**:",
        "---",
        "runbook:",
        "  inputs: [a, {name: b}]",
        "",
        "text",
        "<!-- runbook:off -->",
        "$ ls",
        "> q",
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => void read(lines.join("\n"))),
      { numRuns: 30 },
    );
  });

  it("of any code units, halves of pairs too, is read without throwing", () => {
    const codeUnits = fc.array(fc.integer({ max: 0xffff, min: 0 })).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(codeUnits, (text) => void read(text)),
      { numRuns: 30 },
    );
  });
});
