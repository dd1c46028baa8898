import { describe, expect, test } from "vitest";
import { check } from "./check.ts";

/** The findings of one rule, by the text they mark. */
function marked(code: string, text: string, path: string): readonly string[] {
  return check(text, { path, only: code, files: [] }).map(({ range }) => text.slice(range.start, range.end));
}
const postmortem = (code: string, text: string) => marked(code, text, "postmortems/a.md");
const runbook = (code: string, text: string) => marked(code, text, "runbooks/a.md");
const cause = (text: string) => `# A\n\n## Root cause\n\n${text}\n`;
const shell = (script: string) => `# A\n\n## Mitigation\n\n\`\`\`sh\n${script}\n\`\`\`\n`;

describe("DOC003 missing-section", () => {
  const lacks = (text: string, path = "postmortems/a.md") =>
    check(text, { path, only: "DOC003" }).map(
      ({ severity, message }) => `${severity}: ${message.replace(/^.*: /, "")}`,
    );

  test("an introduction is a summary", () => {
    const lead = "From 14:02 to 14:47 UTC no message could be sent, because the broker's disk was full.";
    expect(lacks(`# A\n\n${lead}\n`)).toEqual([
      "warning: Impact, Timeline, Root cause analysis, Restoration, Action items.",
    ]);
  });
  test("fields below the title are no introduction, but one may be a section", () => {
    const fields = "**Date**: 2025-01-31\\\n**Incident number**: INC-4711\\\n**Impact**: nobody could send a message\\";
    expect(lacks(`# A\n\n${fields}\n**Authors**: the storage team and its friends\n`)).toEqual([
      "warning: Summary, Timeline, Root cause analysis, Restoration, Action items.",
    ]);
  });
  test.each([
    ["an H2 as title", "## Gateway\n"],
    ["the alert's name below the title", "# Gateway alerts\n\n## GatewayDown\n"],
    ["a question", "# Gateway\n\n## Why does this happen?\n"],
  ])("the text below %s is an overview", (_name, heading) => {
    const lead = "The gateway stops when its disk is full, and nobody can send a message from then on.";
    expect(lacks(`${heading}\n${lead}\n\n## Steps\n\n1. Restart it.\n`, "runbooks/a.md")).toEqual([]);
  });
  test("a timeline that tells of the end makes a missing restoration an information", () => {
    const rest = ["Summary", "Impact", "Root cause", "Action items"].map((title) => `## ${title}\n\nx\n`).join("\n");
    const timeline = (end: string) => `# A\n\n${rest}\n## Timeline\n\n- 14:02 First error\n- 14:47 ${end}\n`;
    expect(lacks(timeline("Rollback: version 6 is back"))).toEqual(["information: Restoration."]);
    expect(lacks(timeline("Incident resolved"))).toEqual(["information: Restoration."]);
    expect(lacks(timeline("More errors"))).toEqual(["warning: Restoration."]);
  });
  test("contributing factors stand in for a root cause; a draft is forgiven", () => {
    expect(lacks("---\nstatus: draft\n---\n\n# A\n\n## Contributing factors\n\n- x\n")).toEqual([
      "information: Summary, Impact, Timeline, Restoration, Action items.",
    ]);
  });
  test("a heading may be two sections", () => {
    const text = "# GatewayDown\n\n## Meaning\n\nx\n\n## Impact\n\nx\n\n## Diagnosis and mitigation\n\nx\n";
    expect(lacks(text, "alerts/GatewayDown.md")).toEqual([]);
  });
  test("a procedure without an overview is an information; one that is retired lacks nothing", () => {
    expect(lacks("# Rotate keys\n\n1. Rotate them.\n", "runbooks/a.md")).toEqual(["information: Overview."]);
    expect(lacks("# Rotate keys [Deprecated]\n", "runbooks/a.md")).toEqual([]);
  });
  test("sections can be asked for and excused by configuration", () => {
    const rules = {
      DOC003: { severity: undefined, options: { require: ["detection"], ignore: ["impact", "timeline"] } },
    };
    const [finding] = check("# A\n", { configuration: { rules }, only: "DOC003" });
    expect(finding?.message).toContain(": Summary, Detection, Root cause analysis, Restoration, Action items.");
  });
  test("an inserted section goes where the scaffold has it", () => {
    const [finding] = check("# A\n\n## Summary\n\nx\n\n## Timeline\n\nx\n", { only: "DOC003" });
    const impact = finding?.fixes.find(({ title }) => title === 'Insert the section "Impact"');
    expect(impact?.edits.map(({ range }) => range.start)).toEqual(["# A\n\n## Summary\n\nx\n\n".length]);
  });
});

