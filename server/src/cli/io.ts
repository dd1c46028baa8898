/** What a command may see and touch of its process: given by `main/cli.ts`, or by a test. */
export interface CliIo {
  /** Writes data: what a pipe behind the command wants. No line break is added. */
  readonly stdout: (text: string) => void;
  /** Writes everything else: problems, progress, hints. No line break is added. */
  readonly stderr: (text: string) => void;
  /** Everything on standard input, until it ends. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Absolute path that relative paths of arguments are resolved against and shown relative to. */
  readonly cwd: string;
  /** Whether standard output is a terminal. */
  readonly isTTY: boolean;
  /** Width of that terminal in columns; undefined when it is none. */
  readonly columns: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Sets the code the process ends with; the last call wins. The process ends by itself, so that pipes are drained. */
  readonly setExitCode: (code: number) => void;
}
