import { expect, it } from "vitest";
import { command, step } from "./plans.ts";
import { filesBelow, run } from "./run-helper.ts";

const SHELLS = ["sh", "bash"];

/** Runs two commands in two steps and gives what the second prints. */
async function second(first: string, then: string, language = "bash", thenLanguage = language): Promise<string> {
  const ran = await run([
    step("one", [command(first, { language })]),
    step("two", [command(then, { language: thenLanguage })]),
  ]);
  expect(ran.message).toBe("Finished: 2 of 2 steps done.");
  return ran.stdout;
}

it.each(SHELLS)("carries variables and the working directory over, exported or not, in %s", async (language) => {
  const value = "two\nlines, 'quotes' \"and\" $dollars";
  const script = `export VALUE='${value.replaceAll("'", "'\\''")}'; plain='a  b'; cd /`;
  expect(await second(script, 'printf "%s|%s|%s" "$VALUE" "$plain" "$PWD"', language)).toBe(`${value}|a  b|/`);
});

it("carries over between shells, and from a shell to other languages", async () => {
  expect(await second("export A=1", "echo $A", "sh", "bash")).toBe("1\n");
  expect(await second("export A=1", "import os; print(os.environ['A'])", "bash", "python")).toBe("1\n");
});

it("exports nothing that the script did not export to the script's own commands", async () => {
  const ran = await run([step("one", [command("plain=1; sh -c 'echo \"${plain-unset}\"'")])]);
  expect(ran.stdout).toBe("unset\n");
});

it("hands on what is exported even where a variable is too large for an environment", async () => {
  const script = "export A=1; BIG=$(head -c 3000000 /dev/zero | tr '\\0' x); echo ${#BIG}";
  expect(await second(script, 'echo "$A ${BIG-unset}"')).toBe("3000000\n1 unset\n");
});

it.each([
  ["a field separator of its own", "IFS=:; DIR=/a", 'echo "$DIR"', "/a\n"],
  ["unset", "unset HOME", 'echo "${HOME-unset}"', "unset\n"],
  ["exit", "export A=1; exit 0", "echo $A", "1\n"],
  ["an EXIT trap of its own", "trap 'export B=2' EXIT; export A=1", "echo $A", "1\n"],
  ["set -euo pipefail", "set -euo pipefail; export A=1", "echo $A", "1\n"],
  ["noclobber", "set -o noclobber; export A=1", "echo $A", "1\n"],
  ["a broken PATH", "export A=1 OLD=$PATH; export PATH=/nowhere", "echo $A", "1\n"],
  ["exec", "export A=1; exec true", 'echo "${A-unset}"', "unset\n"],
])("works with %s", async (_, first, then, expected) => {
  expect(await second(first, then)).toBe(expected);
});

it("leaves no trace of the capturing in a traced script", async () => {
  const ran = await run([step("one", ["set -x\nexport A=1"])]);
  expect(ran.stderr).toBe("++ export A=1\n++ A=1\n");
});

it("carries over what a failed command did, but begins each try where the first began", async () => {
  const { face } = await import("./run-helper.ts");
  const answers = ["retry", "skip"] as const;
  let asked = 0;
  const script = "export A=1$A_BEFORE; A_BEFORE=x; cd /; false";
  const ran = await run([step("one", [script]), step("two", ['echo "${A-unset} $PWD"'])], {
    face: face({ failed: async () => answers[asked++] ?? "stop" }),
  });
  expect(asked).toBe(2);
  expect(ran.stdout).toBe("1 /\n");
});

it("hands values on through $RUNBOOK_OUTPUT, on success, and says what it could not read", async () => {
  const write = 'printf "id=42\\ntext<<END\\na\\nb=c\\nEND\\nbad-name=1\\nnonsense\\n" >> "$RUNBOOK_OUTPUT"';
  const ran = await run([step("one", [write]), step("two", ['printf "%s|%s" "$id" "$text"'])]);
  expect(ran.stdout).toBe("42|a\nb=c");
  expect(ran.events.find(({ type }) => type === "command.end")).toMatchObject({
    outputs: { id: "42", text: "a\nb=c" },
  });
  expect(ran.events.flatMap((event) => (event.type === "note" ? [event.text] : []))).toEqual([
    '$RUNBOOK_OUTPUT, line 6: "bad-name" can\'t be a variable: use letters, digits and "_".',
    '$RUNBOOK_OUTPUT, line 7: expected "key=value" or "key<<END".',
  ]);
  const failed = await run([step("one", [`${write}; false`])]);
  expect(failed.events.find(({ type }) => type === "command.end")).not.toHaveProperty("outputs");
});

it("gives steps no variable of VS Code's own processes", async () => {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1", VSCODE_IPC_HOOK: "x", MINE: "1" };
  const ran = await run([step("one", ["env | grep -E '^(ELECTRON|VSCODE|MINE)'"])], { deps: { env } });
  expect(ran.stdout).toBe("MINE=1\n");
});

it("leaves nothing in the temporary folder", async () => {
  const { mkdtemp, rm } = await import("node:fs/promises");
  const folder = await mkdtemp("/tmp/runbook-temporary-");
  await run([step("one", ["export A=1", command("exit 1")])], { deps: { temporaryFolder: folder } });
  expect([...(await filesBelow(folder)).keys()]).toEqual([]);
  await rm(folder, { recursive: true });
});
