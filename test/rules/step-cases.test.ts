import { describe, expect, test } from "vitest";
import { createPlan } from "../../server/src/core/checklist/create-plan.ts";
import { applyFixes } from "../../server/src/core/fixes/apply-fixes.ts";
import { readDocument } from "../../server/src/core/model/read-document.ts";
import type { RunFacts } from "../../server/src/core/rules/rule.ts";
import type { Platform } from "../../server/src/core/schema/interpreters.ts";
import { check } from "./check.ts";

/** The findings of one rule in a runbook, by the text they mark. */
function marked(code: string, text: string, path = "runbooks/a.md"): readonly string[] {
  return check(text, { path, only: code }).map(({ range }) => text.slice(range.start, range.end));
}
/** The messages of one rule's findings. */
function said(code: string, text: string, path = "runbooks/a.md"): readonly string[] {
  return check(text, { path, only: code }).map(({ message }) => message);
}
/** What the first fixes of one rule make of a runbook. */
function fixed(code: string, text: string): string {
  return applyFixes(text, check(text, { path: "runbooks/a.md", only: code }), "unsafe").text;
}
const shell = (script: string, info = "sh") =>
  `# A\n\n## Steps\n\n1. Do it:\n\n   \`\`\`${info}\n${indent(script)}\n   \`\`\`\n`;
const indent = (script: string) => script.replace(/^(?=.)/gm, "   ");

describe("RB001 no-verification", () => {
  const steps = (text: string) => `# A\n\n## Steps\n\n1. Restart it.\n2. ${text}\n`;
  test.each([
    ["a sentence that tells to look", steps("Check that it answers.")],
    ["what should be seen", steps("The log should show `ready`.")],
    ["a section", `${steps("Wash.")}\n## Verification\n\nx\n`],
    ["nothing but prose", "# A\n\n## Mitigation\n\nSee the manual.\n"],
    ["an introduction", "# A\n\n## How to access the console\n\n1. Sign in.\n"],
    ["a procedure of the past", "# A\n\n## Historical procedure\n\n1. Restart it.\n"],
    [
      "a look",
      "# Checking the logs\n\n## Step 1: Collect\n\n```sh\n./collect\n```\n\n## Step 2: Send\n\n```sh\n./send\n```\n",
    ],
    ["a sentence over two lines", "# A\n\n## Mitigation\n\n1. Restart it.\n\nIf this does not\nwork, call us.\n"],
    ["a plan", "# A\n\n## Deployment (tentative)\n\n1. Copy it to the bucket.\n"],
    ["a mitigation that only looks", "# A\n\n## Mitigation\n\n```sh\nkubectl logs api\n```\n"],
  ])("%s is enough", (_name, text) => expect(marked("RB001", text)).toEqual([]));
  test("one finding a document, at the section", () => expect(marked("RB001", steps("Wash."))).toEqual(["## Steps"]));
});

describe("RB002 no-rollback", () => {
  test.each([
    ["a backup", shell("pg_dump shop > shop.sql\ndropdb shop")],
    ["a restart", shell("systemctl restart gateway")],
    ["a temporary folder", shell("rm -rf /tmp/build")],
    ["what is made anew", shell('psql -c "drop table if exists a;"\npsql -c "create table a (b int);"')],
    ["a point of no return", shell("rm -rf /srv/data", "sh {undo=none}")],
  ])("%s needs none", (_name, text) => expect(marked("RB002", text)).toEqual([]));
  test("several commands are one finding", () =>
    expect(marked("RB002", shell("rm -rf /srv/a\nrm -rf /srv/b"))).toEqual(["rm -rf /srv/a"]));
});

describe("RB003 no-escalation", () => {
  const steps = (text: string) => `# A\n\n## Steps\n\n1. Restart it.\n\n${text}\n`;
  test.each([
    "Call the on-call of the platform.",
    "Ask in #gateway.",
    "Open a support case.",
    "Owner: kim@example.org",
  ])("%s", (text) => expect(marked("RB003", steps(text))).toEqual([]));
  test("names in commands are nobody", () =>
    expect(marked("RB003", `${steps("")}\n\`\`\`sh\nnotify @daily\n\`\`\`\n`)).toEqual(["## Steps"]));
});

