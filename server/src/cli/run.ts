import { type Command, Option } from "commander";
import picocolors from "picocolors";
import { knownInputs } from "../core/checklist/inputs-of-steps.ts";
import type { Effect } from "../core/model/procedure.ts";
import type { RunOutcome } from "../engine/contract.ts";
import { nodeDependencies } from "../engine/dependencies.ts";
import { startRun } from "../engine/run.ts";
import { displayPath } from "./display-path.ts";
import { EXIT } from "./exit-codes.ts";
import { visibleText } from "./formats/visible-text.ts";
import type { CliIo } from "./io.ts";
import { chooseSteps } from "./run/choose-steps.ts";
import { consentFile, createConsentStore } from "./run/consent-store.ts";
import { describeSteps } from "./run/describe-steps.ts";
import { givenInputs } from "./run/given-inputs.ts";
import { loadPlan } from "./run/load-plan.ts";
import { createProgressPrinter } from "./run/progress-printer.ts";
import { stopOnSignals } from "./run/stop-on-signals.ts";
import { UsageError } from "./usage-error.ts";
import { useColor } from "./use-color.ts";

/** What commander makes of the command line. */
interface Flags {
  readonly dryRun?: boolean;
  readonly step: readonly string[];
  readonly section?: string;
  readonly input: readonly string[];
  readonly yes: readonly string[];
  readonly auto?: boolean;
  readonly color?: boolean;
}

const HELP = `
Exit codes: 0 done, 1 a step failed, 2 wrong usage, 3 a verification failed,
4 a confirmation is needed and nobody can be asked, 5 stopped.

A secret is never given by --input: set RUNBOOK_INPUT_NAME, or be asked.
The record of a run lies in .runbook/runs of the project: see \`runbook runs\`.

Examples:
  runbook run docs/restart-api.md --dry-run        shows what would run
  runbook run docs/restart-api.md                  asks before each step
  runbook run docs/restart-api.md --section rollback
  runbook run docs/check-api.md --input pod=api-1 --yes write   in a pipeline`;

/** Adds `run`: runs the steps of a runbook, asking in a terminal, refusing what must be asked anywhere else. */
export function runCommand(program: Command, io: CliIo): void {
  program
    .command("run")
    .description("Run the steps of a runbook, and keep a record")
    .argument("<file>", "the runbook")
    .option("--dry-run", "show each step and what it would run; runs and writes nothing")
    .option("--step <id>", "only this step; repeat it for several", append, [])
    .option("--section <id>", "only the steps of this section, such as diagnosis or rollback")
    .option("--input <name=value>", "the value of an input; repeat it for several", append, [])
    .option("--yes <effect>", "accept this effect where nobody can be asked: write", append, [])
    .option("--auto", "ask only before steps that destroy")
    .addOption(new Option("--color", "colours, also into a pipe"))
    .addOption(new Option("--no-color", "no colours"))
    .addHelpText("after", HELP)
    .action((file: string, flags: Flags) => run(file, flags, io));
}

async function run(path: string, flags: Flags, io: CliIo): Promise<void> {
  const accepted = acceptedEffects(flags.yes);
  const { file, plan } = await loadPlan(path, io.cwd);
  const steps = chooseSteps(plan, { steps: flags.step, section: flags.section });
  const colors = picocolors.createColors(useColor(flags.color, io.env, io.isTTY));
  const left = plan.steps.filter((step) => step.role === "rollback" && !steps.includes(step)).length;
  const chosen = flags.step.length > 0 || flags.section !== undefined;
  const hint =
    left > 0 && !chosen
      ? `Not part of it: ${left} rollback ${left === 1 ? "step" : "steps"} (--section rollback).\n`
      : "";

  if (flags.dryRun) {
    io.stdout(
      `${colors.bold(visibleText(plan.title))}: a dry run, nothing is run.\n\n${describeSteps(plan, steps, colors)}`,
    );
    if (hint !== "") io.stderr(hint);
    const ids = new Set(steps.map(({ id }) => id));
    const blocked = plan.problems.some(({ stepId }) => ids.has(stepId));
    if (blocked) io.stderr("runbook: a step can't run as it is written: a run would be refused.\n");
    io.setExitCode(blocked ? EXIT.usage : EXIT.clean);
    return;
  }

  const inputs = givenInputs(flags.input, knownInputs(plan, steps), io.env);
  const interactive = io.isTTY && process.stdin.isTTY === true;
  // In a terminal both are the same screen; into a pipe goes only what the steps print.
  const printer = createProgressPrinter({ stdout: io.stdout, stderr: io.stderr }, colors);
  const stop = stopOnSignals(() => {
    printer.freshLine();
    io.stderr("Stopping: the running step and everything it started is being ended.\n");
  });
  const consents = createConsentStore(consentFile(io.env, process.platform), Date.now, (message) =>
    io.stderr(`runbook: ${message}\n`),
  );
  // Should Node end with a question still open, that must not look like "done".
  io.setExitCode(EXIT.internal);
  try {
    const request = { plan, steps, file, inputs, accepted, consents, signal: stop.signal };
    const mode = flags.auto || !interactive ? "auto" : "step";
    const deps = nodeDependencies({ env: io.env, hasTerminal: interactive });
    if (hint !== "") io.stderr(hint);
    let outcome: RunOutcome;
    if (interactive) {
      const { createTerminalFace } = await import("./run/terminal-face.ts");
      const face = createTerminalFace({ say: io.stderr, colors, printer, signal: stop.signal });
      outcome = await startRun({ ...request, mode, face }, deps);
    } else {
      const listeners = { face: undefined, onEvent: printer.event, onOutput: printer.output };
      outcome = await startRun({ ...request, mode, ...listeners }, deps);
    }
    printer.freshLine();
    report(outcome, io);
  } finally {
    stop.dispose();
  }
}

function report(outcome: RunOutcome, io: CliIo): void {
  const prefix = outcome.recordFolder === undefined ? "runbook: " : "";
  io.stderr(`${prefix}${visibleText(outcome.message)}\n`);
  if (outcome.recordFolder !== undefined) {
    io.stderr(
      `Record: ${visibleText(displayPath(outcome.recordFolder, io.cwd))} (runbook runs show ${outcome.recordFolder.slice(-6)})\n`,
    );
  }
  io.setExitCode(outcome.exitCode);
}

function acceptedEffects(names: readonly string[]): Effect[] {
  return names.map((name) => {
    if (name === "read" || name === "write") return name;
    if (name === "destroy") {
      throw new UsageError(
        "--yes destroy: what destroys is confirmed in a terminal, by typing the step's name, and no other way.",
      );
    }
    throw new UsageError(`--yes ${visibleText(name)}: name the effect that you accept: write.`);
  });
}

function append(value: string, values: readonly string[]): string[] {
  return [...values, value];
}