describe("DOC004 empty-section", () => {
  test.each([
    ["a sub-heading", "# A\n\n## Impact\n\n### Users\n\nNone.\n"],
    ["content of its own", "# A\n\n## Severity: SEV-2\n\n## Impact\n\nx\n"],
    ["an event", "# A\n\n## Timeline\n\n### 14:02 Alert fired\n\n### 14:10 Fixed\n\nx\n"],
    ["a step", "# A\n\n## 1. Restart the gateway\n\n## 2. Check it\n\nx\n"],
    ["a heading in front of numbered ones", "# A\n\n## Steps\n\n## 1. Restart\n\nx\n"],
    ["a title", "# A\n\n# Impact\n\nx\n"],
  ])("%s is no empty section", (_name, text) => expect(runbook("DOC004", text)).toEqual([]));
  test("a comment alone leaves it empty", () => {
    expect(postmortem("DOC004", "# A\n\n## Impact\n\n<!-- who? -->\n\n## Timeline\n\nx\n")).toEqual(["## Impact"]);
  });
});

describe("DOC011 unfilled-placeholder", () => {
  test.each([
    ["2022-05-??", "- 2022-05-?? Cleaned up"],
    ["HH:mm", "- HH:mm Alert fired"],
    ["???", "Owner: ???"],
    ["TODO", "TODO: ask the storage team"],
    ["TBD", "Duration: TBD"],
    ["[insert date]", "On [insert date] it broke."],
  ])("%s", (placeholder, text) => expect(postmortem("DOC011", `# A\n\n${text}\n`)).toEqual([placeholder]));
  test.each([
    ["code", "Run `TODO` and\n\n```\nTODO\n```"],
    ["a link", "[x](TODO.md) [text][TBD]\n\n[TBD]: http://example.com/TODO"],
    ["a word in a sentence", "The check was a TODO item of the last incident."],
    ["check boxes", "- [ ] x\n- [x] y"],
    ["a question", "What??? Really?!"],
    ["a state of an action", "## Action items\n\n| Action | Status |\n| --- | --- |\n| Alert | TODO |"],
  ])("%s is none", (_name, text) => expect(postmortem("DOC011", `# A\n\n${text}\n`)).toEqual([]));
  test("a form in a runbook is none", () =>
    expect(runbook("DOC011", "# A\n\n| HH:MM | [your name] |\n| --- | --- |\n")).toEqual([]));
});

describe("DOC022 broken-link", () => {
  test.each([
    "https://example.com/a.md",
    "/docs/a.md",
    "#top",
    "mailto:a@example.com",
    "a.html",
    "../guides/",
    "{{ site }}/a.md",
    "www.example.com",
  ])("%s is not looked at", (url) => expect(runbook("DOC022", `# A\n\n[x](${url})\n`)).toEqual([]));
  test("a file that is not there", () =>
    expect(runbook("DOC022", "# A\n\n![x](img/a.png) [y](../b.md#c)\n")).toEqual(["img/a.png", "../b.md#c"]));
});

describe("PM014 timeline-goes-back", () => {
  const timeline = (...rows: readonly string[]) =>
    `# A on 2025-01-31\n\n## Timeline\n\nAll times are UTC.\n\n${rows.map((row) => `- ${row}\n`).join("")}`;
  test("the newest entry first is an order", () =>
    expect(postmortem("PM014", timeline("14:30 c", "14:20 b", "14:10 a"))).toEqual([]));
  test("one finding for all steps back", () => {
    const [finding, ...rest] = check(timeline("14:00 a", "14:20 b", "14:10 c", "14:40 d", "14:30 e", "14:50 f"), {
      only: "PM014",
    });
    expect(rest).toEqual([]);
    expect(finding?.message).toBe(
      "Timeline goes back in time: 14:10 after 14:20 (and 1 more). Correct the time, or the order.",
    );
    expect(finding?.related.map(({ message }) => message)).toEqual([
      "14:20 stands before it",
      "Goes back too: 14:30 after 14:40",
    ]);
  });
});

