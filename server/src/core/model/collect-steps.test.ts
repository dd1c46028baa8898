import { describe, expect, it } from "vitest";
import { outline, read, sh } from "./read-runbook.fixture.ts";

describe("steps", () => {
  it("are task items with the fences inside them", () => {
    const text = `## Mitigation\n\n- [ ] Restart\n\n${sh("restart", "  ")}\n- [x] Tell them\n* [ ] Other bullet\n1. [ ] Numbered\n\n${sh("three", "   ")}`;
    expect(outline(text)).toBe("[mitigation]\nRestart: restart\nTell them\nOther bullet\nNumbered: three");
  });

  it("nest: a task item below a task item is a sub-step, with its own commands", () => {
    const text = `## Steps\n\n- [ ] Outer\n\n${sh("outer", "  ")}\n  - [ ] Inner\n\n${sh("inner", "    ")}\n  - note\n\n${sh("noted", "    ")}`;
    expect(outline(text)).toBe("[mitigation]\nOuter: outer | noted\n  Inner: inner");
  });

  it("are the task items alone where there are any, also below plain items", () => {
    const text = "## Steps\n\n1. Plain\n   - [ ] Task\n2. Other\n";
    expect(outline(text)).toBe("[mitigation]\nTask");
  });

  it("adopt fences behind the list that only paragraphs part from them", () => {
    const text = `## Steps\n\n- [ ] One\n${sh("one")}\nthen\n\n${sh("more")}\n- [ ] Two\n\n---\n\n${sh("lost")}`;
    expect(outline(text)).toBe("[mitigation]\nOne: one | more\nTwo");
    expect(read(text).procedures[0]?.steps[0]?.commands.map(({ adopted }) => adopted)).toEqual([true, true]);
  });

  it("don't adopt where they have a runnable fence of their own, or another item lies between", () => {
    const text = `## Steps\n\n- [ ] One\n\n${sh("own", "  ")}\n${sh("behind")}\n- [ ] Two\n- note\n\n${sh("after")}`;
    expect(outline(text)).toBe("[mitigation]\nOne: own\nTwo");
  });

  it("are the items of ordered lists where no task item is, not those of unordered lists", () => {
    const text = `## Steps\n\n- a remark\n\n1. One\n\n${sh("one")}\n2. Two\n   1. Deeper\n\n- another\n`;
    expect(outline(text)).toBe("[mitigation]\nOne: one\nTwo\n  Deeper");
  });

  it("are the deepest headings where no list is, each with its own text only", () => {
    const text = `## Mitigation\n\nIntro.\n\n### Case A\n\n#### First\n\n${sh("a1")}\n#### Second\n\nBy hand.\n\n### Case B\n\n- do\n\n${sh("b", "  ")}`;
    expect(outline(text)).toBe("[mitigation]\nFirst: a1\nSecond\nCase B: b");
  });

  it("mix: lists in one sub-heading, commands without a list in another, prose is no step then", () => {
    const text = `## Mitigation\n\n### A\n\n1. One\n2. Two\n\n### B\n\n${sh("b")}\n### C\n\nProse.\n`;
    expect(outline(text)).toBe("[mitigation]\nOne\nTwo\nB: b");
  });

  it("are the section itself where it has neither lists nor headings, and commands before the first sub-heading count", () => {
    expect(outline(`## Diagnosis\n\nLook.\n\n${sh("look")}`)).toBe("[diagnosis]\nDiagnosis: look");
    expect(outline(`## Diagnosis\n\n${sh("first")}\n### Deeper\n\n${sh("second")}`)).toBe(
      "[diagnosis]\nDiagnosis: first\nDeeper: second",
    );
    expect(outline("## Diagnosis\n\n## Mitigation\n")).toBe("[diagnosis]\n[mitigation]");
  });

  it("leave out what is quoted, indented, in another language, without one, ignored, or switched off", () => {
    const text = [
      "## Steps\n\n- [ ] One\n",
      "      indented\n",
      "  > ```sh\n  > quoted\n  > ```\n",
      "  ```yaml\n  a: b\n  ```\n",
      "  ```\n  none\n  ```\n",
      "  ```sh { ignore=true }\n  ignored\n  ```\n",
      `- [ ] Two\n\n<!-- runbook:off -->\n\n${sh("example")}\n<!-- runbook:on -->\n`,
      `- [ ] Three\n\n${sh("three", "  ")}`,
    ].join("\n");
    expect(outline(text)).toBe("[mitigation]\nOne\nTwo\nThree: three");
  });
});

