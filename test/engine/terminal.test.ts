import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listRuns } from "../../server/src/engine/record/record-reader.ts";
import { project } from "./run-helper.ts";

const RUNBOOK = `---
kind: runbook
---

# API down

## Diagnosis

- [ ] Look at it

  \`\`\`bash {effect=read}
  echo "looking"
  \`\`\`
`;

let folder = "";
let cli = "";
// A pseudo-terminal comes from util-linux.
const hasScript = await access("/usr/bin/script").then(
  () => process.platform === "linux",
  () => false,
);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "runbook-terminal-"));
  cli = join(folder, "cli.js");
  await build({
    ...{ bundle: true, platform: "node", format: "cjs", logLevel: "silent", mainFields: ["module", "main"] },
    ...{ entryPoints: ["server/src/main/cli.ts"], outfile: cli },
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the runbook in a terminal and sends each answer when its question is on the screen. */
async function inTerminal(cwd: string, file: string, answers: readonly (readonly [string, string])[]) {
  const command = `${process.execPath} ${cli} run ${file} --no-color`;
  const child = spawn("/usr/bin/script", ["-qec", command, "/dev/null"], {
    cwd,
    env: { ...process.env, XDG_STATE_HOME: join(folder, "state"), TERM: "xterm" },
  });
  let screen = "";
  let next = 0;
  let read = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    screen += chunk.toString("utf8");
    const answer = answers[next];
    const at = answer === undefined ? -1 : screen.indexOf(answer[0], read);
    if (answer === undefined || at < 0) return;
    read = at + answer[0].length;
    next++;
    child.stdin.write(answer[1]);
  });
  const [code] = await once(child, "close");
  return { code, screen };
}

it.runIf(hasScript)("Ctrl+D at a prompt stops the run, on record and without its lock", async () => {
  const { root, file } = await project();
  await writeFile(file, RUNBOOK);
  const { code, screen } = await inTerminal(root, file, [
    ["Run 1 step?", "y\r"],
    ['Run "Look at it"', "\u0004"],
  ]);
  expect(screen).toContain("Stopped before");
  expect(code).toBe(5);
  const [record] = await listRuns(root);
  expect(record?.summary?.end?.status).toBe("stopped");
  expect((await readdir(join(root, ".runbook", "runs"))).filter((name) => name.endsWith(".lock"))).toEqual([]);
});

it.runIf(hasScript)("Ctrl+D at the consent runs nothing, and answers to several questions still work", async () => {
  const { root, file } = await project();
  await writeFile(file, RUNBOOK.replace("looking", "looking twice"));
  const declined = await inTerminal(root, file, [["Run 1 step?", "\u0004"]]);
  expect(declined).toMatchObject({ code: 5, screen: expect.stringContaining("Nothing was run") });
  const { code, screen } = await inTerminal(root, file, [
    ["Run 1 step?", "y\r"],
    ['Run "Look at it"', "\r"],
  ]);
  expect(screen).toContain("Finished: 1 of 1 step done.");
  expect(code).toBe(0);
});
