import type { Command } from "commander";
import type { CliIo } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** Adds `lsp --stdio`: the language server for any editor. */
export function registerLsp(program: Command, _io: CliIo): void {
  program
    .command("lsp")
    .description("Run the language server for an editor")
    .option("--stdio", "speak over standard input and output")
    .option("--clientProcessId <pid>", "end when this process is gone")
    .action(async ({ stdio }: { stdio?: boolean }) => {
      if (stdio !== true)
        throw new UsageError("The language server speaks over standard input and output only: add --stdio.");
      const { startStdio } = await import("../main/stdio.ts");
      startStdio();
    });
}
