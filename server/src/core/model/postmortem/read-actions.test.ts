import { describe, expect, it } from "vitest";
import { readPostmortemBody as read } from "../../../../../test/support/postmortem.ts";

describe("actions", () => {
  /** Actions as `text | owner | ticket | due | done`. */
  const actions = (body: string): string[] =>
    read(`## Action items\n\n${body}\n`).actions.map((each) =>
      [each.text, each.owner ?? "-", each.ticket ?? "-", each.due ?? "-", each.done ? "done" : "open"].join(" | "),
    );

  it.each([
    ["bullets", "- Add an alert (@alice, #12)"],
    ["numbers", "1. Add an alert (@alice, #12)"],
    ["checkboxes", "- [ ] Add an alert (@alice, #12)"],
  ])("in %s", (_, body) => {
    expect(actions(body)).toEqual(["Add an alert (@alice, #12) | @alice | #12 | - | open"]);
  });

  it("in tables, by their columns", () => {
    const table =
      "| Action | Owner | Due | Ticket | Status |\n|-|-|-|-|-|\n| Add an alert | Alice | 2024-03-01 | [OPS-7](https://example.com/browse/OPS-7) | Done |\n| Test | TBD | - | | open |";
    expect(actions(table)).toEqual([
      "Add an alert | Alice | https://example.com/browse/OPS-7 | 2024-03-01 | done",
      "Test | - | - | - | open",
    ]);
  });

  it.each([
    ["a handle", "Ask @alice-b", "@alice-b"],
    ["a team's handle", "Ask @org/sre", "@org/sre"],
    ["initials in front", "AC: add an alert", "AC"],
    ["several initials", "AC/BD: add an alert", "AC/BD"],
    ["a name at the end", "Add an alert (Alice Smith)", "Alice Smith"],
    ["a name in square brackets", "Add an alert [Jerry]", "Jerry"],
    ["a team at the end", "Add an alert (Platform team)", "Platform team"],
    ["a field", "Add an alert — Owner: Alice", "Alice"],
    ["a Japanese field", "監視を追加（担当: 開発チーム、期限: 2024-03-01）", "開発チーム"],
  ])("owner: %s", (_, text, owner) => {
    expect(read(`## Action items\n\n- ${text}\n`).actions[0]?.owner).toBe(owner);
  });

  it.each([
    ["Add an alert (??)"],
    ["Add an alert (TBD)"],
    ["Add an alert — Owner: TBD"],
    ["Add an alert (done)"],
    ["Add an alert (issue created)"],
    ["Upgrade `@types/node` and @types/mdast/index"],
    ["Mail ops@example.com"],
    ["API: add an alert"],
    ["NEW: add an alert"],
    ["Monitoring: add an alert"],
    ["**Document RLS patterns:** in the guide"],
  ])("nobody: %s", (text) => {
    expect(read(`## Action items\n\n- ${text}\n`).actions[0]?.owner).toBeUndefined();
  });

  it("inherits the owner from a name above the list, not from a group's name", () => {
    expect(
      actions("**Natalie**\n\n- Add an alert\n- Test it\n\nShort term:\n\n- Upgrade").map(
        (each) => each.split(" | ")[1],
      ),
    ).toEqual(["Natalie", "Natalie", "-"]);
    expect(
      actions("- Natalie:\n  - Add an alert\n- Prevention:\n  - Test it").map((each) => each.split(" | ")[1]),
    ).toEqual(["Natalie", "-"]);
    expect(
      actions("### @alice\n\n- Add an alert\n\n### Kubernetes\n\n- Upgrade").map((each) => each.split(" | ")[1]),
    ).toEqual(["@alice", "-"]);
  });

  it("takes nested items for details of the action", () => {
    expect(actions("- Add tests\n  - https://github.com/org/repo/pull/12\n  - Owner: Alice")).toEqual([
      "Add tests | Alice | https://github.com/org/repo/pull/12 | - | open",
    ]);
  });

  it.each([
    ["#12", "#12"],
    ["org/repo#12", "org/repo#12"],
    ["OPS-123", "OPS-123"],
    ["[the issue](https://github.com/org/repo/issues/5)", "https://github.com/org/repo/issues/5"],
    ["https://trello.com/c/AbC12", "https://trello.com/c/AbC12"],
    ["SEV-1", undefined],
    ["CVE-2021-44228", undefined],
    ["SHA-256", undefined],
    ["UTF-8", undefined],
  ])("ticket: %s", (text, ticket) => {
    expect(read(`## Action items\n\n- Fix it, see ${text}\n`).actions[0]?.ticket).toBe(ticket);
  });

  it.each([
    ["by 2024-03-01", "2024-03-01"],
    ["(due: March 1st, 2024)", "2024-03-01"],
    ["(2024-03-01)", "2024-03-01"],
    ["by 1 March", "2024-03-01"],
    ["as on 2024-03-01", undefined],
    ["soon", undefined],
  ])("due: %s", (text, due) => {
    expect(read(`## Action items\n\n- Fix it ${text}\n`).actions[0]?.due).toBe(due);
  });

  it("sees what is done", () => {
    expect(actions("- [x] a1\n- ~~b1~~\n- ✅ c1\n- d1 (done)\n- e1").map((each) => each.endsWith("done"))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(actions("### Completed\n\n- a1\n- [ ] b1\n\n### Next\n\n- c1").map((each) => each.endsWith("done"))).toEqual(
      [true, false, false],
    );
  });

  it("takes prose for no action, and names the sections all the same", () => {
    const document = read("## Action items\n\nWe will be more careful.\n\n## Follow-ups\n\n- Add an alert\n");
    expect(document.actions.map((each) => each.text)).toEqual(["Add an alert"]);
    expect(document.actionSections.map((section) => section.title)).toEqual(["Action items", "Follow-ups"]);
  });

  it("reads a label's list", () => {
    expect(read("**Action items**:\n\n- Add an alert\n").actions.map((each) => each.text)).toEqual(["Add an alert"]);
    expect(read("- **Review actions**:\n  - Add an alert\n").actions.map((each) => each.text)).toEqual([
      "Add an alert",
    ]);
  });
});
