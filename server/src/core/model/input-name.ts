/** Variables that shells, loaders or tools read for themselves: an input of that name would change how commands run. */
const RESERVED =
  /^(?:PATH|HOME|USER|USERNAME|LOGNAME|SHELL|PWD|OLDPWD|TERM|LANG|LANGUAGE|LC_.*|IFS|ENV|BASH_.*|ZDOTDIR|FPATH|CDPATH|PS[1-4]|TMPDIR|TMP|TEMP|HOST|HOSTNAME|UID|EUID|PPID|RANDOM|SECONDS|LINENO|REPLY|OPTARG|OPTIND|OPTERR|COLUMNS|LINES|EDITOR|VISUAL|PAGER|DISPLAY|SHLVL|OSTYPE|PROMPT_COMMAND|POSIXLY_CORRECT|LD_.*|DYLD_.*|NODE_.*|PYTHON.*|PERL5?.*|RUBY.*|JAVA_TOOL_OPTIONS|GIT_.*|SSH_.*|SYSTEMROOT|WINDIR|COMSPEC|PATHEXT|RUNBOOK_.*|STATUS|OPTIONS|PATHS|MODULE_PATH|ARGV|FUNCNEST|PROMPT|KEYMAP|USERPROFILE)$/;

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
  return /^\d/.test(latin) || RESERVED.test(latin) ? `INPUT_${latin}` : latin;
}
