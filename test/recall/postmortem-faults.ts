import { addBelow, type Broken, changeAll, dropSection, type Fault, replaceFirst, setBody, swapLines } from "./edit.ts";
import { ENTRY, HEADINGS } from "./places.ts";

/** Actions that are done need no owner. */
const isOpen = (text: string): boolean => !/^- \[x\] /m.test(text);

const postmortem = (name: string, code: string, inject: Fault["inject"]): Fault => ({
  name,
  code,
  kinds: ["postmortem"],
  inject,
});

/** Takes the day out of everything that tells it: fields, summary, cause, and the file's name. */
function undated(text: string, path: string, heading: RegExp): Broken | undefined {
  if (/^ {2}started:/m.test(text)) return undefined;
  const without = text
    .replace(/^(?:\*\*Date\*\*|\| Date \||- Date:| {2}date:).*\n/m, "")
    .replace(/ \(2 February 2026\)/, "")
    .replace(/On \d+ \w+ 2025, from/, "From")
    .replaceAll(/\d{4}-\d{2}-\d{2}|\d+ (?:January|February)(?: 2025)?/g, "then");
  const line = without.split("\n").findIndex((one) => heading.test(one)) + 1;
  return line === 0 ? undefined : { text: without, line, path: path.replace(/\d{4}-\d{2}-\d{2}-/, "") };
}