describe("RB004 alert-name-mismatch", () => {
  const title = (name: string, head = "") =>
    marked("RB004", `${head}# ${name}\n\n## Meaning\n\nx\n`, "runbooks/GatewayDown.md");
  test("case, a prefix and sentences don't count", () => {
    expect(title("gatewayDown")).toEqual([]);
    expect(title("Alert: GatewayDown")).toEqual([]);
    expect(title("The gateway is down")).toEqual([]);
    expect(title("GatewayGone")).toEqual(["GatewayGone"]);
  });
  test("names of the front matter are fine", () =>
    expect(title("GatewayGone", "---\nrunbook:\n  alerts: [GatewayDown, GatewayGone]\n---\n\n")).toEqual([]));
});

describe("ST001 destructive-command", () => {
  test("what takes no data away counts where a team wants it to", () => {
    const text = shell("systemctl stop gateway");
    const rules = { ST001: { severity: undefined, options: { tiers: ["data", "availability"] } } };
    const found = check(text, { path: "runbooks/a.md", only: "ST001", configuration: { rules } });
    expect(found.map(({ severity }) => severity)).toEqual(["information"]);
    expect(marked("ST001", text)).toEqual([]);
  });
  test("a comment of the script is a word of caution; what is made anew at once needs none", () => {
    const drop = (created: string) => `psql -c "drop database if exists a;"\npsql -c "create database ${created};"`;
    expect(marked("ST001", shell("# Careful: all data is lost\nrm -rf /data"))).toEqual([]);
    expect(marked("ST001", shell(drop("a")))).toEqual([]);
    expect(marked("ST001", shell(drop("b")))).toHaveLength(1);
  });
});

describe("ST002 undefined-variable", () => {
  test.each([
    ["set later", "echo $A\nA=1"],
    ["the system's", 'ls "$HOME"'],
    ["with a default", "ls $" + "{A:-/tmp}"],
    ["in single quotes", "awk '$A'"],
    ["of a tool by habit", "echo $AWS_REGION"],
    ["from a file", "source env.sh\necho $A"],
    ["another house's prompt", "$mac ls"],
    ["asked for by the text", "echo $A # after exporting the respective variables"],
  ])("%s is fine", (_name, script) => expect(marked("ST002", shell(script))).toEqual([]));
  test("a name that the text explains is fine", () => {
    expect(marked("ST002", `${shell("kubectl -n $NS get pods")}\nNS is the namespace of the alert.\n`)).toEqual([]);
  });
  test("a variable that the text speaks of in words, or an alert shows as a label", () => {
    expect(marked("ST002", `${shell("cast send --private-key $PRIVATE_KEY")}\nYou need the private key.\n`)).toEqual(
      [],
    );
    expect(marked("ST002", shell("# as many as there are pods of the gateway\nlogs $PODS_OF_THE_GATEWAY"))).toEqual([]);
    expect(marked("ST002", `${shell("kubectl get pod $POD")}\n\`\`\`text\n- pod = api-1\n\`\`\`\n`)).toEqual([]);
    expect(marked("ST002", `${shell("kubectl get pod $POD")}\nLook at the pod.\n`)).toEqual(["$POD"]);
    expect(marked("ST002", shell("kubectl get --pod-name $POD_NAME"))).toEqual(["$POD_NAME"]);
  });
  test("places for things that the text speaks of, numbered", () => {
    const text = (prose: string) => `${shell("rm $CHUNK1 $CHUNK2")}\n${prose}\n`;
    expect(marked("ST002", text("The log names the chunks."))).toEqual([]);
    expect(marked("ST002", text("The log names the blocks."))).toEqual(["$CHUNK1", "$CHUNK2"]);
  });
  test("each variable once", () =>
    expect(marked("ST002", shell('ls "$ZONE" $NS\nls $ZONE'))).toEqual(["$ZONE", "$NS"]));
});