describe("numbered headings", () => {
  it("are steps below a runnable section, lists and headings with work below them their sub-steps", () => {
    const text = `## Restore steps\n\n### 1. Stop\n\n${sh("stop")}\n### 2. Copy\n\n1. Pick a backup\n2. Load it\n\n${sh("load")}\n#### In parts\n\n${sh("part")}\n#### What you see\n\nA line.\n\n### 3. Verify\n\nLook at it.\n`;
    expect(outline(text)).toBe(
      "[mitigation]\nStop: stop\nCopy\n  Pick a backup\n  Load it: load\n  In parts: part\nVerify",
    );
    expect(read(text).procedures[0]?.steps.map(({ prose }) => prose)).toEqual([
      "",
      "#### What you see\n\nA line.",
      "Look at it.",
    ]);
  });

  it("called steps are a procedure wherever they stand, whatever else their names mean", () => {
    const text = `# Alert\n\n## What this means\n\nX.\n\n## Step 1 — Check the pods\n\n${sh("pods")}\n## Step 2 — Read the log\n\nBy hand.\n\n## Step 3 — Verify recovery\n\n${sh("check")}`;
    expect(outline(text)).toBe(
      "[mitigation]\nStep 1 — Check the pods: pods\nStep 2 — Read the log\nStep 3 — Verify recovery: check",
    );
  });

  it("with a bare number are steps below a foreign heading where they hold work, and not where they name sections", () => {
    const steps = `# T\n\n## First response (2 min)\n\n### **1. Look**\n\n${sh("look")}\n### **2. Assess the impact**\n\nAsk.\n`;
    expect(outline(steps)).toBe("[mitigation]\nLook: look\nAssess the impact");
    const sections = "# T\n\n## 1. Symptoms\n\nX.\n\n## 2. Mitigation\n\n1. Do\n\n## 3. Rollback\n\n1. Undo\n";
    expect(outline(sections)).toBe("[mitigation]\nDo\n[rollback]\nUndo");
    const parts = "# T\n\n## Creation\n\n### 1. Conditions\n\n1. A pod is there\n\n### 2. Data\n\nY.\n";
    expect(outline(parts)).toBe("");
  });

  it("leave rollback to itself", () => {
    expect(outline("## Steps\n\n### 1. Do\n\nX.\n\n### 2. Roll back if it fails\n\n1. Undo\n")).toBe(
      "[mitigation]\nDo\n[rollback]\nUndo",
    );
  });

  it("keep a command that a bold label parts from the list", () => {
    const text = `## Steps\n\n### 1. Look\n\n**In the browser:**\n1. Visit it\n\n**On the command line:**\n${sh("curl")}`;
    expect(outline(text)).toBe("[mitigation]\nLook: curl\n  Visit it");
  });
});

describe("commands that no list holds", () => {
  it("are a step before the list, and under a heading beside those with task items", () => {
    const text = `## Verification\n\n${sh("first")}\n- [ ] Tell them\n\n### More\n\n${sh("second")}`;
    expect(outline(text)).toBe("[verification]\nVerification: first\nTell them\nMore: second");
  });
});

describe("causes", () => {
  it("are no steps, what tells how to find them is", () => {
    expect(
      outline(`## Possible causes\n\n1. Full disk\n2. Bad deploy\n\n### Leak\n\n${sh("top")}\n### Load\n\nX.\n`),
    ).toBe("[diagnosis]\nLeak: top");
  });
});

describe("sections of names that nobody knows", () => {
  it("are procedures where no other section is, if they hold commands, tasks or a list of instructions", () => {
    const text = `# Runners\n\n## Leaked key\n\n1. **Revoke** it.\n2. Rotate it.\n\n## Bad image\n\n${sh("freeze")}\n## Parts\n\n1. The API\n2. The queue\n\n## Contents\n\n1. [Check it](#leaked-key)\n`;
    expect(outline(text)).toBe("[mitigation]\nRevoke it.\nRotate it.\n[mitigation]\nBad image: freeze");
  });

  it("stand beside a known diagnosis, and are none beside a known mitigation", () => {
    const foreign = `# T\n\n## Leaked key\n\n${sh("revoke")}\n`;
    expect(outline(`${foreign}## Diagnosis\n\n1. Look\n`)).toBe("[mitigation]\nLeaked key: revoke\n[diagnosis]\nLook");
    expect(outline(`${foreign}## Mitigation\n\n1. Mend\n`)).toBe("[mitigation]\nMend");
  });

  it("may be the title alone", () => {
    expect(outline("# Phishing\n\n1. **Analysis:** Review the headers.\n2. **Containment:** Block the sender.\n")).toBe(
      "[mitigation]\nAnalysis: Review the headers.\nContainment: Block the sender.",
    );
  });
});

describe("what a step says", () => {
  it("is its Markdown without title, commands and sub-steps", () => {
    const text = `## Steps\n\n1. Drain (~5m)\n\n   Wait for **all** pods:\n\n   - web\n   - jobs\n\n${sh("drain", "   ")}\n   \`\`\`text\n   drained\n   \`\`\`\n   1. Sub-step\n`;
    expect(read(text).procedures[0]?.steps[0]?.prose).toBe(
      "Wait for **all** pods:\n\n- web\n- jobs\n\n```text\ndrained\n```",
    );
  });

  it("is a heading's text", () => {
    const text = `## Mitigation\n\nRestart it in the console.\n\n<!-- x -->\n\n> Careful.\n`;
    expect(read(text).procedures[0]?.steps[0]?.prose).toBe("Restart it in the console.\n\n> Careful.");
  });
});

describe("procedures", () => {
  it("are not found twice behind the bold words of their steps", () => {
    const text = `# T\n\n## Certificates\n\n**Steps**:\n\n1. **Back up**:\n${sh("cp", "   ")}2. **Verify the new one**:\n${sh("openssl", "   ")}`;
    expect(outline(text)).toBe("[mitigation]\nBack up:: cp\nVerify the new one:: openssl");
  });

  it("keep what goes back out of the steps that it undoes", () => {
    const text = `## Steps\n\n1. Deploy\n\n**Rollback:**\n\n${sh("undo")}\n2. Tell them\n\n### Later\n\n${sh("later")}`;
    expect(outline(text)).toBe("[mitigation]\nDeploy\nTell them\nLater: later\n[rollback]\nRollback: undo");
  });

  it("count a nested section of the same role once, and one of another role as its own", () => {
    const text = `## Procedure\n\n### Steps\n\n1. Do\n\n### Rollback\n\n1. Undo\n\n### References\n\n1. A book\n`;
    expect(outline(text)).toBe("[mitigation]\nDo\n[rollback]\nUndo");
  });

  it("are found behind labels too", () => {
    expect(outline("# Alert\n\n**Diagnosis**:\n\n1. Look\n\n**Mitigation**:\n\n1. Mend\n")).toBe(
      "[diagnosis]\nLook\n[mitigation]\nMend",
    );
  });
});
