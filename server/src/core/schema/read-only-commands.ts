/** Programs that only read, whatever their arguments, or do nothing to the world outside their shell. */
const READERS =
  "cat ls grep egrep fgrep zgrep rg head tail less more wc cut tr uniq sort column nl tac rev df du free ps pgrep pidof uptime w who whoami id groups hostname uname arch nproc lscpu lsblk lsmod lspci findmnt stat file readlink realpath dirname basename pwd echo printf true false test [ : sleep seq expr dig nslookup host whois ping ping6 traceroute tracepath mtr ss netstat lsof vmstat iostat mpstat sar pidstat top htop dmesg last lastlog getent env printenv which type command jq cd pushd popd export set shopt declare local readonly typeset unset read wait return break continue exit diff cmp comm md5sum sha1sum sha256sum cksum base64 xxd od hexdump strings zcat bzcat xzcat zless cal date numfmt fold fmt paste join expand pstree tree findmnt blkid sensors numastat slabtop journalctl promtool pg_isready pt-query-digest sysdig nvidia-smi";

/** Flags that make a reader write. */
const WRITING_FLAGS: ReadonlyMap<string, readonly string[]> = new Map([
  ["sort", ["-o", "--output"]],
  ["uniq", []],
  ["date", ["-s", "--set"]],
  ["dmesg", ["-c", "-C", "--clear", "--read-clear"]],
  ["journalctl", ["--vacuum-size", "--vacuum-time", "--vacuum-files", "--rotate", "--flush"]],
  ["ss", ["-K", "--kill"]],
  ["tree", ["-o"]],
  ["less", ["-o", "-O"]],
  ["xxd", ["-r"]],
  ["file", ["-C"]],
  ["jq", []],
  ["yq", ["-i", "--inplace", "--in-place"]],
  ["sed", ["-i", "--in-place", "-n-i"]],
  ["find", ["-delete", "-fprint", "-fprintf", "-fls", "-fprint0"]],
  ["openssl", ["-out"]],
  ["nvidia-smi", ["-r", "--gpu-reset", "-pm", "-pl", "-ac", "-mig"]],
]);

/** Programs whose first words say what they do: those that only read. `*` at the end stands for any text. */
const READING_VERBS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "kubectl",
    "get|describe|logs|top|explain|api-resources|api-versions|version|cluster-info|diff|events|auth can-i|auth whoami|config view|config current-context|config get-contexts|config get-clusters|rollout status|rollout history|wait|exec".split(
      "|",
    ),
  ],
  ["oc", "whoami|status|projects|adm top|adm node-logs|adm inspect|rsh".split("|")],
  [
    "systemctl",
    "status|is-active|is-enabled|is-failed|list-units|list-unit-files|list-timers|list-dependencies|show|cat".split(
      "|",
    ),
  ],
  [
    "git",
    "status|log|show|diff|blame|rev-parse|ls-files|ls-remote|describe|grep|shortlog|cat-file|remote -v|reflog".split(
      "|",
    ),
  ],
  [
    "docker",
    "ps|logs|inspect|images|stats|version|info|top|port|diff|events|history|exec|volume ls|volume inspect|network ls|network inspect|image ls|container ls|container logs|compose ps|compose logs|compose top|compose config|node ls|service ls|service ps|service logs|stack ls|stack ps".split(
      "|",
    ),
  ],
  ["docker-compose", "ps|logs|top|config|images|version".split("|")],
  ["helm", "list|ls|status|get|history|version|show|search|template|env".split("|")],
  [
    "terraform",
    "show|output|version|validate|state list|state show|state pull|providers|graph|workspace list|workspace show".split(
      "|",
    ),
  ],
  [
    "aws",
    "* describe-*|* list-*|s3 ls|s3api head-*|sts get-caller-identity|logs filter-log-events|logs tail|configure list|cloudwatch get-*|ec2 get-*".split(
      "|",
    ),
  ],
  ["etcdctl", "get|endpoint health|endpoint status|member list|alarm list|check perf|version".split("|")],
  ["vault", "status|read|list|kv get|kv list|token lookup|version".split("|")],
  ["consul", "members|info|kv get|catalog|operator raft list-peers|version".split("|")],
  ["nomad", "status|node status|job status|alloc status|alloc logs|server members|version".split("|")],
  ["service", "* status|--status-all".split("|")],
  ["gitlab-ctl", "status|tail|service-list|show-config|get-redis-master|patroni members".split("|")],
  ["supervisorctl", "status|tail|avail|pid".split("|")],
  ["rabbitmqctl", "status|list_*|cluster_status|environment|report|node_health_check|eval_*".split("|")],
  ["patronictl", "list|topology|show-config|history|version".split("|")],
  [
    "ceph",
    "status|-s|health|df|osd tree|osd df|osd status|osd stat|mon stat|pg stat|pg dump|version|versions|quorum_status".split(
      "|",
    ),
  ],
  [
    "ip",
    "addr|a|address show|route|r|route show|link|link show|-br a|neigh|a show|addr show|rule|rule show".split("|"),
  ],
  ["crictl", "ps|logs|images|inspect|inspecti|pods|stats|version|info".split("|")],
  [
    "gh",
    "pr list|pr view|pr status|pr checks|run list|run view|issue list|issue view|repo view|auth status".split("|"),
  ],
  ["argocd", "app list|app get|app history|app diff|app logs|version|cluster list".split("|")],
  ["istioctl", "proxy-status|ps|proxy-config|pc|analyze|version".split("|")],
  [
    "redis-cli",
    "info|ping|dbsize|ttl|type|exists|llen|slowlog get|client list|cluster info|cluster nodes|config get|memory usage".split(
      "|",
    ),
  ],
]);

