import { scriptEffect } from "../../checklist/command-effect.ts";
import { destructiveCommands } from "../../checklist/destructive-commands.ts";
import { commandName, hasShellFlag, plainArguments, type ShellCommand } from "../../checklist/shell/shell-command.ts";
import { shellCommands } from "../../checklist/shell/shell-commands.ts";
import { findAttribute } from "../../model/attributes.ts";
import type { StepCommand } from "../../model/procedure.ts";
import { isPosixShell } from "../../schema/interpreters.ts";

const WRITERS =
  /^(?:mv|chmod|chown|useradd|usermod|passwd|mount|umount|apt|apt-get|yum|dnf|apk|reboot|shutdown|gitlab-ctl)$/;
/** Programs whose verb says that they write. */
const VERBS: readonly { readonly program: RegExp; readonly verb: RegExp }[] = [
  {
    program: /^(?:systemctl|service|sv|supervisorctl)$/,
    verb: /^(?:start|stop|restart|reload|enable|disable|mask|unmask|kill)$/,
  },
  {
    program: /^(?:kubectl|oc|k)$/,
    verb: /^(?:apply|create|delete|patch|replace|scale|set|edit|annotate|label|cordon|uncordon|drain|taint|restart|undo|expose|autoscale)$/,
  },
  { program: /^helm$/, verb: /^(?:install|upgrade|rollback|uninstall|delete)$/ },
  { program: /^terraform$/, verb: /^(?:apply|destroy|import|taint|untaint)$/ },
  { program: /^(?:docker|podman|docker-compose)$/, verb: /^(?:start|stop|restart|rm|kill|up|down|run|update)$/ },
  {
    program: /^(?:aws|gcloud|az|gsutil)$/,
    verb: /^(?:create|delete|update|put|modify|start|stop|reboot|terminate|set|attach|detach|restore|rm|resize)(?:-|$)/,
  },
  { program: /^git$/, verb: /^(?:push|revert|commit|merge)$/ },
];

/** Whether a command changes something beyond doubt: by its `effect`, or by a program and verb that are known to. */
export function surelyWrites({ script, language, attributes }: StepCommand): boolean {
  const declared = findAttribute(attributes, "effect")?.value;
  if (declared !== undefined) return declared !== "read";
  if (destructiveCommands(script, language).length > 0) return true;
  // `kubectl auth can-i create leases` asks, whatever verb it asks about.
  if (!isPosixShell(language) || scriptEffect(script, language).effect === "read") return false;
  return shellCommands(script).commands.some(isWriting);
}

function isWriting(command: ShellCommand): boolean {
  const name = commandName(command);
  if (command.words.some(({ value }) => /^--(?:dry-run(?!=none)|help)/.test(value))) return false;
  if (WRITERS.test(name)) return !hasShellFlag(command, "--version");
  // A container that is gone afterwards is a way to run a tool; what the tool does is not known.
  if (/^(?:docker|podman)$/.test(name) && command.words.some(({ value }) => value === "--rm")) return false;
  const spec = VERBS.find(({ program }) => program.test(name));
  return (
    spec !== undefined &&
    plainArguments(command)
      .slice(0, 4)
      .some((word) => spec.verb.test(word))
  );
}
