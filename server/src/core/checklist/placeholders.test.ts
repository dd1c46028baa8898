import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeholdersInScript, rewritePlaceholders } from "./placeholders.ts";

const rewrite = (script: string, language = "bash"): string => rewritePlaceholders(script, language).script;
const refusals = (script: string, language = "bash"): string[] =>
  rewritePlaceholders(script, language).refused.map(({ label, placement }) =>
    placement.kind === "refuse" ? `${label}: ${placement.reason}` : label,
  );

describe("placeholders in a shell", () => {
  it.each([
    ["kubectl get pod <pod-name>", 'kubectl get pod "$POD_NAME"'],
    ["kubectl get <kind>/<pod-name>-0 -n <NODE POOL NAME>", 'kubectl get "$KIND"/"$POD_NAME"-0 -n "$NODE_POOL_NAME"'],
    ['echo "pod/<pod-name> is up"', 'echo "pod/${POD_NAME} is up"'],
    ['echo "$(cat "<file>")"', 'echo "$(cat "${FILE}")"'],
    ["echo `cat <file>`", 'echo `cat "$FILE"`'],
    ["X=<a> Y='<b c>' cmd", 'X="$A" Y="$B_C" cmd'],
    ["export POD_NAME=<pod-name>", 'export POD_NAME="$POD_NAME"'],
    ["cat < <in-file> > <out-file>", 'cat < "$IN_FILE" > "$OUT_FILE"'],
    ["for i in <a> <b-c>; do echo <d>; done", 'for i in "$A" "$B_C"; do echo "$D"; done'],
    ["helm rollback {{ release }} {{rev}}", 'helm rollback "$RELEASE" "$REV"'],
    ['curl -H "Token: YOUR_API_TOKEN" x', 'curl -H "Token: ${YOUR_API_TOKEN}" x'],
    ["ls <path> <user> <node name>", 'ls "$INPUT_PATH" "$INPUT_USER" "$NODE_NAME"'],
    ["echo <節点>", 'echo "$INPUT_7BC0_70B9"'],
    ["echo <b> {x,<hr>}", 'echo "$B" {x,"$HR"}'],
    ["awk -v p=<pattern> '{print p}' f", `awk -v p="$PATTERN" '{print p}' f`],
    ["ssh <host> uptime", 'ssh "$INPUT_HOST" uptime'],
    ["cmd <a|b>", 'cmd "$A_B"'],
    ["ssh <user@host> uptime", 'ssh "$USER_HOST" uptime'],
    ["kubectl get <kind@ns>", 'kubectl get "$KIND_NS"'],
    ["kubectl logs <pod's name>", 'kubectl logs "$POD_S_NAME"'],
    ["git log --author=Kim <kim@example.org>", 'git log --author=Kim "$KIM_EXAMPLE_ORG"'],
    ["curl <https://example.org/x>", 'curl "$HTTPS_EXAMPLE_ORG_X"'],
  ])("%j becomes %j", (script, expected) => {
    expect(rewrite(script)).toBe(expected);
    expect(refusals(script)).toEqual([]);
  });

  it.each([
    "psql -f x < file.sql",
    "psql <file.sql",
    "sort <in >out",
    "cmd <in 2>&1",
    "cmd <in | grep x >out",
    "diff <(sort a) <(sort b)",
    "cat <<EOF >file\ntext\nEOF",
    "cat <<<word >x",
    "exec 3<>/dev/tcp/x",
    "echo '<b>bold</b> <br/>'",
    'echo "<config>x</config>"',
    "cat <<'EOF'\n<config>\n  <name>x</name>\n</config>\na -> b <=> c\nEOF",
    "grep '<none>' x",
    "grep -P '(?<name>x)' f",
    "git commit --author='Kim <kim@example.org>'",
    "docker ps --format '{{.Names}} {{end}}'",
    "# set <pod> first\nls # of <pod>",
    "[ 1 -lt 2 ] && echo '1<2>0'",
    'echo "$YOUR_TOKEN" "${YOUR_TOKEN}"',
  ])("finds none in %j", (script) => {
    expect(placeholdersInScript(script, "bash")).toEqual([]);
  });

  it.each([
    ["echo 'pod <pod>'", "<pod>: in single quotes nothing is filled in"],
    ["cat <<EOF\nname: <pod>\nEOF", "<pod>: it stands in a here-document, where the quoting depends on what reads it"],
    ["cat <<'EOF'\n<pod>\nEOF", "<pod>: it stands in a here-document, where the quoting depends on what reads it"],
    ["echo $((<n> + 1))", "<n>: arithmetic would evaluate the value"],
    ["[[ <n> -eq 1 ]]", "<n>: `[[ … -eq … ]]` evaluates the value as arithmetic"],
    ["declare -i N=<n>", "<n>: `declare` would take the value as a name or code"],
    ["unset <v>", "<v>: `unset` would take the value as a name or code"],
    ["for <v> in a; do ls; done", "<v>: it stands for the name of a variable or function"],
    ["<VAR>=1", "<VAR>: it stands for the name of a variable"],
    ["echo ${X:-<d>}", "<d>: it stands inside `${…}`"],
    ["echo \\<pod>", "<pod>: it follows a `\\`"],
    ['echo "$<pod>"', "<pod>: it follows a `$`"],
    ['bash -c "echo <x>"', "<x>: `bash` has another shell read the value as script"],
    ["ssh <host> systemctl restart <svc>", "<svc>: `ssh` has another shell read the value as script"],
    ['kubectl exec p -- sh -c "ls <dir>"', "<dir>: `sh` has another shell read the value as script"],
    ["N=<x>; echo $(( N + 1 ))", "<x>: arithmetic would evaluate the value"],
    ['C="ls <x>"; eval "$C"', "<x>: `eval` would read the value as code"],
    ['echo "ls <x>" | sudo bash', "<x>: `bash` would read the value, which comes in by its input, as code"],
    ["eval ls <dir>", "<dir>: `eval` has another shell read the value as script"],
    ['awk "/<p>/" f', "<p>: `awk` would read the value as a part of its program"],
    ["python3 -c \"print('<x>')\"", "<x>: `python3` would read the value as a part of its program"],
    ["echo <x> 'open", "<x>: the script can't be read as shell (unterminated single quote)"],
  ])("refuses %j", (script, reason) => {
    expect(refusals(script)).toContain(reason);
  });

  it("never leaves a placeholder where a shell reads redirections, and puts exactly the variable in its place", () => {
    const piece = fc.constantFrom(
      ...[
        "echo ",
        "<pod-name>",
        " ",
        '"',
        "'",
        "`",
        "$(",
        ")",
        "\\",
        "\n",
        "# ",
        "a",
        "/",
        "cat <<EOF\n",
        "EOF\n",
        "$",
        "{",
        "}",
        "; ",
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const script = pieces.join("");
        const { script: rewritten, refused, placeholders } = rewritePlaceholders(script, "bash");
        const filled = placeholders.length - refused.length;
        expect(rewritten.match(/"\$POD_NAME"|\$\{POD_NAME\}/g)?.length ?? 0).toBe(filled);
        // What is neither filled in nor refused is in a comment.
        const left = (script.match(/<pod-name>/g)?.length ?? 0) - placeholders.length;
        expect(left === 0 || script.includes("#")).toBe(true);
      }),
    );
  });

  it("never throws, in any language", () => {
    const text = fc.string({ unit: fc.constantFrom(..."<a>{} \"'`$\\#@;\n%(x)") });
    const language = fc.constantFrom("sh", "bash", "zsh", "fish", "powershell", "cmd", "python", "node");
    fc.assert(fc.property(text, language, (script, name) => void rewritePlaceholders(script, name)));
  });
});

