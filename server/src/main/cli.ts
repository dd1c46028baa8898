import process from "node:process";
import type { CliIo } from "../cli/io.ts";
import { main } from "../cli/main.ts";

/** A reader that has seen enough (`| head`) closes the pipe: then nobody is left to tell, and that is no failure of ours. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

const io: CliIo = {
  stdout: (text) => {
    process.stdout.write(text);
  },
  stderr: (text) => {
    process.stderr.write(text);
  },
  stdin: readStdin,
  cwd: process.cwd(),
  isTTY: process.stdout.isTTY === true,
  columns: process.stdout.columns,
  env: process.env,
  setExitCode: (code) => {
    process.exitCode = code;
  },
};

void main(process.argv.slice(2), io);
