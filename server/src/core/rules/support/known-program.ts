import { DESTRUCTIVE_COMMANDS } from "../../schema/destructive-commands.ts";
import { findReadOnlySpec } from "../../schema/read-only-commands.ts";

/** Programs that are neither in the list of readers nor in that of destroyers, and begin many real commands. */
const OTHERS = new Set(
  "sudo kubectl oc docker docker-compose podman helm terraform ansible ansible-playbook git ssh scp rsync curl wget aws gcloud gsutil az systemctl service apt apt-get yum dnf npm yarn pip python python3 make psql mysql redis-cli mongo mkdir cp mv chmod chown ln tar touch bundle rake vault consul nomad bosh cf knife gh flux argocd openssl nc sed awk xargs tee bash sh crontab tctl calicoctl istioctl etcdctl velero kind minikube ceph zfs zpool rabbitmqctl kafka-topics.sh pg_ctl patronictl gitlab-ctl chef-client puppet salt supervisorctl pm2 nginx".split(
    " ",
  ),
);

/** Whether a word is the name of a program that runbooks use, by our lists; case counts. */
export function isKnownProgram(name: string): boolean {
  if (!/^[a-z][\w.-]*$/.test(name)) return false;
  if (OTHERS.has(name) || findReadOnlySpec(name) !== undefined) return true;
  return DESTRUCTIVE_COMMANDS.some(({ programs }) => programs.includes(name));
}
