/** A language that can run, after aliases. */
export type Interpreter = "sh" | "bash" | "zsh" | "fish" | "powershell" | "cmd" | "python" | "node";

/** The machine a plan is made for, as Node names it. */
export type Platform = "linux" | "darwin" | "win32";

/** All platforms. */
export const PLATFORMS: readonly Platform[] = ["linux", "darwin", "win32"];

/** What a fence's language means to us. */
export interface LanguageSpec {
  readonly interpreter: Interpreter;
  /** Whether it is a transcript: only lines behind a prompt are commands, the others are their output. */
  readonly transcript: boolean;
}

const plain = (interpreter: Interpreter): LanguageSpec => ({ interpreter, transcript: false });
const transcript = (interpreter: Interpreter): LanguageSpec => ({ interpreter, transcript: true });

/**
 * The languages that run, by their names behind a fence: an explicit list, so that a block of anything else never runs.
 * `shell` and transcripts are bash: what is typed at a prompt is, nearly everywhere, and POSIX text means the same there.
 */
const LANGUAGES: ReadonlyMap<string, LanguageSpec> = new Map([
  ["sh", plain("sh")],
  ["bash", plain("bash")],
  ["shell", plain("bash")],
  ["zsh", plain("zsh")],
  ["fish", plain("fish")],
  ["powershell", plain("powershell")],
  ["pwsh", plain("powershell")],
  ["ps1", plain("powershell")],
  ["bat", plain("cmd")],
  ["cmd", plain("cmd")],
  ["python", plain("python")],
  ["node", plain("node")],
  ["js", plain("node")],
  ["console", transcript("bash")],
  ["shell-session", transcript("bash")],
  ["shellsession", transcript("bash")],
  ["sh-session", transcript("bash")],
  ["bash-session", transcript("bash")],
]);

const PLATFORM_NAMES: ReadonlyMap<string, readonly Platform[]> = new Map([
  ["linux", ["linux"]],
  ["darwin", ["darwin"]],
  ["macos", ["darwin"]],
  ["mac", ["darwin"]],
  ["windows", ["win32"]],
  ["win32", ["win32"]],
  ["unix", ["linux", "darwin"]],
]);

/** What a fence's language means; undefined: it does not run. `language` as `CodeBlock.language` gives it. */
export function findLanguage(language: string | undefined): LanguageSpec | undefined {
  return language === undefined ? undefined : LANGUAGES.get(language);
}

/** Whether a language is one of the POSIX family, which our shell parser reads. */
export function isPosixShell(language: string): boolean {
  return language === "sh" || language === "bash" || language === "zsh";
}

/** Shells of which a document gives twins: one for Windows, one for everything else. Others run everywhere. */
export function shellFamily(language: string): "posix" | "windows" | undefined {
  if (language === "powershell" || language === "cmd") return "windows";
  return isPosixShell(language) || language === "fish" ? "posix" : undefined;
}

/** Reads an `os` attribute (`linux,darwin,windows`, also `macos`, `win32`, `unix`); undefined names are left out. */
export function readPlatforms(value: string): Platform[] {
  return value.split(",").flatMap((name) => PLATFORM_NAMES.get(name.trim().toLowerCase()) ?? []);
}