describe("placeholders in other languages", () => {
  it.each([
    ["powershell", "Get-Item <x>", "Get-Item $env:X"],
    ["powershell", 'Write-Host "a <x> b"', 'Write-Host "a ${env:X} b"'],
    ["fish", 'echo "a <x>" <y>', 'echo "a ""$X""" "$Y"'],
    ["python", "import os\nx = '<pod>'", 'import os\nx = os.environ["POD"]'],
    ["python", 'x = "<pod>"', 'x = __import__("os").environ["POD"]'],
    ["node", "const x = `<pod>`;", "const x = process.env.POD;"],
  ])("%s: %j becomes %j", (language, script, expected) => {
    expect(rewrite(script, language)).toBe(expected);
    expect(refusals(script, language)).toEqual([]);
  });

  it.each([
    ["powershell", "echo 'a <x>'", "<x>: in single quotes nothing is filled in"],
    ["powershell", '$a = @"\n<x>\n"@', "<x>: it stands in a here-string"],
    ["powershell", 'iex "ls <x>"', "<x>: another interpreter would read the value as script"],
    ["cmd", "echo <x>", "<x>: cmd pastes values into the text of the script"],
    ["python", 'x = "pod/<pod>"', "<pod>: it is a part of a longer text"],
    ["python", "x = <pod>", "<pod>: it stands in the code, outside of a text"],
    ["node", 'const x = {"<pod>": 1};', "<pod>: a value can't be put there"],
  ])("%s refuses %j", (language, script, reason) => {
    expect(refusals(script, language)).toEqual([reason]);
  });

  it.each([
    ["python", 'import os\nx = os.environ["YOUR_NAME"]'],
    ["python", 'x = __import__("os").environ.get("YOUR_NAME")'],
    ["node", 'const x = process.env["YOUR_NAME"]'],
  ])("in %s leave the name of a variable alone: %s", (language, script) => {
    expect(rewritePlaceholders(script, language)).toEqual({ script, placeholders: [], refused: [] });
  });
});