/** Flags with a value that may stand before the verb: `kubectl -n shop get pods`. */
const VALUE_FLAGS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "kubectl",
    "-n --namespace --context --kubeconfig --cluster --user -s --server --as --as-group --token -l -o -c".split(" "),
  ],
  ["systemctl", "-n -p -t -H -M -o --lines --property --type --host --output".split(" ")],
  ["git", "-C -c --git-dir --work-tree".split(" ")],
  ["docker", "-H --host --context -c -l -f --file -p --project-name".split(" ")],
  ["docker-compose", "-f --file -p --project-name --env-file".split(" ")],
  ["helm", "-n --namespace --kube-context --kubeconfig".split(" ")],
  ["aws", "--profile --region --output --query --endpoint-url".split(" ")],
  ["etcdctl", "--endpoints --cacert --cert --key -w --write-out --user".split(" ")],
  ["rabbitmqctl", "-n -p --node".split(" ")],
  ["patronictl", "-c --config-file".split(" ")],
  ["redis-cli", "-h -p -a -n -u -s --user --pass".split(" ")],
  ["vault", "-address -namespace".split(" ")],
]);

/** What is known of a program that can only read. */
export interface ReadOnlySpec {
  /** Undefined: it reads whatever its words are. */
  readonly verbs: readonly string[] | undefined;
  /** Flags with a value that may stand before the verb. A flag that is not known there makes the verb uncertain. */
  readonly valueFlags: readonly string[];
  /** Flags that make it write. */
  readonly writingFlags: readonly string[];
}

const READER_NAMES: ReadonlySet<string> = new Set([...READERS.split(" "), "sed", "find", "yq", "awk", "gawk"]);

/** The short list of surely read-only programs; undefined for every other, which then counts as writing. */
export function findReadOnlySpec(program: string): ReadOnlySpec | undefined {
  if (READER_NAMES.has(program)) {
    return { verbs: undefined, valueFlags: [], writingFlags: WRITING_FLAGS.get(program) ?? [] };
  }
  const alias = program === "oc" || program === "k" ? "kubectl" : program === "podman" ? "docker" : program;
  const verbs = READING_VERBS.get(alias);
  if (verbs === undefined) return undefined;
  const more = program === "oc" ? (READING_VERBS.get("oc") ?? []) : [];
  return { verbs: [...verbs, ...more], valueFlags: VALUE_FLAGS.get(alias) ?? [], writingFlags: [] };
}
