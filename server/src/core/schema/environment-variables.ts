/** What a login sets on Linux and macOS, and what may well be empty: proxies and the like. */
const LOGIN =
  "HOME|PATH|USER|LOGNAME|SHELL|PWD|TERM|LANG|LANGUAGE|LC_\\w+|KUBECONFIG|DOCKER_HOST|(?:https?|no|all)_proxy|(?:HTTPS?|NO|ALL)_PROXY|RUNBOOK|RUNBOOK_\\w+";
const BASH =
  "OLDPWD|TMPDIR|HOSTNAME|HOSTTYPE|MACHTYPE|OSTYPE|UID|EUID|GROUPS|PPID|RANDOM|SRANDOM|SECONDS|LINENO|REPLY|OPTARG|OPTIND|OPTERR|SHLVL|IFS|PS[1-4]|EPOCHSECONDS|EPOCHREALTIME|BASH|BASH_\\w+|BASHPID|FUNCNAME|PIPESTATUS|DIRSTACK|MAPFILE|COMP_\\w+|READLINE_\\w+|COPROC";
const WINDOWS =
  "PATH|TMP|TEMP|OS|APPDATA|LOCALAPPDATA|PROGRAMFILES|PROGRAMDATA|PUBLIC|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|USERNAME|USERPROFILE|USERDOMAIN|COMPUTERNAME|HOMEDRIVE|HOMEPATH|PATHEXT|PROCESSOR_\\w+|NUMBER_OF_PROCESSORS|PSModulePath|KUBECONFIG|HTTPS?_PROXY|NO_PROXY|RUNBOOK|RUNBOOK_\\w+";

/** By language, because `$DATE` is nothing in bash, where `%DATE%` is the date in cmd. */
const WELL_KNOWN: ReadonlyMap<string, RegExp> = new Map([
  ["sh", new RegExp(`^(?:${LOGIN}|OLDPWD|TMPDIR|PPID|LINENO|OPTARG|OPTIND|REPLY|IFS|PS[124])$`)],
  ["bash", new RegExp(`^(?:${LOGIN}|${BASH})$`)],
  ["zsh", new RegExp(`^(?:${LOGIN}|${BASH}|HOST|USERNAME|ZSH_\\w+|status|pipestatus|argv|path|FUNCNEST)$`)],
  [
    "fish",
    new RegExp(
      `^(?:${LOGIN}|TMPDIR|SHLVL|COLUMNS|LINES|hostname|version|history|status|pipestatus|argv|fish_\\w+|last_pid)$`,
    ),
  ],
  ["cmd", new RegExp(`^(?:${WINDOWS}|CD|DATE|TIME|RANDOM|ERRORLEVEL|CMDCMDLINE|CMDEXTVERSION)$`, "i")],
  ["powershell", new RegExp(`^(?:${WINDOWS}|HOME|USER|PWD|SHELL|LANG|TERM|TMPDIR)$`, "i")],
]);

/**
 * Whether a variable needs no value from us in a script of this language: a login, the shell or the system sets it
 * (`HOME`, `PATH`, `RANDOM`), or it is meant to be empty at times (`HTTPS_PROXY`). Only Windows knows no case.
 */
export function isWellKnownVariable(name: string, language: string): boolean {
  return WELL_KNOWN.get(language)?.test(name) === true;
}