describe("ST003 unsafe-empty-variable", () => {
  test.each([
    'rm -rf "$DIR"/cache',
    'rm -rf "$DIR/"',
    "rm -rf $DIR/",
    "rm -rf /var/lib/$APP",
    "rm -rf $DIR/*",
    "gsutil rm -r gs://shop/$DAY/",
  ])("%s", (script) => expect(marked("ST003", shell(script))).toHaveLength(1));
  test.each([
    "rm -rf $DIR",
    "rm -rf $" + "{DIR:?}/x",
    "set -eu\nrm -rf $DIR/x",
    "DIR=/srv/a\nrm -rf $DIR/x",
    "for d in a b; do rm -rf /srv/$d; done",
    "ls | while read -r d; do rm -rf /srv/$d/cache; done",
    '[ -n "$DIR" ] && rm -rf /srv/$DIR',
    'if [[ -z $DIR ]]; then exit 1; fi\nrm -rf "$DIR/x"',
    "DIR=$" + "{1:?usage}\nrm -rf /srv/$DIR",
    'DIR="$' + '{1:-cache}"\nrm -rf /srv/$DIR',
    'DIR=$(mktemp -d)\nrm -rf "$DIR/"',
    "DAY=$(date +%F)\nrm -rf /backup/$DAY",
    "gsutil rm -r gs://$BUCKET",
    'rm -rf "$HOME/x"',
    "ls $DIR/x",
  ])("%s is fine", (script) => expect(marked("ST003", shell(script))).toEqual([]));
});

describe("ST004 pipe-to-shell", () => {
  test.each([
    "curl -s https://x.org/a | bash -s stable",
    "wget -qO- https://x.org/a | sudo sh",
    "bash <(curl -s https://x.org/a)",
    'sh -c "$(curl -s https://x.org/a)"',
  ])("%s", (script) => expect(marked("ST004", shell(script))).toHaveLength(1));
  test.each(["curl https://x.org | jq .", "cat a.sh | sh", "curl x.org | bash check.sh", "echo 'curl x | sh'"])(
    "%s is fine",
    (script) => expect(marked("ST004", shell(script))).toEqual([]),
  );
});

describe("ST005 verification-off", () => {
  test.each([
    ["curl -sk https://x.org", "-sk"],
    ["sudo curl --insecure https://x.org", "--insecure"],
    ["ssh -o StrictHostKeyChecking=no a ls", "StrictHostKeyChecking=no"],
    ["wget --no-check-certificate https://x.org", "--no-check-certificate"],
    ["kubectl --insecure-skip-tls-verify get pods", "--insecure-skip-tls-verify"],
  ])("%s", (script, word) => expect(marked("ST005", shell(script))).toEqual([word]));
  test.each([
    "curl -k https://localhost:8443/state",
    "curl -Hk: https://x.org",
    "curl -o disk https://x.org",
    "grep -k x",
  ])("%s is fine", (script) => expect(marked("ST005", shell(script))).toEqual([]));
});

describe("ST006 interactive-command", () => {
  test.each([
    "vi /etc/hosts",
    "kubectl exec -it a -- bash",
    "oc rsh a",
    "sudo -u postgres psql -d shop",
    "tail -f /var/log/syslog",
    "kubectl get pods -w",
    "ssh a.example.org",
  ])("%s", (script) => expect(marked("ST006", shell(script))).toHaveLength(1));
  test.each([
    "kubectl exec -it a -- ls",
    "oc get pods -owide",
    "psql -c 'select 1'",
    "echo 'select 1' | psql",
    "ssh a.example.org uptime",
    "tail -f a.log | head -1",
    "top -b -n 1",
    "git log | less | cat",
  ])("%s ends by itself", (script) => expect(marked("ST006", shell(script))).toEqual([]));
  test("the fix keeps the form of the attributes", () => {
    expect(fixed("ST006", shell("vi a", 'sh {"name":"edit"}'))).toContain('sh {"name":"edit","interactive":"true"}');
    expect(fixed("ST006", shell("vi a", "sh { name=edit }"))).toContain("sh { name=edit interactive=true }");
  });
});

