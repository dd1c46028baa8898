/** Variables that shells, loaders or tools read for themselves: an input of that name would change how commands run. */
const RESERVED =
  /^(?:PATH|HOME|USER|USERNAME|LOGNAME|SHELL|PWD|OLDPWD|TERM|LANG|LANGUAGE|LC_\w+|IFS|ENV|BASH\w*|ZDOTDIR|FPATH|CDPATH|PS[1-4]|TMPDIR|TMP|TEMP|HOST|HOSTNAME|UID|EUID|GID|EGID|PPID|RANDOM|SECONDS|LINENO|REPLY|OPTARG|OPTIND|OPTERR|COLUMNS|LINES|EDITOR|VISUAL|PAGER|DISPLAY|SHLVL|OSTYPE|MACHTYPE|PROMPT_COMMAND|PROMPT|POSIXLY_CORRECT|FUNCNEST|GLOBIGNORE|LD_\w+|DYLD_\w+|NODE_(?:OPTIONS|PATH|ENV|EXTRA_CA_CERTS|REPL_\w+|TLS_\w+)|PYTHON[A-Z]+|PERL5?(?:OPT|LIB|DB)|RUBY(?:OPT|LIB)|JAVA_TOOL_OPTIONS|GIT_(?:SSH\w*|DIR|WORK_TREE|EDITOR|EXEC_PATH|CONFIG\w*|PAGER|EXTERNAL_DIFF|PROXY_COMMAND|ASKPASS|INDEX_FILE)|SSH_(?:ASKPASS\w*|AUTH_SOCK|AGENT_PID)|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|APPDATA|PSMODULEPATH|RUNBOOK_\w+)$/;

/** Names of git's own that say which commit or repository is meant, as runbooks like to call their inputs. */
const GIT_DATA = "SHA|COMMIT|TAG|BRANCH|REF|REPO|REPOSITORY|REVISION|VERSION|HASH|URL|REPO_URL|COMMIT_SHA";

/**
 * Variables by which a value becomes code or another program is run (`BASH_ENV`, `LD_PRELOAD`, `PATH`, `GIT_SSH`), and
 * those which a shell gives a value of its own (`RANDOM`, `UID`), so that the one given would be lost.
 */
const SPECIAL = new RegExp(
  `^(?:PATH|HOME|SHELL|PWD|OLDPWD|IFS|ENV|BASH\\w*|SHELLOPTS|ZDOTDIR|FPATH|CDPATH|PS[0-4]|PROMPT_COMMAND|PROMPT|POSIXLY_CORRECT|GLOBIGNORE|FUNCNEST|RANDOM|SRANDOM|SECONDS|LINENO|UID|EUID|GID|EGID|PPID|SHLVL|OPTIND|OPTARG|LD_\\w+|DYLD_\\w+|GCONV_PATH|LOCPATH|NODE_(?:OPTIONS|PATH|EXTRA_CA_CERTS|REPL_\\w+|TLS_\\w+)|PYTHON[A-Z]+|PERL5?(?:OPT|LIB|DB)|PERL5DB|RUBY(?:OPT|LIB)|(?:_JAVA|JAVA_TOOL|JDK_JAVA)_OPTIONS|MAVEN_OPTS|GIT_(?!(?:${GIT_DATA})$)\\w+|SSH_ASKPASS\\w*|SUDO_ASKPASS|EDITOR|VISUAL|PAGER|MANPAGER|PSQL_\\w+|LESSOPEN|LESSCLOSE|BROWSER|MAKEFLAGS|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|PSMODULEPATH|RUNBOOK_\\w+)$`,
);

/**
 * Whether a variable of this name changes how commands run, so that no value of a document or a step's output may be put
 * into it. Names are case-sensitive; on Windows, where they are not, ask with the name in capitals too.
 */
export function isSpecialVariable(name: string): boolean {
  return SPECIAL.test(name);
}

/**
 * The environment variable that carries an input: `<pod-name>`, `{{ pod.name }}`, `pod-name` → `POD_NAME`. A name that
 * means something to the machine gets a prefix (`<path>` → `INPUT_PATH`). A label without a Latin letter or digit gives
 * its code points (`<節点>` → `INPUT_7BC0_70B9`).
 */
export function inputName(label: string): string {
  const inner = label.replace(/^[<{[\s]+|[>}\]\s]+$/g, "");
  const latin = inner
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (latin === "") {
    const points = [...inner]
      .slice(0, 16)
      .map((character) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase());
    return ["INPUT", ...points].join("_");
  }
  return /^\d/.test(latin) || RESERVED.test(latin) || isSpecialVariable(latin) ? `INPUT_${latin}` : latin;
}
