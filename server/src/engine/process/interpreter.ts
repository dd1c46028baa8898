import { win32 } from "node:path";
import type { EngineDependencies } from "../dependencies.ts";
import { findExecutable, isExecutable } from "./find-executable.ts";
import { CAPTURING_WRAPPER } from "./shell-state.ts";

/** How an interpreter is handed a script. The script is never put together with a value. */
export interface Interpreter {
  /** Absolute path of the program. */
  readonly file: string;
  /** Arguments; `paths` are files in the private temporary folder of this command. */
  readonly args: (script: string, paths: ScriptPaths) => readonly string[];
  /** Name and content of a file that the script must be written to before; undefined when it travels as an argument. */
  readonly scriptFile: ((script: string) => { readonly name: string; readonly content: string }) | undefined;
  /** Whether the shell writes its state at exit (`shell-state.ts`). */
  readonly capturesState: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly verbatim: boolean;
}

/** Files of one running command. */
export interface ScriptPaths {
  readonly state: string;
  readonly script: string;
  /** Names of variables that the shell must not write into its state: secrets that it did not set. */
  readonly hidden: readonly string[];
}

const PLAIN = { scriptFile: undefined, capturesState: false, env: {}, verbatim: false };

/**
 * Finds the interpreter of a step's language: `sh bash zsh fish powershell cmd python node`. Undefined when this machine has
 * none. On Windows `sh` and `bash` are Git's: the `bash.exe` of System32 would start another machine (WSL).
 */
export async function findInterpreter(language: string, deps: EngineDependencies): Promise<Interpreter | undefined> {
  const file = await findProgram(language, deps);
  switch (language) {
    case "node":
      // VS Code's own Node wants to be told that it is one.
      if (!file) return { ...PLAIN, file: deps.nodePath, args: nodeArgs, env: { ELECTRON_RUN_AS_NODE: "1" } };
      return { ...PLAIN, file, args: nodeArgs };
    case "python":
      return file === undefined ? undefined : { ...PLAIN, file, args: (script) => ["-c", script] };
    case "powershell": {
      const args = (_: string, paths: ScriptPaths): string[] => [
        "-NoProfile",
        "-NonInteractive",
        "-File",
        paths.script,
      ];
      // Windows PowerShell reads a file without a byte order mark in the machine's old code page.
      const scriptFile = (script: string) => ({ name: "step.ps1", content: `\uFEFF${script}\n` });
      return file === undefined ? undefined : { ...PLAIN, file, args, scriptFile };
    }
    case "cmd": {
      const args = (_: string, paths: ScriptPaths): string[] => ["/d", "/s", "/c", `""${paths.script}""`];
      const scriptFile = (script: string) => ({
        name: "step.cmd",
        content: `@echo off\r\n${script.replace(/\r?\n/g, "\r\n")}\r\n`,
      });
      return file === undefined ? undefined : { ...PLAIN, file, args, scriptFile, verbatim: true };
    }
    case "fish":
      return file === undefined ? undefined : { ...PLAIN, file, args: (script) => ["-c", script] };
    default: {
      if (file === undefined) return undefined;
      const args = (script: string, paths: ScriptPaths): string[] => [
        "-c",
        CAPTURING_WRAPPER,
        language,
        script,
        paths.state,
        paths.hidden.join(" "),
      ];
      return { ...PLAIN, file, args, capturesState: true };
    }
  }
}

function nodeArgs(script: string): string[] {
  return ["-e", script];
}

/** The names to look for, best first. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  sh: ["sh"],
  bash: ["bash"],
  zsh: ["zsh"],
  fish: ["fish"],
  powershell: ["pwsh", "powershell"],
  cmd: ["cmd"],
  python: ["python3", "python"],
  node: ["node"],
};

async function findProgram(language: string, deps: EngineDependencies): Promise<string | undefined> {
  if (language === "cmd" && deps.platform !== "win32") return undefined;
  if (deps.platform === "win32" && (language === "sh" || language === "bash")) {
    const program = win32.join(deps.env.ProgramFiles ?? "C:\\Program Files", "Git", "bin", `${language}.exe`);
    return (await isExecutable(program)) ? program : undefined;
  }
  for (const name of PROGRAMS[language] ?? []) {
    const found = await findExecutable(name, deps.env, deps.platform);
    if (found !== undefined) return found;
  }
  return undefined;
}
