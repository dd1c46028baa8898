import { describe, expect, test } from "vitest";
import { check } from "./check.ts";

/** The texts that the findings of one rule mark. */
function marked(code: string, text: string, path = "postmortems/a.md"): readonly string[] {
  return check(text, { path, only: code, files: [] }).map(({ range }) => text.slice(range.start, range.end));
}
const runbook = (code: string, text: string) => marked(code, text, "runbooks/a.md");

describe("DOC001 no-title", () => {
  test.each([
    ["front matter", "---\ntitle: Delay\n---\n\nText.\n"],
    ["a heading of a lower level in front of all", "## Messages were delayed\n\nText.\n"],
    ["HTML", "<h1>Delay</h1>\n\nText.\n"],
    ["a section that is the only H1", "# Summary\n\nText.\n"],
  ])("%s is a title", (_name, text) => expect(marked("DOC001", text)).toEqual([]));
  test("a section in front of all is none", () => expect(marked("DOC001", "## Summary\n\nText.\n")).toHaveLength(1));
});

describe("DOC002 generic-title", () => {
  test.each(["# Postmortem", "# :fire: Incident Report", "Runbook\n======="])("%s", (title) =>
    expect(marked("DOC002", `${title}\n\n## Impact\n\nx\n`)).toEqual([title]),
  );
  test("a title in the front matter makes up for it", () =>
    expect(marked("DOC002", "---\ntitle: Delay of 2025-01-31\n---\n\n# Postmortem\n\nx\n")).toEqual([]));
});

describe("DOC005 stub-section", () => {
  test.each(["-", "…", "Coming soon!", "*To be written*", "- WIP"])("%s", (body) =>
    expect(runbook("DOC005", `# A\n\n## Diagnosis\n\n${body}\n`)).toEqual(["## Diagnosis"]),
  );
  test.each(["None, because nobody was hurt.", "TODO", "N/A"])("%s is left to others, or an answer", (body) =>
    expect(runbook("DOC005", `# A\n\n## Rollback\n\n${body}\n`)).toEqual([]),
  );
  test("an impact of none is an answer, a cause of none is not", () => {
    expect(marked("DOC005", "# A\n\n## Impact\n\nNone\n\n## Root cause\n\nN/A\n")).toEqual(["## Root cause"]);
  });
});

describe("DOC006 section-order", () => {
  test("lists, labels and sections of other levels have no order", () => {
    expect(marked("DOC006", "# A\n\n## Action items\n\nx\n\n### Root cause\n\nx\n")).toEqual([]);
    expect(marked("DOC006", "# A\n\n**Action items**: x\n\n**Root cause**: x\n")).toEqual([]);
  });
  test("troubleshooting behind the steps of a procedure is for when they fail", () =>
    expect(runbook("DOC006", "# Rotate keys\n\n## Steps\n\n1. x\n\n## Troubleshooting\n\nx\n")).toEqual([]));
});

describe("DOC007 duplicate-section", () => {
  test("below different headings, and in a series, a name may stand again", () => {
    const one = "### Impact\n\nx\n\n";
    expect(marked("DOC007", `# A\n\n## First\n\n${one}## Second\n\n${one}`)).toEqual([]);
    expect(runbook("DOC007", `# A\n\n${"## Description\n\nx\n\n".repeat(3)}`)).toEqual([]);
  });
});

describe("DOC008 misspelt-section", () => {
  test.each(["Toubleshooting", "Preperation", "Apendix"])("%s", (title) =>
    expect(runbook("DOC008", `# A\n\n## ${title}\n\nx\n`)).toEqual([`## ${title}`]),
  );
  test.each(["Nodes", "Example", "Communicating", "Exploration"])("%s is another word", (title) =>
    expect(runbook("DOC008", `# A\n\n## ${title}\n\nx\n`)).toEqual([]),
  );
});

