import { addBelow, type Broken, dropSection, type Fault, replaceFirst, setBody } from "./edit.ts";
import { HEADINGS } from "./places.ts";

const runbook = (name: string, code: string, inject: Fault["inject"]): Fault => ({
  name,
  code,
  kinds: ["runbook"],
  inject,
});

/** Puts a step with one command at the head of the mitigation. The fault's line is the command's. */
const addStep =
  (script: string, info = "sh {effect=write undo=none}"): Fault["inject"] =>
  (document) => {
    const { text } = document;
    const isHeading = /^### /m.test(text);
    const width = isHeading ? 0 : /^- \[ \] /m.test(text) ? 2 : 3;
    const title = isHeading ? "### Do the new thing" : width === 2 ? "- [ ] Do the new thing" : "1. Do the new thing";
    const pad = " ".repeat(width);
    const lines = [
      title,
      "",
      `${pad}\`\`\`${info}`,
      ...script.split("\n").map((line) => `${pad}${line}`),
      `${pad}\`\`\``,
    ];
    return addBelow(text, HEADINGS.mitigation, lines.join("\n"), 3);
  };

/** Changes the first command below the mitigation's heading. */
const COMMAND = {
  script: /(?<=^## (?:Mitigation|Steps)\n[\s\S]*?```sh[^\n]*\n[^\n]*?)kubectl /m,
  info: /(?<=^## (?:Mitigation|Steps)\n[\s\S]*?)```sh \{[^\n]*/m,
};

/** Alerts are in capitals; a procedure may do without the sections that an alert's runbook needs. */
const isAlert = (path: string): boolean => /\/[A-Z]\w+\.md$/.test(path);

/** What the generated runbooks check behind a write. */
const CHECKS = /\n\n *It must succeed:\n\n *```sh \{verify=true\}\n.*\n *```/g;

/** The fault shows at the heading of the mitigation. */
const atMitigation = (broken: Broken | undefined): Broken | undefined =>
  broken && { ...broken, line: broken.text.split("\n").findIndex((line) => HEADINGS.mitigation.test(line)) + 1 };

/** The fault shows on the fence's own line. */
const onInfo = (broken: Broken | undefined): Broken | undefined => broken && { ...broken, line: broken.line - 1 };

/** Ways to break a runbook's steps and commands. */
export const RUNBOOK_FAULTS: readonly Fault[] = [
  runbook("drop the impact of an alert", "DOC003", ({ text, path }) =>
    !isAlert(path) ? undefined : dropSection(text, HEADINGS.impact),
  ),
  runbook("drop the diagnosis of an alert", "DOC003", ({ text, path }) =>
    !isAlert(path) ? undefined : dropSection(text, HEADINGS.diagnosis),
  ),
  runbook("drop the mitigation of an alert", "DOC003", ({ text, path }) =>
    !isAlert(path) ? undefined : dropSection(text, HEADINGS.mitigation),
  ),
  runbook("drop the verification", "RB001", ({ text }) =>
    // A sentence about what must be seen is a verification too, and so is waiting for the replica.
    /must shrink|Wait for the new replica/.test(text)
      ? undefined
      : atMitigation(dropSection(text.replaceAll(CHECKS, ""), HEADINGS.verification)),
  ),
  runbook("drop the escalation", "RB003", ({ text }) => {
    // The samples name people and channels all over.
    if (!text.includes("[the rota]")) return undefined;
    const nobody = text.replace(/^ {2}owner: .*\n/m, "").replaceAll(/#incidents|@\w+/g, "the others");
    return atMitigation(dropSection(nobody, HEADINGS.escalation));
  }),
  runbook("a file named after another alert", "RB004", ({ text, path }) => {
    if (!isAlert(path)) return undefined;
    const broken = replaceFirst(text.replace(/^ {2}alerts: .*\n/m, ""), /^# .*$/m, "$&");
    return broken && { ...broken, path: "runbooks/DiskAlmostFull.md" };
  }),
  runbook("a mitigation that is no help", "RB005", ({ text, path }) =>
    !isAlert(path) ? undefined : setBody(text, HEADINGS.mitigation, "This has happened twice in the last year."),
  ),
  runbook("delete a folder without a word", "ST001", addStep("rm -rf /var/lib/spool/queue")),
  runbook("drop a table without a word", "ST001", addStep('psql --command "DROP TABLE sessions"')),
  runbook("delete a volume without a word", "ST001", addStep("kubectl delete pvc data-0")),
  runbook("a variable that nothing sets", "ST002", addStep('systemctl restart "$UNIT_OF_GATEWAY"')),
  runbook("an empty variable would delete everything", "ST003", addStep('rm -rf "$SPOOL_DIR/queue"')),
  runbook("a script from the network into a shell", "ST004", addStep("curl -sSf https://example.com/fix.sh | sh")),
  runbook("verification switched off", "ST005", addStep("curl -k https://gateway.example.com/healthz")),
  runbook("an editor in a step", "ST006", addStep("vi /etc/gateway/config.yaml")),
  runbook("typographic quotes", "ST007", addStep("grep “error” /var/log/gateway.log")),
  runbook("a dash that is no option", "ST007", addStep("systemctl restart gateway —force")),
  runbook("a fence without a language", "ST009", ({ text }) => replaceFirst(text, COMMAND.info, "```")),
  runbook("a prompt", "ST010", ({ text }) => replaceFirst(text, COMMAND.script, "$ kubectl ")),
  runbook("a command at the margin", "ST011", ({ text }) =>
    /^- \[ \] /m.test(text)
      ? addBelow(text, HEADINGS.mitigation, "- [ ] Do the new thing\n\n```sh {effect=read}\nuptime\n```", 2)
      : undefined,
  ),
  runbook("attributes without their brace", "ST013", ({ text }) =>
    replaceFirst(text, COMMAND.info, "```sh {name=new effect=write"),
  ),
  runbook("a name that is taken", "ST014", (document) => {
    const name = /^## Diagnosis\n[\s\S]*?\{name=([\w-]+)/m.exec(document.text)?.[1];
    return name === undefined ? undefined : onInfo(addStep("uptime", `sh {name=${name} effect=read}`)(document));
  }),
  runbook("a step that nobody wrote is needed", "ST015", (document) =>
    onInfo(addStep("uptime", "sh {name=new effect=read needs=prepare-all}")(document)),
  ),
  runbook("a step that nobody wrote undoes", "ST015", (document) =>
    onInfo(addStep("uptime", "sh {name=new effect=write undo=take-back}")(document)),
  ),
  runbook("steps that need each other", "ST016", ({ text }) => {
    const broken = replaceFirst(text, /\{name=label effect=write/, "{name=label needs=wait effect=write");
    return broken;
  }),
  runbook("a write that nothing verifies", "ST018", ({ text, path }) => {
    if (!isAlert(path) || !/^- \[ \] Go back/m.test(text)) return undefined;
    const without = dropSection(text.replaceAll(CHECKS, ""), HEADINGS.verification);
    return without && replaceFirst(without.text, /^- \[ \] Go back/m, "$&");
  }),
  runbook("a placeholder in a command", "ST019", addStep("kubectl delete pod <pod-name>")),
  runbook("an input that nothing uses", "ST021", ({ text }) =>
    /^ {2}inputs:$/m.test(text)
      ? undefined
      : replaceFirst(
          text,
          /^( {2}reviewed: .*)$/m,
          "$1\n  inputs:\n    REGION:\n      description: Region of the cluster",
          2,
        ),
  ),
];