/** Ways to break a postmortem's timeline and dates. */
const TIMELINE: readonly Fault[] = [
  postmortem("swap the first two entries of the timeline", "PM014", ({ text }) => swapLines(text, ENTRY, 0)),
  postmortem("swap two later entries", "PM014", ({ text }) => swapLines(text, ENTRY, 3)),
  postmortem("mistype an hour", "PM014", ({ text }) =>
    replaceFirst(text, /^(\| |- |### |)09:52(?=[: ] ?(?:\| )?Old segments)/m, "$106:52"),
  ),
  postmortem("take the time zone away", "PM011", ({ text }) => {
    // The restoration steps name it too.
    const without = text.replaceAll(" UTC", "");
    return changeAll(without, /^All times are\.$/, "", HEADINGS.timeline);
  }),
  postmortem("take the times away", "PM010", ({ text }) =>
    changeAll(text, /^(\| |- |### |)\d{2}:\d{2}(?:: | )(?!UTC)/, "$1", HEADINGS.timeline),
  ),
  postmortem("an hour that no clock has", "PM016", ({ text }) =>
    replaceFirst(text, /^(\| |- |### |)\d{2}(?=:\d{2}(?: \||:? (?!UTC)[A-Z]))/m, "$127"),
  ),
  postmortem("a minute that no clock has", "PM016", ({ text }) =>
    replaceFirst(text, /^(\| |- |### |)(\d{2}):\d{2}(?=(?: \||:? (?!UTC)[A-Z]))/m, "$1$2:73"),
  ),
  postmortem("take the date away", "PM012", ({ text, path }) => undated(text, path, HEADINGS.timeline)),
  postmortem("a 12-hour time without its half of the day", "PM015", ({ text }) =>
    replaceFirst(
      text
        .replace(/^(\| |- |### |)0(?=\d:\d{2}(?: \||:? (?!UTC)[A-Z]))/gm, "$1")
        .replace(/^(\| |- |### |)9:59(?=(?: \||:)? (?:\| )?Mitigated)/m, "$112:56"),
      /^(\| |- |### |)10:20(?=(?: \||:)? (?:\| )?Resolved)/m,
      "$11:10",
    ),
  ),
  postmortem("two zones in one timeline", "PM013", ({ text }) =>
    replaceFirst(text, /^(\| |- |### |)(\d{2}:\d{2})(?=(?: \||:? Detected))/m, "$1$2 PST"),
  ),
  postmortem("no date at all", "PM001", ({ text, path }) => undated(text, path, /^# /)),
  postmortem("an impossible date", "DOC015", ({ text }) =>
    replaceFirst(text, /(\*\*Date\*\*: |\bdate: |\| Date \| |- Date: )\d{4}-\d{2}-\d{2}/i, "$12025-02-30"),
  ),
  postmortem("a date that reads two ways", "DOC016", ({ text }) =>
    replaceFirst(text, /(\*\*Date\*\*: |\bdate: |\| Date \| |- Date: )\d{4}-\d{2}-\d{2}/i, "$103/04/2025"),
  ),
  postmortem("a severity that no scale has", "DOC017", ({ text }) =>
    replaceFirst(text, /(\*\*Severity\*\*: |\bseverity: |\| Severity \| |- Severity: )SEV-\d/i, "$1rather bad"),
  ),
  postmortem("a wrong duration", "PM003", ({ text }) =>
    replaceFirst(
      text,
      /^(\*\*|- |\| )Status(\*\*: |: | \| )final(.*)$/m,
      "$1Status$2final$3\n$1Duration$29 hours$3",
      1,
    ),
  ),
];

/** Ways to break what a postmortem says of impact, cause, restoration and actions. */
const CONTENT: readonly Fault[] = [
  postmortem("an impact without numbers", "PM030", ({ text }) =>
    setBody(text, HEADINGS.impact, "Many users were affected for a while, and some of them wrote to support."),
  ),
  postmortem("an impact without a duration", "PM031", ({ text }) => {
    // The title, the summary and fields may tell it too.
    if (/^ {2}(?:started|resolved):/m.test(text)) return undefined;
    const shorter = text.replace(/^# .*$/m, "# Search returned no results");
    const vague = setBody(shorter, HEADINGS.summary, "The service did not answer, because a disk was full.");
    return vague && setBody(vague.text, HEADINGS.impact, "41,000 of 380,000 active users (11 %) saw an empty page.");
  }),
  postmortem("a hedged cause", "PM021", ({ text }) =>
    addBelow(text, HEADINGS.cause, "The outage was probably caused by the deployment of the day before."),
  ),
  postmortem("a suspected cause", "PM021", ({ text }) =>
    addBelow(text, HEADINGS.cause, "We believe that the outage was caused by a change of the network."),
  ),
  postmortem("a cause that might have been", "PM021", ({ text }) =>
    addBelow(text, HEADINGS.cause, "It might have been caused by a faulty switch."),
  ),
  postmortem("human error as the cause", "PM022", ({ text }) =>
    addBelow(text, HEADINGS.cause, "The root cause was human error during the maintenance."),
  ),
  postmortem("a person who forgot", "PM022", ({ text }) =>
    addBelow(text, HEADINGS.cause, "The engineer on duty forgot to run the second script."),
  ),
  postmortem("a person among the contributing factors", "PM022", ({ text }) =>
    addBelow(text, HEADINGS.contributing, "An operator accidentally deleted the wrong volume."),
  ),
  postmortem("users as the cause", "PM024", ({ text }) =>
    setBody(text, HEADINGS.cause, "The outage was caused by users who sent too many requests.", 2),
  ),
  postmortem("a person blamed among the lessons", "PM025", ({ text }) =>
    addBelow(text, HEADINGS.lessons, "The developer should have known better."),
  ),
  postmortem("a careless mistake", "PM025", ({ text }) =>
    addBelow(text, HEADINGS.summary, "It was a careless mistake of the release team."),
  ),
  postmortem("a restoration that says nothing", "PM040", ({ text }) =>
    setBody(text, HEADINGS.restoration, "Everything went back to normal."),
  ),
  postmortem("delete an owner", "PM051", ({ text }) =>
    isOpen(text) ? replaceFirst(text, /(?<=\()@\w+, (?=due)|(?<=\| )@\w+(?= \| 2025)/, "") : undefined,
  ),
  postmortem("delete all owners", "PM051", ({ text }) =>
    isOpen(text) ? changeAll(text, /(?<=\()@\w+, (?=due)|(?<=\| )@\w+(?= \| 2025)/, "", HEADINGS.actions) : undefined,
  ),
  postmortem("an owner that is to be decided", "PM051", ({ text }) =>
    isOpen(text) ? replaceFirst(text, /(?<=\()@\w+(?=, due)|(?<=\| )@\w+(?= \| 2025)/, "TBD") : undefined,
  ),
  postmortem("delete a ticket", "PM052", ({ text }) =>
    isOpen(text) ? replaceFirst(text, /, [A-Z]+-\d+(?=\))|(?<=\| )(?!SEV)[A-Z]+-\d+(?= \|$)/m, "") : undefined,
  ),
  postmortem("a weak action", "PM054", ({ text }) =>
    replaceFirst(
      text,
      /(?<=^(?:\| |- |- \[ \] ))(?:Alert when|Close connections|Add the relay)[^|(]+(?= [|(])/m,
      "Be more careful",
    ),
  ),
  postmortem("intentions instead of action items", "PM050", ({ text }) =>
    setBody(text, HEADINGS.actions, "We want to get better at watching our disks and at testing our changes."),
  ),
];

/** Ways to break the shape whose sections are labels. */
const LABELS: readonly Fault[] = [
  ...(["Impact", "Resolution", "Summary"] as const).map((label) =>
    postmortem(`drop the label ${label}`, "DOC003", ({ text }) => {
      const broken = replaceFirst(text, new RegExp(`^\\*\\*${label}\\*\\*: .*\\n\\n`, "m"), "");
      return broken && { ...broken, line: 1 };
    }),
  ),
  postmortem("a label's impact without numbers", "PM030", ({ text }) =>
    replaceFirst(text, /^\*\*Impact\*\*: .*$/m, "**Impact**: many users were affected for a while."),
  ),
  postmortem("a label's cause hedged", "PM021", ({ text }) =>
    replaceFirst(text, /^\*\*Root cause\*\*: .*$/m, "**Root cause**: it was probably caused by the deployment."),
  ),
  postmortem("a label's cause is a person", "PM022", ({ text }) =>
    replaceFirst(
      text,
      /^\*\*Root cause\*\*: .*$/m,
      "**Root cause**: the operator accidentally deleted the wrong volume.",
    ),
  ),
];

/** Sections that go missing. */
const SECTIONS: readonly Fault[] = (["summary", "impact", "timeline", "restoration", "actions"] as const)
  .map((part) => postmortem(`drop the section ${part}`, "DOC003", ({ text }) => dropSection(text, HEADINGS[part])))
  .concat([
    postmortem("drop all causes", "DOC003", ({ text }) =>
      dropSection(dropSection(text, HEADINGS.contributing)?.text ?? "", HEADINGS.cause),
    ),
  ]);

/** All ways to break a postmortem. */
export const POSTMORTEM_FAULTS: readonly Fault[] = [...SECTIONS, ...LABELS, ...TIMELINE, ...CONTENT];
