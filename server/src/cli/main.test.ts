import { expect, it } from "vitest";
import type { CliIo } from "./io.ts";
import { main } from "./main.ts";

/** A process in memory; `faults` replaces parts of it. */
function memoryIo(faults: Partial<CliIo> = {}): {
  io: CliIo;
  said: { out: string; err: string; code: number | undefined };
} {
  const said: { out: string; err: string; code: number | undefined } = { out: "", err: "", code: undefined };
  const io: CliIo = {
    stdout: (text) => {
      said.out += text;
    },
    stderr: (text) => {
      said.err += text;
    },
    stdin: async () => new Uint8Array(),
    cwd: "/",
    isTTY: false,
    columns: undefined,
    env: {},
    setExitCode: (code) => {
      said.code = code;
    },
    ...faults,
  };
  return { io, said };
}

const broken = (): never => {
  throw new Error("the cable\nis loose\u001B[2J");
};

it("a defect of ours is one line that says how to report it, and exit code 3", async () => {
  const { io, said } = memoryIo({ stdin: broken });
  await main(["check", "--stdin"], io);
  expect(said.err).toBe(
    "runbook: internal error in `runbook check`: the cable. Please report it with the document at " +
      "https://github.com/incident-runbooks/incident-runbooks/issues (RUNBOOK_DEBUG=1 shows more).\n",
  );
  expect(said.code).toBe(3);
});

it("shows the stack trace on demand only", async () => {
  const { io, said } = memoryIo({ stdin: broken, env: { RUNBOOK_DEBUG: "1" } });
  await main(["check", "--stdin"], io);
  expect(said.err).toContain("    at ");
});