describe("PM021 hedged-cause", () => {
  test.each([
    "It might have been caused by the deploy.",
    "The disk was full, most likely because of the logs.",
    "The root cause is still unknown.",
  ])("%s", (text) => expect(postmortem("PM021", cause(text))).toHaveLength(1));
  test.each([
    "A full disk can cause delays.",
    "Users may see errors.",
    "Unknown; hypothesis H1: the deploy caused it, tested by @kim.",
    "Initially we believed that the deploy caused it.",
    "The retry loop caused the load.",
  ])("%s is fine", (text) => expect(postmortem("PM021", cause(text))).toEqual([]));
  test("the status decides the severity", () => {
    const text = cause("The deploy probably caused it.");
    expect(check(text, { only: "PM021" })[0]?.severity).toBe("information");
    expect(check(`---\nstatus: resolved\n---\n\n${text}`, { only: "PM021" })[0]?.severity).toBe("warning");
  });
});

describe("PM022 human-error-as-cause", () => {
  test.each([
    "The engineer forgot to switch it on.",
    "Operator error during the migration.",
    "A developer accidentally deleted the table.",
  ])("%s", (text) => expect(postmortem("PM022", cause(text))).toHaveLength(1));
  test.each([
    "Nothing prevents human error in this step.",
    "Any operator error is a symptom of a missing guard.",
    'Don\'t stop at "human error".',
    "The user error rate rose to 3 %.",
    "The script accidentally matched all hosts.",
  ])("%s is fine", (text) => expect(postmortem("PM022", cause(text))).toEqual([]));
  test("elsewhere it is no cause", () =>
    expect(postmortem("PM022", "# A\n\n## Lessons learned\n\nHuman error happens.\n")).toEqual([]));
});

describe("PM030 unquantified-impact", () => {
  test.each(["No customer impact.", "All users were logged out.", "3 % of requests failed.", "None"])(
    "%s is fine",
    (text) => expect(postmortem("PM030", `# A\n\n## Impact\n\n${text}\n`)).toEqual([]),
  );
  test("words without a number", () =>
    expect(postmortem("PM030", "# A\n\n## Impact\n\nSome users saw errors.\n")).toEqual(["## Impact"]));
  test.each([
    "Keine Auswirkung auf Nutzer.",
    "Ningún usuario afectado.",
    "Personne n'a été touché.",
    "Nenhum cliente foi afetado.",
    "Alle Kunden sahen Fehler.",
    "Tous les clients ont vu des erreurs.",
  ])("an impact that needs no number in another language: %s", (text) =>
    expect(postmortem("PM030", `# A\n\n## Impact\n\n${text}\n`)).toEqual([]),
  );
  test.each(["Einige Nutzer sahen Fehler.", "Algunos usuarios vieron errores."])(
    "one that needs it in another language: %s",
    (text) => expect(postmortem("PM030", `# A\n\n## Impact\n\n${text}\n`)).toEqual(["## Impact"]),
  );
});

describe("PM021 hedged-cause", () => {
  const hedges = (cause: string) => postmortem("PM021", `# A\n\n## Root cause\n\n${cause}\n`);
  test.each([
    ["There might be a bug that causes the delay.", "There might be"],
    ["- **Traffic spike**: weekends may place more strain on the brokers.", "may place"],
    ["It was probably caused by the migration.", "probably"],
  ])("%s", (cause, hedge) => expect(hedges(cause)).toEqual([hedge]));
  test.each([
    ["what a fault can do", "A full disk may block all writes to the broker."],
    ["a hypothesis with a check", "- **Bug**: hypothesis: there might be a leak, which @kim tests."],
  ])("%s is fine", (_name, cause) => expect(hedges(cause)).toEqual([]));
});

