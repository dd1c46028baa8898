import type { Environment } from "../dependencies.ts";

/** What a shell step leaves to the next: its working directory and its variables. */
export interface ShellState {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The text that a POSIX shell gets by `-c`, with the script and the state file as its arguments. The script runs by `eval`
 * in the first line, so that its line numbers stay right. The state is written when the shell exits, and before that once
 * more for a script that sets an EXIT trap of its own. The file exists already, readable only for this user; `>|` is for
 * scripts with `set -C`. Tracing goes off first: what we do is no part of the script. `command -p` finds the two helpers
 * also where the script has changed `PATH`.
 *
 * Variables that the script set without `export` are handed on too: a person who pastes the steps into one terminal has
 * them, and a later `rm -rf "$DIR/cache"` must not find `$DIR` empty. They are exported only in the subshell that writes
 * the state, so that the script's own commands see the environment that they would see anyway. Where all of them are too
 * much for an environment (one large value is enough), the exported ones alone are written. The names in
 * the third argument are not written at all: secrets that the script only uses.
 */
export const CAPTURING_WRAPPER = [
  "__runbook_script=$1; __runbook_state=$2; __runbook_hidden=$3; shift 3; " +
    "__runbook_names() { set | command -p sed -n 's/^\\([A-Za-z_][A-Za-z0-9_]*\\)=.*/\\1/p'; }; " +
    '__runbook_before=" $(__runbook_names | command -p tr "\\n" " ") "; ' +
    "__runbook_export() { unset IFS; for __runbook_name in $(__runbook_names); do " +
    'case "$__runbook_before" in *" $__runbook_name "*) continue;; esac; ' +
    "case $__runbook_name in __runbook_*|BASH*|FUNCNAME|PIPESTATUS|LINENO|OPT*|REPLY|MATCH|M?EGIN|M?ND|match|m?egin|m?nd) continue;; esac; " +
    'export "$__runbook_name"; done; }; ' +
    '__runbook_hide() { unset IFS; for __runbook_name in $(printf %s "$__runbook_hidden"); do ' +
    'unset "$__runbook_name"; done; }; ' +
    "__runbook_dump() { printf '%s\\0' \"$PWD\"; /usr/bin/env -0 || /bin/cat /proc/self/environ; }; " +
    "__runbook_capture() { { set +x +e +u; } 2>/dev/null; " +
    '{ (__runbook_export; __runbook_hide; __runbook_dump) >| "$__runbook_state" || (__runbook_hide; __runbook_dump) >| "$__runbook_state" || :; } 2>/dev/null; }; ' +
    'trap __runbook_capture EXIT; eval "$__runbook_script"',
  "{ __runbook_code=$?; set +x; } 2>/dev/null",
  "__runbook_capture",
  "exit $__runbook_code",
].join("\n");

/** Variables that belong to one shell or to us, never to the next step. */
const OWN = new Set(["_", "SHLVL", "PWD", "OLDPWD", "RUNBOOK_OUTPUT", "RUNBOOK_STEP", "RUNBOOK_COMMAND"]);

/** Reads a state file; undefined when the shell wrote none (it was killed, or replaced itself by `exec`). */
export function parseShellState(content: string): ShellState | undefined {
  const [cwd, ...pairs] = content.split("\0");
  if (cwd === undefined || !cwd.startsWith("/") || pairs.length < 2) return undefined;
  const env: Record<string, string> = {};
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    if (equals > 0 && !OWN.has(pair.slice(0, equals))) env[pair.slice(0, equals)] = pair.slice(equals + 1);
  }
  return { cwd, env };
}

/**
 * The environment that steps begin with: without what VS Code and Electron set for their own processes, which would make
 * a `code` or `node` of a step behave strangely.
 */
export function initialEnvironment(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(?:VSCODE_|ELECTRON_|ORIGINAL_XDG_CURRENT_DESKTOP$)/.test(name)),
  );
}
