/** What a program may be given so that it surely only reads. What is not listed here makes it count as writing. */
export interface ReadOnlySpec {
  /** Flags without a value. */
  readonly flags: ReadonlySet<string>;
  /** Flags that take a value, attached (`-n5`, `--tail=5`) or as the next word. */
  readonly valueFlags: ReadonlySet<string>;
  /**
   * What its other words must begin with; undefined: anything. `*` stands for any text without a slash within a word, `?`
   * for any word, and a `.` as the last word says that no more words may follow.
   */
  readonly phrases: readonly string[] | undefined;
}

/** Programs of which, by their manuals, no argument at all writes a file, starts a program or changes the machine. */
const READERS: ReadonlySet<string> = new Set(
  (
    "cat ls grep egrep fgrep zgrep head tail wc cut tr nl tac rev df du free ps pgrep pidof uptime w who whoami id " +
    "groups uname arch nproc lscpu lsblk lsmod lspci findmnt stat readlink realpath dirname basename pwd echo printf " +
    "true false : test [ sleep seq expr nslookup dig host whois traceroute tracepath netstat vmstat iostat mpstat " +
    "pidstat last getent printenv which type jq cd pushd popd set unset read wait return break continue exit diff " +
    "cmp comm md5sum sha1sum sha256sum cksum base64 od strings zcat bzcat xzcat cal numfmt fold fmt paste join expand " +
    "column pstree numastat pg_isready export declare local readonly typeset"
  ).split(" "),
);

/** Whether a program only reads whatever its arguments are. */
export function isReader(program: string): boolean {
  return READERS.has(program);
}

function spec(flags: string, valueFlags = "", phrases?: string): ReadOnlySpec {
  const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
  return { flags: set(flags), valueFlags: set(valueFlags), phrases: phrases?.split("|") };
}

const KUBECTL = spec(
  "-A --all-namespaces -w --watch --watch-only --show-labels --show-kind --no-headers --no-trunc -f --follow -p " +
    "--previous -R --recursive --timestamps --all-containers --prefix --ignore-not-found --short --client --minify -i " +
    "-t --stdin --tty --containers --use-protocol-buffers --list --output-watch-events --insecure-skip-tls-verify",
  "-n --namespace --context --cluster -l --selector --field-selector -o --output -c --container -L --label-columns " +
    "--sort-by --tail --since --since-time --limit-bytes --chunk-size --max-log-requests --show-events --api-group " +
    "--namespaced --verbs --for --types --request-timeout --as --revision --timeout --subresource",
  "get|describe|logs|top|explain|api-resources|api-versions|version|cluster-info .|events|auth can-i|auth whoami|" +
    "config view|config current-context|config get-contexts|config get-clusters|rollout status|rollout history|wait|" +
    "exec",
);
const DOCKER = spec(
  "-a --all -q --quiet --no-trunc -s --size --no-stream -t --timestamps -f --follow --details -i -it -ti --digests " +
    "--interactive --tty --services",
  "--format --filter -n --tail --since --until --last --context -u --user -w --workdir --type",
  "ps|logs|inspect|images .|stats|version|info|top|port|diff|events|history|exec|volume ls|volume inspect|" +
    "network ls|network inspect|image ls|image inspect|container ls|container logs|container inspect|compose ps|" +
    "compose logs|compose top|compose ls|node ls|service ls|service ps|service logs|stack ls|stack ps",
);
const CLOUD_FLAGS =
  "--region --profile --output --query --filters --filter --format --project --zone --max-items --page-size --limit " +
  "--resource-group -g --subscription -n --name --names -o --cluster --cluster-name --service --services --tasks " +
  "--instance-ids --db-instance-identifier --db-cluster-identifier --log-group-name --load-balancer-arn " +
  "--target-group-arn --start-time --end-time --namespace --metric-name --dimensions --period --statistics " +
  "--stack-name --function-name --sort-by";

// Their verb comes last: an unknown noun may be a verb, and `list` the name of what it deletes.
const GCLOUD_NOUNS =
  "projects|services|functions|compute instances|compute disks|compute networks|compute addresses|" +
  "compute backend-services|compute forwarding-rules|compute firewall-rules|compute instance-groups|compute operations|" +
  "container clusters|container node-pools|container operations|sql instances|sql operations|sql backups|run services|" +
  "run revisions|pubsub topics|pubsub subscriptions|dns record-sets|dns managed-zones|redis instances|logging logs|" +
  "iam service-accounts|auth|config";
const AZ_NOUNS =
  "account|group|resource|vm|vmss|disk|aks|acr|webapp|functionapp|redis|keyvault|network vnet|network nsg|network lb|" +
  "network public-ip|sql server|sql db|postgres server|postgres flexible-server|storage account|monitor metrics|" +
  "monitor activity-log";