describe("ST008 unclosed-fence", () => {
  test("closed only by the end of the next one", () => {
    expect(said("ST008", "# A\n\n```sh\nls\n\nThen:\n\n```sh\nls\n```\n")).toEqual([
      'This fence ("```sh") is not closed before the next one opens in line 8: what lies between is shown as code.',
    ]);
    expect(said("ST008", "# A\n\n````sh\necho '\n```sh\n'\n````\n")).toEqual([]);
    expect(said("ST008", "# A\n\n```md\n```sh\nls\n```\n")).toEqual([]);
  });
});

describe("ST009 no-language", () => {
  const block = (text: string) => marked("ST009", `# A\n\n\`\`\`\n${text}\n\`\`\`\n`);
  test.each(["kubectl get pods", "# why\nsudo systemctl restart x", "$ ls -l", "A=1 make -j4", "#!/bin/bash\nls"])(
    "%s is a command",
    (text) => expect(block(text)).toEqual(["```"]),
  );
  test.each([
    "NAME   READY   STATUS",
    "kubectl: command not found",
    "{",
    "find the log and read it.",
    "top 10 of today",
    "error 503",
  ])("%s is none", (text) => expect(block(text)).toEqual([]));
});

describe("ST012 fence-not-rendered", () => {
  test("in the middle of a sentence", () =>
    expect(marked("ST012", "# A\n\n1. Do it:\n       ```sh\n       ls\n       ```\n")).toEqual(["```sh"]));
  test("at the margin of a list, the fix keeps the rest of the item", () =>
    expect(
      fixed(
        "ST012",
        "# A\n\n- Do it:\n\n      ```sh\n      if x; then\n        ls\n      fi\n      ```\n\n  Then rest.\n",
      ),
    ).toBe("# A\n\n- Do it:\n\n  ```sh\n  if x; then\n    ls\n  fi\n  ```\n\n  Then rest.\n"));
  test("inline code over two lines is none", () => expect(marked("ST012", "# A\n\nSee `a\nb`.\n")).toEqual([]));
});

describe("ST014–ST016 names of steps", () => {
  const two = (first: string, second: string) =>
    `# A\n\n## Steps\n\n1. One:\n\n   \`\`\`sh {${first}}\n   a\n   \`\`\`\n\n2. Two:\n\n   \`\`\`sh {${second}}\n   b\n   \`\`\`\n`;
  test("twins by os share a name", () => {
    expect(marked("ST014", two("name=a os=linux", "name=a os=macos"))).toEqual([]);
    expect(marked("ST014", two("name=a os=unix", "name=a os=macos"))).toEqual(["a"]);
  });
  test("a name may be a slug, an age stands behind it", () => {
    expect(marked("ST015", two("name=a", "needs=a<5m"))).toEqual([]);
    expect(marked("ST015", two("timeout=5s", "needs=one"))).toEqual([]);
    expect(said("ST015", two("name=drain", "needs=nowhere undo=dran"))).toEqual([
      '`needs` names the step "nowhere", which this runbook does not have. There are: drain.',
      '`undo` names the step "dran", which this runbook does not have. Did you mean "drain"?',
    ]);
  });
  test("a step needs itself, or a later one", () => {
    expect(said("ST016", two("name=a needs=a", "name=b"))).toEqual([
      'The step "a" needs itself, so it can never run. Remove it from `needs`.',
    ]);
    expect(said("ST016", two("name=a needs=b", "name=b"))).toEqual([
      'The step "a" needs "b", which comes after it; steps run in the order of the text. Move one of the two.',
    ]);
    expect(said("ST016", two("name=a needs=b", "name=b needs=a"))).toEqual([
      'The step "a" needs "b", and that needs it in turn: a → b → a. None of them can run; remove one `needs`.',
    ]);
  });
});

