import type { LockHolder } from "./record/run-lock.ts";

/** Why a runbook can't be run now, and what to do about it. */
export function describeHolder({ path, owner, leftGroup }: LockHolder): string {
  if (!owner)
    return `A lock that can't be read says that this runbook is being run: ${path}. If nobody runs it, delete that file.`;
  if (leftGroup !== undefined) {
    return `An earlier run of this runbook (${owner.run}) was cut off, but its command still runs as process group ${leftGroup}: nothing was run. Look at it with "ps -eo pid,pgid,args", wait for it or end it with "kill -- -${leftGroup}", then run again.`;
  }
  const who = `${owner.user} on ${owner.host} (process ${owner.pid})`;
  return `This runbook is being run by ${who} since ${owner.since}: nothing was run. Wait for it, or stop that run first. If that run is gone, delete its lock to take over: ${path}`;
}