function verbsOf(nouns: string, verbs: readonly string[]): string {
  return nouns
    .split("|")
    .flatMap((noun) => verbs.map((verb) => `${noun} ${verb}`))
    .join("|");
}

const SPECS: ReadonlyMap<string, ReadOnlySpec> = new Map([
  ["kubectl", KUBECTL],
  ["k", KUBECTL],
  [
    "oc",
    {
      ...KUBECTL,
      phrases: [...(KUBECTL.phrases ?? []), "whoami .", "status .", "projects .", "adm top", "adm node-logs"],
    },
  ],
  ["docker", DOCKER],
  ["podman", DOCKER],
  [
    "docker-compose",
    spec("-a --all -q --quiet -t --timestamps -f --follow --services", "--tail", "ps|logs|top|images|version"),
  ],
  [
    "systemctl",
    spec(
      "-a --all -l --full --no-pager --no-legend --failed --user --system -q --quiet --plain --value --reverse -r",
      "-p --property -t --type --state -n --lines -o --output",
      "status|is-active|is-enabled|is-failed|list-units|list-unit-files|list-timers|list-sockets|list-dependencies|show|cat",
    ),
  ],
  [
    "journalctl",
    spec(
      "-f --follow -e --pager-end -r --reverse -x --catalog -k --dmesg -b --boot -a --all -q --quiet --no-pager -l " +
        "--full --no-full --no-hostname --utc --list-boots --disk-usage -m --merge --user --system --no-tail -h --help",
      "-u --unit -n --lines -S --since -U --until -p --priority -o --output -t --identifier -g --grep --user-unit " +
        "--facility",
    ),
  ],
  [
    "git",
    spec(
      "--no-pager --oneline -p --patch --stat --shortstat --numstat --name-only --name-status --graph --all --decorate " +
        "--follow -s --short --porcelain -b --branch --cached --staged -w --no-color --reverse --first-parent " +
        "--merges --no-merges --abbrev-ref --abbrev-commit --show-toplevel --tags --always -i -r -E -F -a -v -vv " +
        "--no-ext-diff --no-textconv --show-current",
      "-n --max-count --since --until --after --before --author --grep --format --pretty --date -L -U --abbrev",
      "status|log|show|diff|blame|rev-parse|ls-files|describe|grep|shortlog|branch .|remote .|reflog .|reflog show",
    ),
  ],
  [
    "helm",
    spec(
      "-A --all-namespaces -a --all --deployed --failed --pending -q --short --show-resources",
      "-n --namespace --kube-context -o --output --revision --max -m --filter -f -l --selector",
      "list|ls|status|get|history|version .|env .",
    ),
  ],
  [
    "terraform",
    spec(
      "-json -no-color -raw",
      "",
      "show .|output|version .|validate .|state list|state show|workspace list .|workspace show .",
    ),
  ],
  [
    "aws",
    spec(
      "--no-cli-pager --no-paginate --recursive --human-readable --summarize --include-all-instances",
      CLOUD_FLAGS,
      "* describe-*|* list-*|s3 ls|s3api head-*|sts get-caller-identity|logs filter-log-events|logs tail|" +
        "configure list .|cloudwatch get-metric-*|ec2 get-console-output",
    ),
  ],
  ["gcloud", spec("-q --quiet", CLOUD_FLAGS, `${verbsOf(GCLOUD_NOUNS, ["describe", "list"])}|config get-value|info .`)],
  ["az", spec("", CLOUD_FLAGS, verbsOf(AZ_NOUNS, ["show", "list"]))],
  [
    "etcdctl",
    spec(
      "--prefix --keys-only --cluster",
      "--endpoints --cacert --cert --key -w --write-out --limit",
      "get|endpoint health|endpoint status|member list|alarm list|version",
    ),
  ],
  [
    "vault",
    spec("", "-address -namespace -format -field -mount", "status .|list|kv get|kv list|token lookup|version ."),
  ],
  [
    "consul",
    spec(
      "-detailed -wan",
      "",
      "members .|info .|kv get|catalog datacenters|catalog nodes|catalog services|operator raft list-peers .|version .",
    ),
  ],
  [
    "nomad",
    spec(
      "-verbose -short -stats -json",
      "",
      "status|node status|job status|alloc status|alloc logs|server members .|version .",
    ),
  ],
  ["service", spec("--status-all", "", "* status .|.")],
  ["gitlab-ctl", spec("", "", "status|tail|service-list .|get-redis-master .|patroni members .")],
  ["supervisorctl", spec("", "", "status|tail|avail .|pid")],
  [
    "rabbitmqctl",
    spec("-q --quiet", "-n --node -p --vhost", "status .|list_*|cluster_status .|environment .|report ."),
  ],
  ["patronictl", spec("", "", "list|topology|show-config|history|version")],
  [
    "ceph",
    spec(
      "",
      "-f --format",
      "status .|health .|health detail .|df .|osd tree .|osd df .|osd stat .|osd status .|mon stat .|pg stat .|version .|versions .",
    ),
  ],
  [
    "ip",
    spec(
      "-br -brief -4 -6 -s -d -j -p -o -c",
      "",
      "addr .|a .|address .|addr show|a show|address show|a s|route .|r .|route show|r show|route get|link .|l .|link show|neigh .|n .|neigh show|rule .|rule show",
    ),
  ],
  [
    "crictl",
    spec(
      "-a -q --no-trunc -f",
      "--name --tail -o --output --state",
      "ps|logs|images .|inspect|inspecti|pods|stats|version .|info .",
    ),
  ],
  [
    "gh",
    spec(
      "",
      "-R --repo -L --limit --json --state -s --label",
      "pr list|pr view|pr status|pr checks|run list|run view|issue list|issue view|repo view|auth status",
    ),
  ],
  ["argocd", spec("", "-o --output", "app list|app get|app history|app logs|cluster list")],
  ["istioctl", spec("", "-n --namespace -o --output", "proxy-status|ps|proxy-config|pc|version")],
  [
    "redis-cli",
    spec(
      "--raw --no-raw --tls --no-auth-warning -c",
      "-h -p -a -n --user --pass",
      "info|INFO|ping|PING|dbsize|DBSIZE|ttl|TTL|type|TYPE|exists|EXISTS|llen|LLEN|slowlog get|SLOWLOG GET|" +
        "client list|CLIENT LIST|cluster info|CLUSTER INFO|cluster nodes|CLUSTER NODES|config get|CONFIG GET|" +
        "memory usage|MEMORY USAGE",
    ),
  ],
  // Tools that can write or start something too: only with the flags that don't.
  [
    "sort",
    spec(
      "-n -r -h -u -f -b -d -g -i -M -V -s -z -c --numeric-sort --reverse --human-numeric-sort --unique",
      "-k -t --key --field-separator",
    ),
  ],
  ["uniq", spec("-c -d -u -i --count --repeated --unique", "-f -s -w", ".|? .")],
  [
    "rg",
    spec(
      "-i -n -l -v -w -c -F -o -s -S -u -uu -uuu -N -H -h --hidden --no-ignore --no-config",
      "-A -B -C -e -g -t -m --glob --type",
    ),
  ],
  ["tree", spec("-a -d -f -h -s -D -C -p -u -g", "-L -I -P")],
  ["file", spec("-b -i -L -z -s -k --mime-type --brief")],
  ["xxd", spec("-p -u -b -e -g1", "-l -s -c -g", ".|? .")],
  ["hostname", spec("-f -s -i -I -d -A --fqdn --short --ip-address", "", ".")],
  ["date", spec("-u -R --utc --iso-8601", "-d --date -I --rfc-3339", ".|+* .")],
  [
    "dmesg",
    spec(
      "-T -H -x -k -u -L -e -t -w -P --ctime --human --follow --nopager",
      "-l --level -f --facility --since --until",
      ".",
    ),
  ],
  [
    "ss",
    spec(
      "-t -u -l -n -p -a -e -o -i -m -s -r -4 -6 -x -w -H -O --tcp --udp --listening --numeric --processes --summary",
    ),
  ],
  ["ip6tables-save", spec("", "", ".")],
  ["iptables-save", spec("", "", ".")],
  ["ping", spec("-n -q -4 -6 -D -O -a", "-c -i -w -W -I -s -t -M")],
  ["ping6", spec("-n -q", "-c -i -w -W -I -s")],
  ["mtr", spec("-r -n -w -b -z -4 -6 --report --report-wide --no-dns", "-c --report-cycles")],
  ["lsof", spec("-n -P -i -t -a -l -b -R -U", "-p -u -c -s -i")],
  ["top", spec("-b -H -c -i", "-n -d -p -u -o -w")],
  ["lastlog", spec("", "-u -t -b", ".")],
  ["blkid", spec("", "-o -s")],
  ["sensors", spec("", "", ".")],
  ["nvidia-smi", spec("-q -L", "--query-gpu --query-compute-apps --format", ".")],
  ["sar", spec("-u -r -b -q -d -S -W -B -A -p -w", "-n -P -s -e -f")],
  ["yq", spec("-r -e -P -C -M -N -j", "-o -p")],
  ["env", spec("", "", ".")],
  ["shopt", spec("-s -u -q")],
]);

/** Under which circumstances a program surely only reads; undefined for a program of which nothing is known. */
export function findReadOnlySpec(program: string): ReadOnlySpec | undefined {
  return SPECS.get(program);
}
