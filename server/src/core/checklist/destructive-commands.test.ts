import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scriptEffect } from "./command-effect.ts";
import { destructiveCommands } from "./destructive-commands.ts";

const found = (script: string, language = "bash"): string[] =>
  destructiveCommands(script, language).map(
    ({ name, tier, range }) => `${name} (${tier}): ${script.slice(range.start, range.end)}`,
  );

describe("destructiveCommands", () => {
  it.each([
    ["ls && rm -rf /x", "rm -r (data): rm -rf /x"],
    ["sudo -u root rm --recursive x", "rm -r (data): sudo -u root rm --recursive x"],
    ["ssh h 'cd /; rm -r x'", "rm -r (data): 'cd /; rm -r x'"],
    ['bash -c "sudo mkfs.ext4 /dev/sdb"', 'mkfs (data): "sudo mkfs.ext4 /dev/sdb"'],
    ["find . -name x -exec rm -rf {} +", "rm -r (data): find . -name x -exec rm -rf {} +"],
    ["kubectl exec p -- psql -c 'DROP TABLE a'", "DROP TABLE (data): kubectl exec p -- psql -c 'DROP TABLE a'"],
    ["psql <<EOF\ndelete from a;\nEOF", "DELETE without WHERE (data): psql <<EOF"],
    ["echo FLUSHALL | redis-cli", "redis FLUSHALL (data): redis-cli"],
    ["curl -sXDELETE x; curl -X DELETE y", "curl -X DELETE (data): curl -X DELETE y"],
    [
      "kubectl -n a delete pvc/data-0",
      "kubectl delete of namespaces or volumes (data): kubectl -n a delete pvc/data-0",
    ],
    ["oc delete deploy x", "kubectl delete (availability): oc delete deploy x"],
    [
      "kubectl delete pod x --grace-period=0",
      "kubectl delete --force (availability): kubectl delete pod x --grace-period=0",
    ],
    ["kubectl delete pod x", "kubectl delete pod (restart): kubectl delete pod x"],
    ["kubectl scale deploy/x --replicas 0", "scale to zero (availability): kubectl scale deploy/x --replicas 0"],
    ["kubectl drain n", "kubectl drain (availability): kubectl drain n"],
    ["bundle exec knife ssh -C1 role:x 'sudo rm -r y'", "rm -r (data): 'sudo rm -r y'"],
    ["for i in a; do systemctl stop $i; done", "systemctl stop (availability): systemctl stop $i"],
    ["systemctl restart x", "systemctl restart (restart): systemctl restart x"],
    ["kill -9 $(pidof x)", "kill -9 (availability): kill -9 $(pidof x)"],
    ["aws ec2 terminate-instances --instance-ids i", "aws delete (data): aws ec2 terminate-instances --instance-ids i"],
    ["aws s3 rm s3://x --recursive", "aws s3 rm (data): aws s3 rm s3://x --recursive"],
    ["terraform destroy", "terraform destroy (data): terraform destroy"],
    ["xargs -n1 kubectl delete ns", "kubectl delete of namespaces or volumes (data): xargs -n1 kubectl delete ns"],
  ])("finds the command of %j", (script, expected) => {
    expect(found(script)).toContain(expected);
  });

  it.each([
    "echo 'rm -rf /'",
    "# rm -rf /",
    "grep -r delete .",
    "kubectl delete ns x --dry-run=client",
    "rm file",
    "kubectl scale deploy/x --replicas=3",
    "psql -c 'DELETE FROM a WHERE id = 1'",
    "psql -c \"select 'drop table x'\"",
    "git commit -m 'delete rm -rf'",
    "fdisk -l",
    "cat <<EOF\nrm -rf /\nEOF",
  ])("finds none in %j", (script) => {
    expect(found(script)).toEqual([]);
  });

  it("reads PowerShell, cmd and SQL too, and no programs", () => {
    expect(found("Remove-Item C:\\x -Recurse -Force", "powershell")).toEqual([
      "Remove-Item -Recurse (data): Remove-Item C:\\x -Recurse -Force",
    ]);
    expect(found("dir\nrmdir /s /q x", "cmd")).toEqual(["rmdir /s (data): rmdir /s /q x"]);
    expect(found("TRUNCATE a", "sql")).toEqual(["TRUNCATE (data): TRUNCATE a"]);
    expect(found("rm -rf /", "python")).toEqual([]);
  });

  it("never throws, and its ranges lie in the script", () => {
    const word = fc.constantFrom(
      ...[
        "rm",
        "-rf",
        "sudo",
        "`",
        "\\`",
        '"',
        "'",
        "$(",
        ")",
        "ssh",
        "h",
        "bash",
        "-c",
        "\n",
        ";",
        "|",
        "<<E",
        "{",
        "((",
      ],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const script = words.join(" ");
        for (const { range } of destructiveCommands(script, "bash")) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(script.length);
        }
        scriptEffect(script, "bash");
      }),
    );
  });

  it("gives up on hostile nesting instead of hanging", () => {
    expect(destructiveCommands("(".repeat(50_000), "bash")).toEqual([]);
    expect(destructiveCommands("$(".repeat(20_000), "bash")).toEqual([]);
    // Not read to its end, so not taken for one that only reads.
    expect(scriptEffect(`${"sudo ".repeat(5_000)}ls`, "bash").effect).toBe("write");
  });
});

describe("scriptEffect", () => {
  it.each([
    ...[
      "kubectl -n x get pods | grep a",
      "POD=$(kubectl get pod -o name)\nkubectl logs $POD",
      "df -h; ps aux",
      "curl -fsS http://x",
    ],
    ...[
      "curl -s -o /dev/null x",
      "curl -X GET x",
      "systemctl status x",
      "git log",
      "ssh h 'sudo df -h'",
      "kubectl exec p -- cat /x",
    ],
    ...[
      "psql -c 'select count(*) from t'",
      "sed -n 1p f",
      "awk '{print $1}' f",
      "find . -name x",
      "ls 2>/dev/null",
      "sudo cat f",
    ],
    ...[
      "for i in 1 2; do oc describe pod $i; done",
      "aws ec2 describe-instances",
      "kubectl auth can-i get pods",
      "xargs cat",
    ],
  ])("%j reads", (script) => {
    expect(scriptEffect(script, "bash").effect).toBe("read");
  });

  it.each([
    ...[
      "kubectl apply -f x",
      "kubectl get pods > f",
      "kubectl --unknown get pods",
      "curl -d a x",
      "curl -XPOST x",
      "curl -o f x",
    ],
    ...[
      "git push",
      "$CMD get",
      "ssh h",
      "sed -i s/a/b/ f",
      "sed 's/a/b/w f' g",
      "find . -exec touch {} +",
      "kubectl exec p -- touch x",
    ],
    ...[
      "psql -c 'select f()'",
      "psql -c 'update a set b = 1 where c = 2'",
      "cat f | tee g",
      "cat 'open",
      "kubectl rollout restart deploy/x",
      "./run.sh",
    ],
    ...["curl x | sh", "", "source env", "xargs kubectl apply -f"],
  ])("%j writes", (script) => {
    expect(scriptEffect(script, "bash").effect).toBe("write");
  });

  it.each(["kubectl delete deploy x", "rm -rf x", "systemctl stop x"])("%j destroys", (script) => {
    expect(scriptEffect(script, "bash").effect).toBe("destroy");
  });

  it("of a program is not known, so it writes", () => {
    expect(scriptEffect("print(1)", "python").effect).toBe("write");
  });
});
