import { describe, expect, it } from "vitest";
import { findSessionOpener } from "./session-opener.ts";

describe("findSessionOpener", () => {
  it.each([
    "ssh host",
    "ssh -i key -p 22 root@host",
    "kubectl exec -it pod -- bash",
    "kubectl -n x exec -it pod -c c -- /bin/sh",
    "kubectl exec -it pod bash",
    "oc debug node/x",
    "oc rsh pod",
    "docker exec -it x bash",
    "docker run -it --rm alpine sh",
    "sudo -i",
    "sudo -s",
    "sudo su -",
    "su - postgres",
    "sudo -u postgres psql",
    "psql",
    "psql -h db -U app shop",
    "kubectl exec -it pod -- psql -U app",
    "mysql -u root -p",
    "redis-cli -h x -p 6379",
    "chroot /host",
    "echo a\nssh host\nsystemctl restart kubelet",
    "bash",
  ])("%j opens a session", (script) => {
    const opener = script.split("\n").find((line) => !line.startsWith("echo"));
    expect(findSessionOpener(script, "bash")?.text).toBe(opener);
  });

  it.each([
    "ssh host uptime",
    "ssh host 'sudo -u postgres psql -c \"select 1\"'",
    "ssh -N -L 1:x:1 host",
    "ssh host <<EOF\nls\nEOF",
    "cat x | ssh host",
    "kubectl exec pod -- ls",
    "kubectl exec pod -- bash -c 'ls'",
    "oc debug node/x -- chroot /host ls",
    "docker exec x ls",
    "docker run alpine sh -c ls",
    "sudo -i ls",
    "su - postgres -c 'psql -l'",
    "psql -c 'select 1'",
    "psql -l",
    "psql -Atc 'select 1'",
    "psql < f",
    "cat f | psql",
    "psql -f f.sql",
    "mysql -e 'select 1'",
    "redis-cli -h x info",
    "redis-cli --bigkeys",
    "curl x | bash",
    "bash x.sh",
  ])("%j does its work and ends", (script) => {
    expect(findSessionOpener(script, "bash")).toBeUndefined();
  });

  it("says which command, and knows no other languages", () => {
    expect(findSessionOpener("ls\nssh host\nls", "sh")).toEqual({ text: "ssh host", range: { start: 3, end: 11 } });
    expect(findSessionOpener("ssh host", "python")).toBeUndefined();
  });
});