describe("DOC009 contents-mismatch", () => {
  const doc = (contents: string) => `# A\n\n## 目录\n\n${contents}\n## Impact\n\nx\n\n## Root cause\n\nx\n`;
  test("an entry without a heading", () =>
    expect(marked("DOC009", doc("- Impact\n- Detection\n- Root cause\n"))).toEqual(["Detection"]));
  test("a list of other things, and links to other documents", () => {
    expect(marked("DOC009", doc("- Dashboards\n- Alerts\n"))).toEqual([]);
    expect(marked("DOC009", doc("- Impact\n- Root cause\n- [Fleet](fleet.md)\n"))).toEqual([]);
  });
});

describe("DOC012 angle-placeholder-in-prose", () => {
  test.each(["Found by <add name here>.", "Owner: <team>", "At <time of the incident> it broke."])("%s", (text) =>
    expect(marked("DOC012", `# A\n\n${text}\n`)).toHaveLength(1),
  );
  test.each([
    "a<br>b",
    "<details markdown>",
    "Run `stop <pod name>`",
    "List<String>",
    "/jobs/<id>",
    "<Note>x</Note>",
    "<https://a.example>",
  ])("%s is none", (text) => expect(marked("DOC012", `# A\n\n${text}\n`)).toEqual([]));
  test("a runbook asks for it", () => {
    const text = "# A\n\nLog in to <host>.\n";
    const rules = { DOC012: { severity: undefined, options: { runbooks: true } } };
    expect(runbook("DOC012", text)).toEqual([]);
    expect(check(text, { path: "runbooks/a.md", only: "DOC012", configuration: { rules } })).toHaveLength(1);
  });
});

describe("DOC014 placeholder-link", () => {
  test.each(["[x]()", "[x](#)", "[x](url)", "[x](TODO)", "[x](#TODO-link-to-actual-resource)", "[x](https://...)"])(
    "%s",
    (link) => expect(runbook("DOC014", `# A\n\n${link}\n`)).toHaveLength(1),
  );
  test.each(["[x](#top)", "[x](https://example.com)", "[x](links.md)", "[TODO](#todo)\n\n## TODO\n\nx", "- [ ] x"])(
    "%s is a target",
    (link) => expect(runbook("DOC014", `# A\n\n${link}\n`)).toEqual([]),
  );
  test("one finding for one target", () => {
    const [finding, ...rest] = check("# A\n\n[a]() [b]() [c]()\n", { path: "runbooks/a.md", only: "DOC014" });
    expect(rest).toEqual([]);
    expect([finding?.related.length, finding?.message]).toEqual([2, expect.stringContaining("So have 2 more.")]);
  });
});

describe("DOC023 broken-anchor", () => {
  const anchors = (link: string, rest = "") =>
    runbook("DOC023", `# A\n\n[x](#${link})\n\n## 1. Restart *it*, now!\n\n${rest}x\n`);
  test("GitHub's name of a heading, and what other dialects make of it", () => {
    for (const name of ["1-restart-it-now", "1.-restart-it-now", "restart", "top", "L12"]) {
      expect(anchors(name, '<a id="restart"></a>\n\n')).toEqual([]);
    }
  });
  test("a name that is not there", () => expect(anchors("stop-it")).toEqual(["#stop-it"]));
  test("repeated headings, set names, labels of MyST, parts from elsewhere", () => {
    expect(anchors("again-1", "## Again\n\n## Again\n\n")).toEqual([]);
    expect(anchors("mine", "## Again {#mine}\n\n")).toEqual([]);
    expect(anchors("cloud:aws", "(here)=\n\n")).toEqual([]);
    expect(anchors("part", "{% include part.md %}\n\n")).toEqual([]);
  });
});

