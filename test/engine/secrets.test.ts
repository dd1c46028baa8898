import { expect, it } from "vitest";
import { command, input, step } from "./plans.ts";
import { face, filesBelow, run } from "./run-helper.ts";

const SECRET = "Tr0ub4dor&3/+ x";
const inputs = [input("TOKEN", { secret: true })];

it("keeps a secret out of every byte of the record and out of everything shown, in all its forms", async () => {
  const script = [
    'echo "plain $TOKEN"; echo "err $TOKEN" >&2; printf %s "$TOKEN" | base64; printf "user:%s" "$TOKEN" | base64',
    'printf "\\033[1m%s\\033[31m%s\\n" "${TOKEN%%&*}" "${TOKEN#Tr0ub4dor}"',
    `python3 -c "import os, urllib.parse as u; print(u.quote(os.environ['TOKEN'], safe='')); print(u.quote_plus(os.environ['TOKEN']))"`,
    'set -x; : "$TOKEN"; set +x; echo "key=$TOKEN" >> "$RUNBOOK_OUTPUT"',
    'for i in $(seq 0 $((${#TOKEN} - 1))); do printf %s "${TOKEN:i:1}"; /usr/bin/env true; done; echo',
  ];
  const shown: string[] = [];
  const ran = await run([step("one", script), step("hand", [])], {
    plan: { inputs },
    face: face({
      input: async () => SECRET,
      manual: async () => ({ outcome: "done", note: `used ${SECRET}` }),
      output: (_, __, text) => void shown.push(text),
      event: (event) => void shown.push(JSON.stringify(event)),
    }),
  });
  expect(ran.status).toBe("done");
  const forms = [
    ...[SECRET, encodeURIComponent(SECRET), "Tr0ub4dor%263%2F%2B+x", JSON.stringify(SECRET).slice(1, -1)],
    ...[Buffer.from(SECRET).toString("base64"), Buffer.from(`user:${SECRET}`).toString("base64").slice(8)],
  ];
  const places = [...(await filesBelow(ran.recordFolder ?? "")), ["shown", shown.join("")] as const];
  expect(places.length).toBeGreaterThanOrEqual(5);
  for (const [place, content] of places) {
    for (const form of forms) expect(content.includes(form), `${form} in ${place}`).toBe(false);
  }
  expect(ran.stdout).toContain("plain ***\n");
  expect(ran.events.find(({ type }) => type === "input")).toMatchObject({ name: "TOKEN", secret: true });
  expect(ran.events.find(({ type }) => type === "input")).not.toHaveProperty("value");
});

it("never has a secret among the arguments of a process", async () => {
  const script =
    'all=$(cat /proc/*/cmdline 2>/dev/null | tr "\\0" " "); [[ $all == *"$TOKEN"* ]] && echo seen || echo "none in ${#all}"';
  const ran = await run([step("one", [script])], { plan: { inputs }, inputs: { TOKEN: SECRET } });
  expect(ran.stdout).toMatch(/^none in \d{3,}\n$/);
});

it("has the value of an open input on record, but not one that the machine's environment gave", async () => {
  const both = [input("POD"), input("REGION", { origin: "variable", label: "$REGION" })];
  const ran = await run([step("one", [command('echo "$POD $REGION"')])], {
    plan: { inputs: both },
    inputs: { pod: "api-1" },
    deps: { env: { ...process.env, REGION: "eu-west-1" } },
  });
  expect(ran.stdout).toBe("api-1 eu-west-1\n");
  const recorded = ran.events.filter(({ type }) => type === "input");
  expect(recorded).toMatchObject([
    { name: "POD", source: "given", value: "api-1" },
    { name: "REGION", source: "environment" },
  ]);
  expect(recorded[1]).not.toHaveProperty("value");
});

it("never writes a secret that a script only uses into the shell's state, and hands it on all the same", async () => {
  const show = 'cat "$(dirname "$RUNBOOK_OUTPUT")/state" | tr "\\0" "\\n" | grep -c PASSWORD; true';
  const early = `trap 'true' EXIT; __runbook_capture; ${show}`;
  const ran = await run([step("one", [early]), step("two", ['echo "${#DB_PASSWORD}"'])], {
    inputs: { DB_PASSWORD: "hunter22" },
    plan: { inputs: [input("DB_PASSWORD", { secret: true })] },
  });
  expect(ran.stdout).toBe("0\n8\n");
});

it("hands on a secret that a script sets anew", async () => {
  const ran = await run([step("one", ["export API_TOKEN=new-one"]), step("two", ['echo "$API_TOKEN"'])], {
    deps: { env: { ...process.env, API_TOKEN: "old-one" } },
  });
  expect(ran.stdout).toBe("new-one\n");
});
