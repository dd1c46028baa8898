/** What a command may cost: data that is gone, service that is down, a moment of restart. */
export type DestructiveTier = "data" | "availability" | "restart";

/** A kind of command that destroys something, as data. Everything given must hold. */
export interface DestructiveSpec {
  /** As messages show it: "rm -r". */
  readonly name: string;
  readonly tier: DestructiveTier;
  /** Program names. */
  readonly programs: readonly string[];
  /**
   * Words that must follow in this order, others between allowed; `|` separates alternatives. `pvc` matches `pvc/data`
   * and `pod,pvc`; a `*` at the end or the beginning of a word stands for any text.
   */
  readonly words: readonly string[];
  /** One of these flags must be there, when any is given. `-r` is found in `-rf`; `-X=DELETE` is `-XDELETE` and `-X DELETE` too. */
  readonly flags: readonly string[];
  /** None of these flags may be there. */
  readonly unless: readonly string[];
}

const DRY = ["--dry-run", "--dryrun", "-WhatIf", "--help"];

/** `"kubectl|oc delete pod|pods --force|--now"`: programs, words, flags of which one must be there. */
function spec(tier: DestructiveTier, name: string, pattern: string, unless: readonly string[] = []): DestructiveSpec {
  const [programs = "", ...others] = pattern.split(" ");
  const isFlag = (word: string): boolean => word.startsWith("-");
  return {
    name,
    tier,
    programs: programs.split("|"),
    words: others.filter((word) => !isFlag(word)),
    flags: others.filter(isFlag).flatMap((word) => word.split("|")),
    unless: [...DRY, ...unless],
  };
}

const KUBE = "kubectl|oc|k";
const DOCKER = "docker|podman|nerdctl";
const VOLUMES =
  "namespace|namespaces|ns|project|projects|pv|persistentvolume|persistentvolumes|pvc|persistentvolumeclaim|persistentvolumeclaims|crd|crds|customresourcedefinition|customresourcedefinitions";

/**
 * The commands that destroy something, strongest first: the first that matches names the command. From the real runbooks:
 * 163 of 1,724 hold one. A hint for the person who confirms, never a claim that all others are safe.
 */
