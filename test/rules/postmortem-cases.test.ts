import { describe, expect, test } from "vitest";
import { check } from "./check.ts";

/** The texts that the findings of one rule mark. */
function marked(code: string, text: string): readonly string[] {
  return check(text, { path: "postmortems/a.md", only: code }).map(({ range }) => text.slice(range.start, range.end));
}
const section = (name: string, body: string) => `# Delays on 2025-01-31\n\n## ${name}\n\n${body}\n`;
const timeline = (body: string) => section("Timeline", body);

describe("PM010 timeline-without-times", () => {
  test.each([
    ["times counted from the begin", "- T+5 min: alert\n- T+9 min: fixed"],
    ["a time within a sentence", "We saw it at 14:02 and mended it at 14:47."],
    ["dates alone", "- 2025-01-30: reported\n- 2025-01-31: fixed"],
    ["a link that holds it", "See the [channel](https://example.com/log)."],
    ["a picture", "![timeline](timeline.png)"],
    ["nothing yet", "TBD"],
  ])("%s is fine", (_name, body) => expect(marked("PM010", timeline(body))).toEqual([]));
  test("events without any", () => expect(marked("PM010", timeline("- alert\n- fixed"))).toEqual(["## Timeline"]));
});

describe("PM012 timeline-without-date", () => {
  const events = "- 14:02 alert\n- 14:47 fixed";
  const without = (text: string, path = "postmortems/a.md") => check(text, { path, only: "PM012" }).length;
  test("a date in the title, a field, the file's name or the text before is enough", () => {
    expect(without(`# Delays on 2025-01-31\n\n## Timeline\n\n${events}\n`)).toBe(0);
    expect(without(`---\ndate: 2025-01-31\n---\n\n# Delays\n\n## Timeline\n\n${events}\n`)).toBe(0);
    expect(without(`# Delays\n\n## Timeline\n\n${events}\n`, "postmortems/20250131-delays.md")).toBe(0);
    expect(without(`# Delays\n\nOn 31 January 2025 messages were late.\n\n## Timeline\n\n${events}\n`)).toBe(0);
  });
  test("a weekday is no date", () => {
    expect(without(`# Delays on Tuesday\n\n## Timeline\n\n${events}\n`)).toBe(1);
  });
});

describe("PM013 mixed-time-zones", () => {
  test.each([
    ["one zone under two names", "- 14:02 UTC alert\n- 14:47 GMT fixed"],
    [
      "one zone for all, over the change of the clocks",
      "All times PDT.\n\n- 2025-01-05 14:02 built\n- 2025-07-05 14:47 broke",
    ],
  ])("%s is fine", (_name, body) => expect(marked("PM013", timeline(body))).toEqual([]));
  test("winter time in July beside summer time is another zone", () => {
    const body = "- 2025-07-05 14:02 PDT alert\n- 2025-07-05 14:20 PDT more\n- 2025-07-05 14:47 PST fixed";
    expect(marked("PM013", timeline(body))).toEqual(["PST"]);
  });
  test("no conversion over midnight, and none from a zone that means several", () => {
    const fixes = (body: string) => check(timeline(body), { only: "PM013" }).flatMap((finding) => finding.fixes);
    expect(fixes("- 22:02 UTC a\n- 22:10 UTC b\n- 23:30 CET c")).toHaveLength(1);
    expect(fixes("- 00:02 UTC a\n- 00:10 UTC b\n- 00:30 CET c")).toEqual([]);
    expect(fixes("- 14:02 UTC a\n- 14:10 UTC b\n- 15:30 CST c")).toEqual([]);
  });
});

describe("PM016 invalid-time", () => {
  test.each(["13:06 PM", "24:00", "9h15"])("%s is a time", (time) => {
    expect(marked("PM016", timeline(`- 09:00 a\n- ${time} b`))).toEqual([]);
  });
  test("25:10 is none", () => expect(marked("PM016", timeline("- 09:00 a\n- 25:10 b"))).toEqual(["25:10"]));
});

describe("PM018 mixed-time-formats", () => {
  const fixes = (body: string) => check(timeline(body), { only: "PM018" }).flatMap((finding) => finding.fixes);
  test("no fix where a time may be before or after noon", () => {
    expect(fixes("- 9:15 a\n- 2:02 pm b\n- 15:10 c")).toEqual([]);
    expect(fixes("- 13:15 a\n- 2:02 pm b\n- 15:10 c")).toHaveLength(1);
  });
});