describe("ST019 placeholder-in-command", () => {
  test("declared in either spelling", () => {
    const head = (name: string) => `---\nrunbook:\n  inputs:\n    ${name}: {}\n---\n\n`;
    expect(marked("ST019", head("pod-name") + shell("kill <pod-name>"))).toEqual([]);
    expect(marked("ST019", head("POD_NAME") + shell("kill <pod-name>"))).toEqual([]);
  });
  test("the fix adds to what the front matter has", () => {
    const text = `---\ntitle: A\nrunbook:\n    inputs:\n        A:\n            default: x\n---\n\n${shell("kill <pod> $A")}`;
    expect(fixed("ST019", text)).toContain('    inputs:\n        POD:\n          description: "pod"\n        A:\n');
    expect(fixed("ST019", `---\ntitle: A\n---\n\n${shell("kill <pod>")}`)).toContain(
      'title: A\nrunbook:\n  inputs:\n    POD:\n      description: "pod"\n---\n',
    );
  });
  test("lines that were left out are no input", () =>
    expect(marked("ST019", shell("$ ls\n<snip>", "console"))).toEqual([]));
});

describe("ST020 inline-command", () => {
  const step = (text: string) => marked("ST020", `# A\n\n## Steps\n\n1. ${text}\n`);
  test.each(["Run `systemctl restart a`", "`umount /mnt`", "Restart it: `docker restart a`"])("%s", (text) =>
    expect(step(text)).toHaveLength(1),
  );
  test.each([
    "Look at `kubectl get pods` output in the log",
    "Edit `/etc/hosts`",
    "Run `ls -l` or `ls -a`",
    "Set `a = b`",
  ])("%s is fine", (text) => expect(step(text)).toEqual([]));
});

describe("ST021 unused-input", () => {
  const text = (inputs: string, rest: string) => `---\nrunbook:\n  inputs:\n${inputs}---\n\n${shell(rest)}`;
  test("the last one takes the key with it", () =>
    expect(fixed("ST021", text("    ZONE:\n      default: x\n", "ls"))).toBe(`---\nrunbook:\n---\n\n${shell("ls")}`));
  test("used in `context`, in prose or in an attribute", () => {
    expect(marked("ST021", text("    ZONE: x\n  context:\n    - run: echo $ZONE\n", "ls"))).toEqual([]);
    expect(marked("ST021", `${text("    A_B: x\n", "ls")}\nA_B is for the record.\n`)).toEqual([]);
    expect(marked("ST021", text("    ENV: x\n", "ls").replace("```sh", "```sh {when=ENV=prod}"))).toEqual([]);
    expect(marked("ST021", `${text("    zone: x\n", "ls")}\nTell all zones.\n`)).toEqual([]);
  });
  test("a variable that only begins with the name is another one", () =>
    expect(marked("ST021", text("    ZONE: x\n", "ls $ZONES"))).toEqual(["ZONE"]));
});

describe("ST010 prompt-in-command", () => {
  test("a line behind a backslash and a blank goes on with the command: it is no output", () => {
    const [finding] = check(shell("$ oc delete machineconfig \\ \n    99-worker\n$ oc get mcp"), {
      path: "runbooks/a.md",
      only: "ST010",
    });
    expect(finding?.fixes.map(({ title }) => title)).toEqual(["Take the prompts out"]);
  });
});

describe("ST011 fence-outside-step", () => {
  const fence = "```sh\nls\n```\n";
  const list = (between: string) => `# A\n\n## Steps\n\n1. Stop it.\n2. Look at it:\n\n${between}${fence}`;
  test.each([
    ["nothing", ""],
    ["another fence", `${fence}\n`],
    ["a comment", "<!-- x -->\n\n"],
  ])("%s between: it belongs to the step", (_name, between) =>
    expect(marked("ST011", list(between))).toEqual(["```sh"]),
  );
  test("text between ends the list", () =>
    expect(marked("ST011", list("To see which versions there are:\n\n"))).toEqual([]));
});

