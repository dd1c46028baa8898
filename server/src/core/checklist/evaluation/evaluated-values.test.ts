import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluatedValues } from "./evaluated-values.ts";

const roots = (script: string): string[] => evaluatedValues(script, new Map([["X", "X"]])).map(({ root }) => root);

describe("evaluatedValues", () => {
  it.each([
    ...['bash -c "restart $X"', 'bash -ce "$X"', 'bash -c -- "$X"', 'sudo bash -ce "$X"', "env -S \"bash -c '$X'\""],
    ...['echo "echo $X" | cat | bash', '{ echo "$X"; } | sh', "bash <<EOF\necho $X\nEOF", 'bash <<< "echo $X"'],
    ...['source <(echo "$X")', 'bash <(echo "$X")', ". /dev/stdin <<< $X", 'ssh host "restart $X"', "psql <<< $X"],
    ...['C="echo $X"; eval "$C"', "N=$X; echo $((N + 1))", "N=$X\n[[ N -gt 3 ]]", "N=$X; ((N > 3))", "let N=$X"],
    ...["declare -i n\nn=$X", 'declare "$X=1"', "a[$X]=1", "a=([$X]=1)", "echo ${a[X]} ${b:$X}", "[ ! -v $X ]"],
    ...['f() { eval "$1"; }; f "$X"', "for i in $X; do eval $i; done", 'read N <<< "$X"; ((N))', "echo ${!X} ${X@P}"],
    ...[
      "X=$X bash -c 'eval $X'",
      'bash -c \'eval "$1"\' _ "$X"',
      "bash <<'EOF'\neval $X\nEOF",
      "PS4=$X",
      "trap $X EXIT",
    ],
    ...["python3.11 -c \"print('$X')\"", "node -pe $X", "node --eval=$X", 'perl -ne "$X"', 'python3 - <<< "$X"'],
    ...['sed -i "s/a/$X/" f', 'awk "{print $X}" f', "su -c $X", "flock f -c $X", "script -qc $X f", "watch ls $X"],
    ...['git -c alias.y="!$X" y', "ssh -o ProxyCommand=$X h", "tar --to-command=$X", "make -f - <<< $X", "mysql -e $X"],
    ...["$X", "nohup $X", "env A=1 $X", "sudo -u app env $X", "timeout 5 nice -n 3 ${X}", "exec $X", "/usr/bin/env $X"],
    ...['kubectl exec p -- sh -c "ls $X"', "echo $X | xargs -I{} sh -c '{}'", "C=$(echo $X | tr a b); eval $C"],
  ])("finds the value that is read as code in %j", (script) => {
    expect(roots(script)).toContain("X");
  });

  it.each([
    ...['kubectl logs "$X"', 'bash script.sh "$X"', 'bash -c \'echo "$1"\' _ "$X"', 'ssh "$X" uptime', "[ $X -gt 3 ]"],
    ...[
      'N=$(kubectl get pods -n "$X" | wc -l); ((N > 3))',
      'curl -s "https://x/$X/install.sh" | bash',
      "cat <<EOF\n$X\nEOF",
    ],
    ...[
      'awk -v x="$X" "{print x}" f',
      "python3 script.py $X",
      'kubectl cordon node --selector="$X"',
      "echo $((1 + ${#X}))",
    ],
    ...["kubectl apply -f - <<EOF\nname: $X\nEOF", "psql -c \"select '$X'\"", "export Y=$X", "echo $X | grep node"],
    ...["sudo -u $X ls", "timeout $X ls", 'nohup "$X"', "env A=$X ls", "nice -n $X ls", "sudo ls $X", "chroot $X ls"],
    ...["kubectl get node $X", "docker exec c ls $X", "sed -n 5p $X", "python3 -m json.tool <<< $X"],
  ])("finds none in %j", (script) => {
    expect(roots(script)).toEqual([]);
  });

  it("never throws", () => {
    const piece = fc.constantFrom(
      ..."$X|eval |bash |-c |\"|'|(|)|$((|))|[[ | -eq |]]|<<EOF\n|EOF\n|{|}|;|\n|`|N=".split("|"),
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => void roots(pieces.join(""))));
  });
});
