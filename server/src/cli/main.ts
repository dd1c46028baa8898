import { Command, CommanderError } from "commander";
import { EXIT } from "./exit-codes.ts";
import type { CliIo } from "./io.ts";
import { reportInternalError } from "./report-internal-error.ts";
import { UsageError } from "./usage-error.ts";

/** Version of the product; the bundler puts it in. */
declare const PRODUCT_VERSION: string | undefined;

type Register = (program: Command, io: CliIo) => void;

/** A command whose code is loaded only when the command line names it (or asks for help about it). */
interface LazyCommand {
  readonly names: readonly string[];
  readonly descriptions: readonly string[];
  readonly load: () => Promise<Register>;
}

const COMMANDS: readonly LazyCommand[] = [
  {
    names: ["check", "fix"],
    descriptions: ["Check runbooks and postmortems", "Apply the safe fixes, and check what is left"],
    load: async () => (await import("./check/register.ts")).registerCheck,
  },
  {
    names: ["run"],
    descriptions: ["Run the steps of a runbook, and keep a record"],
    load: async () => (await import("./run.ts")).runCommand,
  },
  {
    names: ["runs"],
    descriptions: ["Show the records of this project's runs"],
    load: async () => (await import("./runs.ts")).runsCommand,
  },
  {
    names: ["list"],
    descriptions: ["List runbooks and postmortems, and what tells that they are"],
    load: async () => (await import("./list.ts")).registerList,
  },
  {
    names: ["explain"],
    descriptions: ["Explain a rule; without one, list them all"],
    load: async () => (await import("./explain.ts")).registerExplain,
  },
  {
    names: ["config"],
    descriptions: ["Show, begin or describe the configuration"],
    load: async () => (await import("./config.ts")).registerConfig,
  },
  {
    names: ["lsp"],
    descriptions: ["Run the language server for an editor"],
    load: async () => (await import("./lsp.ts")).registerLsp,
  },
];

/**
 * Runs the command line. Never throws and never ends the process: whatever goes wrong is said in one line on standard
 * error, and the exit code is set.
 */
export async function main(args: readonly string[], io: CliIo): Promise<void> {
  try {
    const program = await createProgram(args, io);
    if (args.length === 0) {
      io.stderr(program.helpInformation());
      io.setExitCode(EXIT.usage);
      return;
    }
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      io.setExitCode(error.exitCode === 0 ? EXIT.clean : EXIT.usage);
      if (error.exitCode !== 0) io.stderr(`${usageLine(error.message, args)}\n`);
    } else if (error instanceof UsageError) {
      io.setExitCode(EXIT.usage);
      io.stderr(`runbook: ${error.message}\n`);
    } else {
      io.setExitCode(EXIT.internal);
      reportInternalError(error, `in \`runbook ${args[0] ?? ""}\``, io);
    }
  }
}

async function createProgram(args: readonly string[], io: CliIo): Promise<Command> {
  const program = new Command("runbook")
    .description("Check and run Markdown incident runbooks and postmortems.")
    .version(typeof PRODUCT_VERSION === "string" ? PRODUCT_VERSION : "0.0.0-development", "-V, --version")
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: io.stdout,
      writeErr: io.stderr,
      // The message is written once, by `main`, in the form of all our messages.
      outputError: () => undefined,
      getOutHelpWidth: () => io.columns ?? 80,
      getErrHelpWidth: () => io.columns ?? 80,
    });
  for (const { names, descriptions, load } of COMMANDS) {
    if (names.some((name) => args.includes(name))) (await load())(program, io);
    else for (const [index, name] of names.entries()) program.command(name).description(descriptions[index] ?? "");
  }
  return program;
}

/** Commander's message in our form: no "error:", its suggestion on the same line, and where to read on. */
function usageLine(message: string, args: readonly string[]): string {
  const text = message.replace(/^error: /, "").replace(/\s*\n\s*/g, " ");
  const command = COMMANDS.flatMap(({ names }) => names).find((name) => name === args[0]);
  return `runbook: ${text}. See \`runbook ${command === undefined ? "" : `${command} `}--help\`.`;
}
