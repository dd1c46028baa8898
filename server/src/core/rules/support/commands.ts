/** Languages whose blocks a POSIX-like shell runs. */
const SHELLS: ReadonlySet<string> = new Set(["sh", "bash", "shell", "zsh"]);
const TRANSCRIPTS: ReadonlySet<string> = new Set(["console", "shell-session", "shellsession"]);

/** Whether a fence's language is a shell's: `sh`, `bash`, `shell`, `zsh`. */
export function isShell(language: string | undefined): boolean {
  return language !== undefined && SHELLS.has(language);
}

/** Whether a fence's language is that of a terminal's transcript, where only lines behind a prompt are commands. */
export function isTranscript(language: string | undefined): boolean {
  return language !== undefined && TRANSCRIPTS.has(language);
}
