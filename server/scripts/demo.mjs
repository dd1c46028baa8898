// `npm start`: builds, then shows the main job on the samples: findings, a checklist run, and its record.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";

const root = path.join(import.meta.dirname, "..", "..");
process.chdir(root);

run("Building", [process.execPath, "esbuild.mjs"], {}, [0]);

const state = mkdtempSync(path.join(tmpdir(), "incident-runbooks-demo-"));
const runbook = (...args) => [process.execPath, "dist/cli.js", ...args];
try {
  const careless = ["samples/postmortems/message-delivery-outage-careless.md", "samples/runbooks/restart-gateway.md"];
  run("1. What a reviewer sees: a careless postmortem and an untidy runbook", runbook("check", ...careless), {}, [1]);
  run("2. The whole demo workspace, documents and kinds", runbook("list", "samples"), {}, [0]);
  const steps = ["backlog", "release", "pause-intake", "roll-back", "resume-intake", "healthy"];
  run(
    "3. What on-call does: a checklist, run end to end on harmless commands",
    runbook(
      ...["run", "samples/runbooks/MessageDeliveryStalled.md", "--auto", "--yes", "write"],
      ...steps.flatMap((step) => ["--step", step]),
    ),
    { PIGEON_STATE: path.join(state, "pigeon") },
    [0],
  );
  run("4. What was recorded", runbook("runs", "show", "latest"), {}, [0], path.join(root, "samples"));
} finally {
  rmSync(state, { recursive: true, force: true });
}
console.log(
  "\nTry it yourself: `node dist/cli.js run samples/runbooks/free-disk-space.md`, or open samples/ in VS Code.",
);

/** Runs one command where everybody sees it; an exit code that was not expected ends the demo with that code. */
function run(title, [file, ...args], environment, expected, cwd = root) {
  console.log(`\n── ${title}\n`);
  const shown = args.map((arg) => (arg === "dist/cli.js" ? "runbook" : arg)).join(" ");
  if (shown.startsWith("runbook")) console.log(`$ ${shown}\n`);
  const script = args.map((arg) => (arg === "dist/cli.js" ? path.join(root, arg) : arg));
  const { status, error } = spawnSync(file, script, { stdio: "inherit", cwd, env: { ...process.env, ...environment } });
  if (status !== null && expected.includes(status)) return;
  console.error(
    `\n${title}: ended with ${error?.message ?? `exit code ${status}`}; expected ${expected.join(" or ")}.`,
  );
  process.exit(status || 1);
}
