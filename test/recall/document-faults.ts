import { addBelow, dropSection, type Fault, replaceFirst, setBody } from "./edit.ts";
import { HEADINGS } from "./places.ts";

const BOTH = ["postmortem", "runbook"] as const;
const POSTMORTEM = ["postmortem"] as const;

const fault = (name: string, code: string, kinds: Fault["kinds"], inject: Fault["inject"]): Fault => ({
  name,
  code,
  kinds,
  inject,
});

/** Wherever a paragraph may stand: in the first section that both kinds have. */
const add = (text: string, block: string, below = 0) =>
  addBelow(text, HEADINGS.summary, block, below) ?? addBelow(text, HEADINGS.meaning, block, below);

/** Ways to break what both kinds of documents have. */
export const DOCUMENT_FAULTS: readonly Fault[] = [
  fault("no title", "DOC001", BOTH, ({ text }) => {
    const broken = replaceFirst(text, /^# .*\n\n/m, "");
    return broken && { ...broken, line: 1 };
  }),
  fault("a title that says nothing", "DOC002", POSTMORTEM, ({ text }) => replaceFirst(text, /^# .*$/m, "# Postmortem")),
  fault("empty the impact", "DOC004", BOTH, ({ text }) => setBody(text, HEADINGS.impact, "")),
  fault("empty the cause", "DOC004", BOTH, ({ text }) => setBody(text, HEADINGS.cause, "")),
  fault("empty the diagnosis", "DOC004", BOTH, ({ text }) => setBody(text, HEADINGS.diagnosis, "")),
  fault(
    "only a comment below a heading",
    "DOC004",
    BOTH,
    ({ text }) =>
      setBody(text, HEADINGS.restoration, "<!-- who knows? -->") ??
      setBody(text, HEADINGS.verification, "<!-- how? -->"),
  ),
  fault("n/a without a reason", "DOC005", POSTMORTEM, ({ text }) => setBody(text, HEADINGS.cause, "N/A")),
  fault(
    "a promise instead of a section",
    "DOC005",
    BOTH,
    ({ text }) =>
      setBody(text, HEADINGS.contributing, "Coming soon.") ?? setBody(text, HEADINGS.verification, "To be written."),
  ),
  fault("the same section twice", "DOC007", BOTH, ({ text }) => {
    const twice = `${text}\n## Impact\n\nSome more words on the 2 % of users who were affected.\n`;
    return HEADINGS.impact.test("## Impact") && /^## Impact$/m.test(text)
      ? { text: twice, line: text.split("\n").length + 1 }
      : undefined;
  }),
  fault("a misspelt heading", "DOC008", POSTMORTEM, ({ text }) => replaceFirst(text, /^## Timeline$/m, "## Timelime")),
  fault("a misspelt heading in a runbook", "DOC008", ["runbook"], ({ text }) =>
    replaceFirst(text, /^## Verification$/m, "## Verfication"),
  ),
  fault("a contents list with an entry too many", "DOC009", POSTMORTEM, ({ text }) =>
    replaceFirst(
      text,
      /^(## (?:Summary|What happened|Executive summary))$/m,
      "## Contents\n\n- [Impact](#impact)\n- [Timeline](#timeline)\n- [Glossary](#glossary)\n\n$1",
      4,
    ),
  ),
  ...["TODO: add the graph", "Duration: TBD", "FIXME: who was it?", "The number of users: ???"].map((placeholder) =>
    fault(`insert "${placeholder}"`, "DOC011", BOTH, ({ text }) => add(text, placeholder)),
  ),
  ...["On [insert date] it began.", "It began on 2025-01-??.", "The owner is [name]."].map((placeholder) =>
    fault(`insert "${placeholder}"`, "DOC011", POSTMORTEM, ({ text }) => add(text, placeholder)),
  ),
  fault("an angle placeholder in prose", "DOC012", POSTMORTEM, ({ text }) =>
    add(text, "The incident began at <start time> in the region."),
  ),
  fault("a link that was never filled in", "DOC014", BOTH, ({ text }) => add(text, "See [the dashboard]().")),
  fault("a broken link", "DOC022", BOTH, ({ text }) =>
    replaceFirst(text, /\((?:\.\.\/runbooks\/restore|escalation)\.md\)/, "(gone.md)"),
  ),
  fault("a broken image", "DOC022", BOTH, ({ text }) => add(text, "![The graph of that night](images/graph.png)")),
  fault("a broken anchor", "DOC023", BOTH, ({ text }) => add(text, "See [the details](#details-of-that-night).")),
  fault("a token in the text", "DOC025", BOTH, ({ text }) =>
    add(text, `The job used the token ghp_${"a8Kd03LmQz71PvTx".repeat(3).slice(0, 36)} until then.`),
  ),
  fault("a character that turns the text round", "DOC027", BOTH, ({ text }) =>
    add(text, "The file was called report\u202Efdp.exe by its sender."),
  ),
  fault("a fence that the end of the next one closes", "ST008", BOTH, ({ text }) => add(text, "```sh\nuptime")),
  fault("a fence that is never closed", "ST008", BOTH, ({ text }) => ({
    text: `${text}\n\`\`\`sh\nuptime\n`,
    line: text.split("\n").length + 1,
  })),
  fault("a comment without effect", "SUP001", BOTH, ({ text }) =>
    add(text, "<!-- runbook-disable-next-line ST008 -- was needed once -->\n\nNothing to see."),
  ),
  fault("front matter that can't be read", "DOC028", BOTH, ({ text }) =>
    text.startsWith("---\n") ? { text: text.replace("---\n", "---\ntitle: a: b\n"), line: 2 } : undefined,
  ),
  fault("drop the meaning", "DOC003", ["runbook"], ({ text }) => dropSection(text, HEADINGS.meaning)),
];