export const DESTRUCTIVE_COMMANDS: readonly DestructiveSpec[] = [
  spec("data", "rm -r", "rm -r|-R|--recursive"),
  spec("data", "rmdir /s", "rmdir|rd /s|/S"),
  spec("data", "del /s", "del|erase /s|/S"),
  spec("data", "Remove-Item -Recurse", "Remove-Item|ri -Recurse|-recurse|-r"),
  spec("data", "Clear-Disk", "Clear-Disk|Format-Volume|Initialize-Disk|Remove-Partition"),
  spec("data", "find -delete", "find -delete"),
  spec(
    "data",
    "mkfs",
    "mkfs|mkfs.ext3|mkfs.ext4|mkfs.xfs|mkfs.btrfs|mke2fs|mkswap|wipefs|shred|fdisk|sfdisk|parted|sgdisk|format|diskpart",
    ["-l", "--list", "-h"],
  ),
  spec("data", "dd", "dd of=*"),
  spec("data", "truncate", "truncate -s|--size"),
  spec("data", "zfs destroy", "zfs|zpool destroy|rollback|labelclear"),
  spec("data", "lvremove", "lvremove|vgremove|pvremove"),
  spec("data", "mdadm --zero-superblock", "mdadm --zero-superblock"),
  spec("data", "terraform destroy", "terraform|tofu|terragrunt|pulumi destroy"),
  spec("data", "terraform apply -destroy", "terraform|tofu|terragrunt apply -destroy|--destroy"),
  spec("data", "terraform state rm", "terraform|tofu|terragrunt state rm"),
  spec("data", "terraform workspace delete", "terraform|tofu|terragrunt workspace delete"),
  spec("data", "cdk destroy", "cdk|sls|serverless|eksctl|kops destroy|remove|delete"),
  spec("data", "kubectl delete of namespaces or volumes", `${KUBE} delete ${VOLUMES}`),
  spec("data", "kubectl delete --all", `${KUBE} delete --all|--all-namespaces`),
  spec("data", "velero delete", "velero backup|restore|schedule delete"),
  spec("data", "etcdctl del", "etcdctl del|rm|rmdir"),
  spec("data", "aws s3 rm", "aws s3 rm|rb"),
  spec("data", "aws s3 sync --delete", "aws s3 sync --delete"),
  // Services that hold data; what others delete is configuration, which is written anew: see below.
  spec(
    "data",
    "aws delete",
    "aws s3api|rds|dynamodb|efs|fsx|ecr|redshift|elasticache|backup|secretsmanager|cloudformation|glacier|docdb|neptune|opensearch|es|kinesis|sqs delete-*|purge-*|batch-delete-*",
  ),
  spec(
    "data",
    "aws delete",
    "aws delete-volume|delete-snapshot|terminate-instances|delete-log-group|delete-log-stream|schedule-key-deletion|delete-bucket|delete-table|delete-db-*|delete-cluster",
  ),
  spec(
    "data",
    "gcloud delete",
    "gcloud sql|storage|spanner|bigtable|firestore|redis|disks|snapshots|images|instances|clusters|projects|secrets|kms|filestore|databases|backups|buckets delete",
  ),
  spec("data", "gsutil rm", "gsutil rm|rb"),
  spec("data", "az delete", "az delete|purge|delete-batch"),
  spec(
    "data",
    "doctl delete",
    "doctl|hcloud|linode-cli|scw|openstack|ibmcloud|flyctl|fly|heroku|cf delete|destroy|apps:destroy|addons:destroy|pg:reset",
  ),
  spec("data", "docker volume rm", `${DOCKER} volume rm|prune|remove`),
  spec("data", "docker system prune", `${DOCKER} system|builder|image|container prune`),
  spec("data", "docker compose down -v", "docker|podman compose down -v|--volumes"),
  spec("data", "docker-compose down -v", "docker-compose down -v|--volumes"),
  spec("data", "dropdb", "dropdb|dropuser|pg_resetwal|pg_resetxlog"),
  spec("data", "mysqladmin drop", "mysqladmin drop"),
  spec("data", "redis FLUSHALL", "redis-cli|valkey-cli|gitlab-redis-cli FLUSHALL|flushall|FLUSHDB|flushdb"),
  spec(
    "data",
    "rabbitmqctl purge",
    "rabbitmqctl|rabbitmqadmin reset|force_reset|purge_queue|delete_queue|delete_vhost|purge|delete",
  ),
  spec(
    "data",
    "kafka-topics --delete",
    "kafka-topics|kafka-topics.sh|kafka-delete-records.sh|kafka-consumer-groups.sh --delete|--offset-json-file",
  ),
  spec("data", "consul kv delete", "consul kv delete"),
  spec("data", "vault delete", "vault delete|destroy|disable"),
  spec("data", "ceph pool delete", "ceph|rados|rbd delete|rmpool|purge|rm|destroy"),
  spec("data", "curl -X DELETE", "curl|http|xh -X=DELETE|--request=DELETE"),
  spec("data", "git push --force", "git push --force|-f|--delete|--mirror"),
  spec("data", "git reset --hard", "git reset --hard"),
  spec("data", "git clean", "git clean -f|--force"),
  spec("data", "crontab -r", "crontab -r"),
  spec("data", "userdel", "userdel|deluser|groupdel"),
  spec("data", "virsh undefine", "virsh undefine"),
  spec("data", "helm delete --purge", "helm delete --purge"),
  spec("availability", "kubectl delete --force", `${KUBE} delete --force|--now|--grace-period=0`),
  spec("restart", "kubectl delete pod", `${KUBE} delete pod|pods|po`),
  spec("restart", "kubectl delete job", `${KUBE} delete job|jobs|event|events|csr`),
  spec("availability", "kubectl delete", `${KUBE} delete`),
  spec("availability", "kubectl drain", `${KUBE} drain|cordon|taint`),
  spec("availability", "scale to zero", `${KUBE} scale --replicas=0`),
  spec("availability", "kubectl replace --force", `${KUBE} replace --force`),
  spec("availability", "helm uninstall", "helm uninstall|delete|del|un"),
  spec("availability", "systemctl stop", "systemctl stop|disable|mask|kill|isolate|poweroff|halt|reboot|rescue"),
  spec(
    "availability",
    "service stop",
    "service|initctl|rc-service|gitlab-ctl|supervisorctl|sv|pm2|monit|chef-client stop|down|delete",
  ),
  spec("availability", "Stop-Service", "Stop-Service|Stop-Computer|Restart-Computer|Stop-Process|Stop-VM"),
  spec("availability", "sc stop", "sc|net stop|delete"),
  spec("availability", "taskkill", "taskkill /F|/f"),
  spec("availability", "docker stop", `${DOCKER} stop|kill`),
  spec("availability", "docker rm", `${DOCKER} rm|rmi`),
  spec("availability", "docker compose down", `${DOCKER} down`),
  spec("availability", "crictl rm", "crictl rm|rmi|rmp|stop|stopp"),
  spec("availability", "docker-compose down", "docker-compose stop|kill|rm|down"),
  spec("availability", "kill -9", "kill -9|-KILL|-SIGKILL|-s=KILL"),
  spec("availability", "killall", "pkill|killall|fuser|skill"),
  spec("availability", "shutdown", "shutdown|reboot|poweroff|halt|telinit"),
  spec("availability", "init 0", "init 0|6"),
  spec("availability", "iptables -F", "iptables|ip6tables|nft|ipset -F|-X|--flush|flush|destroy"),
  spec("availability", "ifdown", "ifdown"),
  spec("availability", "umount", "umount|swapoff"),
  spec("availability", "pg_ctl stop", "pg_ctl|pg_ctlcluster stop"),
  spec("availability", "patronictl", "patronictl failover|switchover|reinit|remove"),
  spec("availability", "mysqladmin shutdown", "mysqladmin|redis-cli shutdown|SHUTDOWN|kill"),
  spec("availability", "nomad stop", "nomad stop|drain|purge"),
  spec("availability", "aws delete", "aws delete-*|terminate-*|deregister-*|purge-*|batch-delete-*"),
  spec("availability", "gcloud delete", "gcloud delete"),
  spec("availability", "aws stop-instances", "aws stop-*|reboot-*|detach-*|revoke-*|disable-*"),
  spec("availability", "gcloud stop", "gcloud stop|reset|suspend|failover"),
  spec("availability", "az stop", "az stop|deallocate|restart"),
  spec("availability", "virsh destroy", "virsh destroy|shutdown"),
  spec("restart", "rollout restart", `${KUBE} rollout restart`),
  spec("restart", "systemctl restart", "systemctl restart|reload|try-restart|reload-or-restart"),
  spec(
    "restart",
    "service restart",
    "service|initctl|rc-service|gitlab-ctl|supervisorctl|sv|pm2|monit restart|reload|hup",
  ),
  spec("restart", "Restart-Service", "Restart-Service"),
  spec("restart", "docker restart", `${DOCKER} restart`),
  spec("restart", "docker-compose restart", "docker-compose restart"),
  spec("restart", "pg_ctl restart", "pg_ctl|pg_ctlcluster|patronictl restart|reload"),
  spec("restart", "kill", "kill", ["-0", "-l", "-L"]),
];