describe("PM024 users-as-cause", () => {
  const cause = (text: string) => marked("PM024", section("Root cause", text));
  test.each([
    "The outage was not caused by users.",
    "A query over all users locked the table.",
    "The error was caused by user data without a country.",
    "Demand rose to 900 requests a second.",
  ])("fine: %s", (text) => expect(cause(text)).toEqual([]));
  test("a sub-heading", () => expect(cause("### User behavior\n\nToo many pictures.")).toEqual(["### User behavior"]));
  test("a sentence", () =>
    expect(cause("The outage was caused by users who sent too much.")).toEqual(["caused by users"]));
});

describe("PM025 blameful-wording", () => {
  const said = (text: string) => marked("PM025", section("Summary", text));
  test.each([
    'We never write "human error".',
    "The new check prevents human error.",
    "The step is human error prone.",
    "“Operator error” is never a root cause.",
    "Any operator error is a symptom of a missing check.",
    "Did we forget to say so?",
  ])("fine: %s", (text) => expect(said(text)).toEqual([]));
  test("in the cause section the other rule speaks", () => {
    const text = section("Root cause", "The engineer forgot to restart it.");
    expect(marked("PM025", text)).toEqual([]);
    expect(marked("PM022", text)).toHaveLength(1);
  });
});

describe("PM031 impact-without-duration", () => {
  test.each([
    "Users saw errors for 45 minutes.",
    "Users saw errors from 14:02 to 14:47.",
    "Users saw errors the whole day.",
    "No user impact.",
    "**Duration:** 45 min",
  ])("fine: %s", (text) => expect(marked("PM031", section("Impact", text))).toEqual([]));
  test("a field answers too", () => {
    const text = "---\nduration: 45m\n---\n\n# Delays\n\n## Impact\n\n1,200 users saw errors.\n";
    expect(marked("PM031", text)).toEqual([]);
  });
});

describe("PM040 restoration-without-action", () => {
  const restored = (text: string) => marked("PM040", section("Restoration", text));
  test.each([
    "We rolled back to 1.2.3.",
    "The pods restarted on their own.",
    "Fixed by [#12](https://example.com/pull/12).",
    "```sh\nkubectl rollout undo deploy/x\n```",
    "TBD",
  ])("fine: %s", (text) => expect(restored(text)).toEqual([]));
  test.each([
    "The incident was resolved.",
    "Everything works again.",
    "- Patches: immediate deployment of the necessary patches.\n- Documentation: updated user guides.",
  ])("says nothing: %s", (text) => expect(restored(text)).toHaveLength(1));
});

describe("PM042 restoration-unverified", () => {
  const restored = (text: string) => marked("PM042", section("Restoration", text));
  test.each([
    "We restarted the broker. The queue was empty at 14:47.",
    "We restarted the broker and checked the graph.",
    "We banned the account.",
  ])("fine: %s", (text) => expect(restored(text)).toEqual([]));
  test("the timeline may tell it", () => {
    const events = "## Timeline\n\n- 14:31 UTC restart\n- 14:47 UTC error rate back to normal\n";
    expect(marked("PM042", `${section("Restoration", "We restarted the broker.")}\n${events}`)).toEqual([]);
  });
});

describe("actions", () => {
  const actions = (code: string, text: string) => marked(code, section("Action items", text));
  test("done items need no ticket; a board answers for all", () => {
    expect(actions("PM052", "- [x] Add an alert\n- Restart nightly (#12)")).toEqual([]);
    expect(
      actions("PM052", "Tracked in [the milestone](https://example.com/o/r/milestone/3).\n\n- Add an alert"),
    ).toEqual([]);
  });
  test("who will do it may stand in front", () => {
    expect(actions("PM051", "- Platform will update the service accounts.")).toEqual([]);
    expect(actions("PM051", "- We will update the service accounts.")).toHaveLength(1);
    expect(actions("PM051", "- Kubernetes will be upgraded.")).toHaveLength(1);
  });
  test("a weak verb with a result is fine", () => {
    expect(actions("PM054", "- Investigate the leak\n- Investigate the leak and report it upstream")).toEqual([
      "Investigate",
    ]);
  });
});
