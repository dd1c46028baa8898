import { describe, expect, it } from "vitest";
import { undefinedVariables } from "./undefined-variables.ts";

const found = (script: string, language = "bash", known: string[] = []): string[] =>
  undefinedVariables(script, language, new Set(known)).map(({ range }) => script.slice(range.start, range.end));

describe("undefinedVariables", () => {
  it("finds uses that nothing sets, each with its place", () => {
    expect(found('kubectl logs $POD -n "${NAMESPACE}"; echo $POD')).toEqual(["$POD", "${NAMESPACE}", "$POD"]);
    expect(found('ssh h "ls $DIR"\ncat <<EOF\n$X\nEOF')).toEqual(["$DIR", "$X"]);
    expect(found("export POD\necho $POD ${Y:?needed}")).toEqual(["$POD", "${Y:?needed}"]);
  });

  it.each([
    "POD=x; echo $POD",
    "POD=$(ls)\necho $POD",
    "export POD=x; echo $POD",
    "read -r POD REST; echo $POD $REST",
    "for i in a b; do echo $i; done",
    "while read a b; do echo $a $b; done < f",
    "mapfile -t LINES_READ < f; echo $LINES_READ",
    "printf -v X y; echo $X",
    "local X=1; declare Y; echo $X $Y",
    ": ${X:=1}; echo $X",
    "echo ${X:-default} ${Y+set}",
    "((i++)); echo $i",
    "select c in a b; do echo $c; done",
    "getopts ab OPT; echo $OPT",
    "echo $HOME $PATH $USER $PWD $? $$ $1 $@ $# $! $-",
    "echo '$POD' \\$POD",
    "cat <<'EOF'\n$POD\nEOF",
    "awk '{print $NF}' f",
    "source env.sh; echo $POD",
    'eval "$(minikube docker-env)"; echo $POD',
    "f() { echo $POD; }; POD=x",
  ])("finds none in %j", (script) => {
    expect(found(script)).toEqual([]);
  });

  it("asks for names that only another system sets, and for what stands before a `source`", () => {
    const script = "echo $DATE $TIME $ENV $CD $PUBLIC $MAIL $HOST";
    expect(found(script)).toEqual(["$DATE", "$TIME", "$ENV", "$CD", "$PUBLIC", "$MAIL", "$HOST"]);
    expect(found("echo %DATE% %cd% %Path% %POD%", "cmd")).toEqual(["%POD%"]);
    expect(found("echo $env:PATH $env:DATE", "powershell")).toEqual(["$env:DATE"]);
    expect(found("echo $DIR; source env.sh; echo $POD")).toEqual(["$DIR"]);
  });

  it("counts what earlier scripts set", () => {
    expect(found("echo $POD $NODE", "bash", ["POD"])).toEqual(["$NODE"]);
  });

  it("reads the environment's variables of PowerShell, cmd and fish", () => {
    expect(found("$env:A = 1; echo $env:A $env:B ${env:C} '$env:D' $e", "powershell")).toEqual(["$env:B", "${env:C}"]);
    expect(found("set A=1\necho %A% %B%", "cmd")).toEqual(["%B%"]);
    expect(found("set -x A 1; echo $A $B '$C'", "fish")).toEqual(["$B"]);
    expect(found("os.environ['A']", "python")).toEqual([]);
  });
});