describe("ST018 write-without-verify", () => {
  const task = (script: string) => `# A\n\n## Steps\n\n- [ ] Do it\n\n  \`\`\`sh\n  ${script}\n  \`\`\`\n`;
  test.each(["systemctl restart a", "systemctl restart a\n  sleep 5", "systemctl restart a\n  systemctl enable a"])(
    "%s",
    (script) => expect(marked("ST018", task(script))).toEqual(["Do it"]),
  );
  test.each(["curl -f http://localhost/health", "systemctl is-active a", "kubectl get pods"])(
    "a last line that looks, %s, is a check",
    (look) => expect(marked("ST018", task(`systemctl restart a\n  ${look}`))).toEqual([]),
  );
});

test("ST018: asking whether one may create something changes nothing", () => {
  const ask = "oc auth can-i create leases -n shop\n  oc auth can-i update leases -n shop";
  expect(marked("ST018", `# A\n\n## Steps\n\n- [ ] Do it\n\n  \`\`\`sh\n  ${ask}\n  \`\`\`\n`)).toEqual([]);
});

describe("ST022 stale-step", () => {
  const text = shell("systemctl restart a", "sh {name=restart}");
  const found = (steps: RunFacts["steps"], document = text) =>
    check(document, { path: "runbooks/a.md", only: "ST022", runs: { steps } }).map(({ message }) => message);
  const hashOn = (platform: Platform, document: string): string => {
    const read = readDocument({ text: document, path: "runbooks/a.md" });
    return read.kind === "runbook" ? (createPlan(read, { platform }).steps[0]?.hash ?? "") : "";
  };
  test("changed since it last succeeded; without records nothing", () => {
    expect(found([{ id: "restart", hash: "other", date: "2025-01-30" }])).toEqual([
      'The step "Do it:" was changed since it last succeeded on 2025-01-30. Rehearse it.',
    ]);
    expect(check(text, { path: "runbooks/a.md", only: "ST022" })).toEqual([]);
  });
  test("a change that was taken back is none: the step succeeded as it stands", () => {
    const asItStands = { id: "restart", hash: hashOn("linux", text), date: "2025-01-02" };
    expect(found([asItStands, { id: "restart", hash: "other", date: "2025-01-30" }])).toEqual([]);
  });
  test("a record of another platform, where the step has other commands, is no change", () => {
    const both = text.replace("{name=restart}", "{name=restart os=linux}");
    const windows = `${both}\n   \`\`\`powershell {os=windows}\n   Restart-Service a\n   \`\`\`\n`;
    for (const platform of ["linux", "win32"] as const) {
      expect(found([{ id: "restart", hash: hashOn(platform, windows), date: "2025-01-30" }], windows)).toEqual([]);
    }
  });
  test("other steps of the record are nobody's business", () => {
    expect(found([{ id: "gone", hash: undefined, date: "2020-01-30" }])).toEqual([]);
  });
});

describe("ST023 duration-in-prose", () => {
  const step = (text: string) => fixed("ST023", `# A\n\n## Steps\n\n1. ${text}\n`).split("\n")[4];
  test.each([
    ["Wait 5-10 minutes.", "1. Wait 5-10 minutes (~10m)."],
    ["Rebuild it, which takes up to 2 hours:", "1. Rebuild it, which takes up to 2 hours (~2h):"],
  ])("%s", (text, after) => expect(step(text)).toBe(after));
  test.each([
    "If it takes more than 10 minutes, stop.",
    "Look at the last 24 hours.",
    "Restart it (~5m).",
    "Keep 30 days.",
  ])("%s is fine", (text) => expect(step(text)).toBe(`1. ${text}`));
});
