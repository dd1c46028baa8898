import { commandName, type ShellCommand } from "../../checklist/shell/shell-command.ts";
import { shellCommands } from "../../checklist/shell/shell-commands.ts";
import { scriptRange } from "../../model/script-range.ts";
import { isPosixShell } from "../../schema/interpreters.ts";
import { defineRule } from "../rule.ts";
import { commandList } from "../support/command-list.ts";

/** The switches by which programs stop to check whom they talk to. */
const SWITCHES: readonly { readonly programs: RegExp; readonly word: RegExp }[] = [
  { programs: /^curl$/, word: /^(?:--insecure|--proxy-insecure|-[a-zA-Z]*k[a-zA-Z]*)$/ },
  { programs: /^wget$/, word: /^--no-check-certificate$/ },
  {
    programs: /^(?:ssh|scp|sftp|rsync|ssh-copy-id|autossh|ansible.*)$/,
    word: /StrictHostKeyChecking[= ](?:no|off)\b/i,
  },
  {
    programs: /^(?:kubectl|oc|k|helm|argocd|velero|vault|etcdctl|crictl|calicoctl|grpcurl)$/,
    word: /^(?:--insecure-skip-tls-verify(?:=true)?|--insecure-skip-verify(?:=true)?|--tls-skip-verify|-tls-skip-verify|--insecure|-insecure|--insecure-transport)$/,
  },
  { programs: /^(?:podman|skopeo|buildah)$/, word: /^--(?:src-|dest-)?tls-verify=false$/ },
  { programs: /^git$/, word: /^http\.sslVerify=false$/i },
  { programs: /^pip3?$/, word: /^--trusted-host/ },
  { programs: /^aws$/, word: /^--no-verify-ssl$/ },
];

/** curl's one-letter options that end a cluster, because the rest is their value. */
const CURL_VALUES = /^-[a-jl-zA-Z]*[AbcCdDeEFhHKmoPQrtTuUwxXyYz]/;
const LOOPBACK = /(?:^|\/\/|@)(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)(?=[:/?\s]|$)/;

/** ST005. */
export const verificationOff = defineRule({
  docs: {
    what: "Reports a command that is told not to check whom it talks to: `curl -k`, `wget --no-check-certificate`, `ssh -o StrictHostKeyChecking=no`, `kubectl --insecure-skip-tls-verify` and the like. A connection to the own machine (`localhost`) is left alone.",
    why: "In the night of an incident nobody notices that the answer came from somebody else, and the command may carry a password or a token. Where a certificate is the fault, the switch also hides it.",
    examples: [
      {
        title: "Whoever answers gets the token",
        bad: `# Gateway

## Steps

1. Ask for its state:

   \`\`\`sh
   curl -k -H "Authorization: Bearer $TOKEN" https://gateway.example.org/state
   \`\`\`
`,
      },
      {
        title: "The house's own authority is named",
        good: `# Gateway

## Steps

1. Ask for its state:

   \`\`\`sh
   curl --cacert /etc/ssl/house.pem https://gateway.example.org/state
   \`\`\`
`,
      },
    ],
  },
  code: "ST005",
  name: "verification-off",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "none",
  *check({ document }) {
    for (const command of commandList(document)) {
      if (!isPosixShell(command.language)) continue;
      const seen = new Set<number>();
      for (const one of shellCommands(command.script).commands) {
        const word = switchOf(one);
        if (word === undefined || seen.has(word.range.start)) continue;
        seen.add(word.range.start);
        yield {
          range: scriptRange(command, word.range),
          message: `\`${word.value}\` tells \`${commandName(one)}\` not to check whom it talks to. Give it the certificate or the host's key instead.`,
        };
      }
    }
  },
});

function switchOf(command: ShellCommand): ShellCommand["words"][number] | undefined {
  const name = commandName(command);
  const spec = SWITCHES.find(({ programs }) => programs.test(name));
  if (spec === undefined || command.words.some(({ value }) => LOOPBACK.test(value))) return undefined;
  return command.words
    .slice(1)
    .find(
      ({ value }) =>
        spec.word.test(value) &&
        !(name === "curl" && /^-[^-]/.test(value) && CURL_VALUES.test(value.split("k")[0] ?? "")),
    );
}
