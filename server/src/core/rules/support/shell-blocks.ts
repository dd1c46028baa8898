import { findLanguage, isPosixShell } from "../../schema/interpreters.ts";

/** Whether a fence's language is a script of a POSIX shell: `sh`, `bash`, `shell`, `zsh`; not a transcript. */
export function isShell(language: string | undefined): boolean {
  const spec = findLanguage(language);
  return spec !== undefined && !spec.transcript && isPosixShell(spec.interpreter);
}

/** Whether a fence's language is that of a terminal's transcript, where only lines behind a prompt are commands. */
export function isTranscript(language: string | undefined): boolean {
  return findLanguage(language)?.transcript === true;
}