describe("DOC025 secret-in-text", () => {
  // Put together here, so that no scanner takes the test for a leak.
  const github = `ghp_${"aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF4hJ6"}`;
  const key = `AKIA${"Q3EGRWZ7N5KXLM2P"}`;
  test.each([
    ["a token", `\`\`\`sh\nexport T=${github}\n\`\`\``, github],
    ["an access key", `key ${key}`, key],
    ["a password in an address", `postgres://app:${"kX9vQ2mZ"}@db.acme.net/x`, "kX9vQ2mZ"],
    ["a password", `db_password: "${"hG7-kd93Lqz"}"`, "hG7-kd93Lqz"],
  ])("%s, which the message does not repeat", (_name, text, secret) => {
    const document = `# A\n\n${text}\n`;
    const findings = check(document, { path: "runbooks/a.md", only: "DOC025" });
    expect(findings.map(({ range }) => document.slice(range.start, range.end))).toEqual([secret]);
    expect(findings[0]?.message).not.toContain(secret);
  });
  test.each([
    "AKIAIOSFODNN7EXAMPLE",
    "password=changeme123!A",
    "password=$DB_PASSWORD",
    "password: <the password>",
    "password=correct-horse-battery",
    "secret: vault/kv/broker/admin",
    "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
    "postgres://user:password@localhost/db",
  ])("%s is none", (text) => expect(runbook("DOC025", `# A\n\n${text}\n`)).toEqual([]));
});

describe("DOC024 private-link", () => {
  test.each([
    "https://acme.slack.com/archives/C01/p1",
    "https://docs.google.com/document/d/1/edit",
    "https://acme.pagerduty.com/incidents/P1",
  ])("%s", (url) => expect(marked("DOC024", `# A\n\nSee [it](${url}).\n`)).toEqual([url]));
  test.each([
    ["a channel", "https://acme.slack.com/archives/C01"],
    ["the vendor's documentation", "https://support.pagerduty.com/docs/schedules"],
    ["a page for everybody", "https://docs.google.com/document/d/e/2PACX-1/pub?w=1"],
    ["a rota", "https://acme.pagerduty.com/schedules#P1"],
  ])("%s is none", (_name, url) => expect(marked("DOC024", `# A\n\nSee [it](${url}).\n`)).toEqual([]));
});

describe("DOC026 personal-data", () => {
  test.each(["ana.lima@acme.io", "+44 20 7946 0958"])("%s", (text) =>
    expect(marked("DOC026", `# A\n\nSee ${text} there.\n`)).toEqual([text]),
  );
  test("an address of the network is that of a person where the line says so", () => {
    expect(marked("DOC026", "# A\n\nThe customer came from 151.101.66.49.\n")).toEqual(["151.101.66.49"]);
    expect(marked("DOC026", "# A\n\nThe gateway has 151.101.66.49.\n")).toEqual([]);
  });
  test("one finding an address, which takes out all", () => {
    const [finding, ...rest] = check("# A\n\nana@acme.io and Ana@acme.io\n", { only: "DOC026" });
    expect(rest).toEqual([]);
    expect(finding?.fixes[0]?.edits).toHaveLength(2);
  });
  test.each([
    "support@acme.io",
    "git@github.com:a/b.git",
    "a@example.com",
    "ops+pager@acme.io",
    "1+ana@users.noreply.github.com",
    "ana@db-01.acme.io:/var/log",
    "10.0.0.1",
    "192.0.2.7",
    "v151.101.66.49",
    "6.0.4.6",
    "8f+1 2",
  ])("%s is none", (text) => expect(marked("DOC026", `# A\n\nSee ${text} there.\n`)).toEqual([]));
});

describe("DOC027 hidden-characters", () => {
  test("one finding, one fix for all", () => {
    const [finding, ...rest] = check("# A\n\nga\u200Bte\u202Eway `x\u2060y`\n", { only: "DOC027" });
    expect(rest).toEqual([]);
    expect(finding?.message).toBe(
      "A zero-width space (U+200B) stands here, which nobody sees. So do 2 more in this document. Delete it.",
    );
    expect(finding?.fixes[0]?.edits).toHaveLength(3);
  });
  test.each(["\uFEFF# A", "👩\u200D💻 works", "می\u200Cخواهم", "क\u094D\u200Dष", "⚠\uFE0F"])("%j is none", (text) =>
    expect(marked("DOC027", `${text}\n\nx\n`)).toEqual([]),
  );
});