describe("PM050, PM051: action items", () => {
  const severity = (text: string) => check(text, { only: "PM051" }).map((finding) => finding.severity);
  const items = "## Action items\n\n- Alert on disk\n";
  test("an owner who was forgotten is a warning; a house without owners is told once", () => {
    expect(severity(`# A\n\n${items}- Raise the limit (@kim)\n`)).toEqual(["warning"]);
    expect(severity(`---\nstatus: final\n---\n\n# A\n\n${items}`)).toEqual(["warning"]);
    expect(severity(`# A\n\n${items}`)).toEqual(["information"]);
  });
  test.each(["None, because the service is gone.", "See [the board](https://example.com/board)."])(
    "%s is fine",
    (text) => expect(postmortem("PM050", `# A\n\n## Action items\n\n${text}\n`)).toEqual([]),
  );
  test("what is done needs no owner", () => {
    expect(
      postmortem("PM051", "# A\n\n## Action items\n\n- [x] Alert on disk\n- The limit has been raised.\n"),
    ).toEqual([]);
  });
  test("prevention beside action items is advice; alone it is a list of actions", () => {
    const prevention = "## Prevention\n\n1. Verify the migration first\n";
    expect(postmortem("PM051", `# A\n\n## Action items\n\n- Alert (@kim)\n\n${prevention}`)).toEqual([]);
    expect(postmortem("PM051", `# A\n\n${prevention}`)).toEqual(["## Prevention"]);
  });
  test("a list beside a table explains it", () => {
    const text =
      "# A\n\n## Action items\n\n| Action | Owner |\n| --- | --- |\n| Alert | @kim |\n\n- Prevent: stop it from happening again\n";
    expect(postmortem("PM051", text)).toEqual([]);
  });
});

describe("ST001 destructive-command", () => {
  const guarded = (before: string, script = "rm -rf /data", info = "sh") =>
    runbook("ST001", `# A\n\n## Mitigation\n\n${before}\n\n\`\`\`${info}\n${script}\n\`\`\`\n`);
  test.each([
    ["a callout", "> [!CAUTION]\n> Mind the path."],
    ["a word of caution", "**Be careful**: this can't be undone."],
    ["a backup", "Take a snapshot of the volume first."],
  ])("%s guards it", (_name, before) => expect(guarded(before)).toEqual([]));
  test("so do a dry run and an attribute", () => {
    expect(guarded("Clear it:", "kubectl delete pvc data --dry-run=client\nkubectl delete pvc data")).toEqual([]);
    expect(guarded("Clear it:", "rm -rf /data", "sh {confirm=type}")).toEqual([]);
  });
  test("confirm=false is no guard, and a comment no command", () => {
    expect(guarded("Clear it:", "rm -rf /data", "sh {confirm=false}")).toEqual(["rm -rf /data"]);
    expect(guarded("Clear it:", "# rm -rf /data\nls")).toEqual([]);
  });
});

describe("ST007 smart-punctuation", () => {
  test.each([
    ["a comment", "ls # it’s “here”"],
    ["a quoted text", 'logger "it’s – gone"'],
    ["the text of echo", "echo “done”"],
    ["a here-document", "cat <<EOF\nit’s “here”\nEOF"],
    ["pasted output", "Created symlink ‘a’ → ‘b’.\nrm: cannot remove ‘a’: No such file"],
    ["a dash between words", "grep a – b"],
  ])("%s is left alone", (_name, script) => expect(runbook("ST007", shell(script))).toEqual([]));
  test.each([
    ["–f", "rm –f x", "rm -f x"],
    ["—force", "git push —force", "git push --force"],
    ["a no-break space", "ls\u00A0-l", "ls -l"],
    ["a zero-width space", "ls\u200B -l", "ls -l"],
  ])("%s is mended", (_name, script, plain) => {
    const text = shell(script);
    const edits = check(text, { path: "runbooks/a.md", only: "ST007" })[0]?.fixes[0]?.edits ?? [];
    expect(
      edits.reduceRight(
        (sofar, { range, newText }) => sofar.slice(0, range.start) + newText + sofar.slice(range.end),
        text,
      ),
    ).toBe(shell(plain));
  });
});

describe("ST008 unclosed-fence", () => {
  const fixes = (text: string) =>
    check(text, { path: "runbooks/a.md", only: "ST008" }).flatMap((one) =>
      one.fixes.map(({ title, safety }) => `${safety}: ${title}`),
    );
  test("a line that was meant to close", () =>
    expect(fixes("# A\n\n````sh\nls\n```\n")).toEqual(['unsafe: Make "```" in line 5 the closing fence']));
  test("prose or another fence inside: no fix", () => {
    expect(fixes("# A\n\n```sh\nls\n\nThen look at the log file.\n")).toEqual([]);
    expect(fixes("# A\n\n```sh\nls\n```sql\nselect 1\n")).toEqual([]);
  });
  test("in a quote and in a list", () => {
    const text = "> ```sh\n> ls\n\n- x\n\n  ```sh\n  ls\n\nText.\n";
    expect(
      check(text, { path: "runbooks/a.md", only: "ST008" }).map(({ fixes: [one] }) => one?.edits[0]?.newText),
    ).toEqual(["\n> ```", "\n  ```"]);
  });
});
