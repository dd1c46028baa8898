import { findAttribute } from "../../model/attributes.ts";
import type { StepCommand } from "../../model/procedure.ts";
import { PLATFORMS, type Platform, readPlatforms, shellFamily } from "../../schema/interpreters.ts";
import { defineRule } from "../rule.ts";
import { commandList } from "../support/command-list.ts";

/** ST014. */
export const duplicateStepName = defineRule({
  docs: {
    what: "Reports a `name` that two fences have. Twins for two systems (`bash` and `powershell`, or different `os`) may share one. The fix numbers the second.",
    why: "`needs`, `undo`, `--step` and the record of a run speak of a step by its name. With two of that name, the wrong one is run, or undone.",
    examples: [
      {
        title: "Two steps of one name",
        bad: `# Gateway

## Steps

1. Stop it:

   \`\`\`sh {name=gateway}
   systemctl stop gateway
   \`\`\`

2. Start it:

   \`\`\`sh {name=gateway}
   systemctl start gateway
   \`\`\`
`,
        fixed: `# Gateway

## Steps

1. Stop it:

   \`\`\`sh {name=gateway}
   systemctl stop gateway
   \`\`\`

2. Start it:

   \`\`\`sh {name=gateway-2}
   systemctl start gateway
   \`\`\`
`,
      },
      {
        title: "Twins for two systems",
        good: `# Gateway

## Steps

1. Restart it:

   \`\`\`bash {name=restart}
   systemctl restart gateway
   \`\`\`

   \`\`\`powershell {name=restart}
   Restart-Service gateway
   \`\`\`
`,
      },
    ],
  },
  code: "ST014",
  name: "duplicate-step-name",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "error",
  fix: "unsafe",
  *check({ document }) {
    const seen: { readonly name: string; readonly command: StepCommand }[] = [];
    const named = commandList(document).flatMap((command) => {
      const attribute = findAttribute(command.attributes, "name");
      return attribute === undefined ? [] : [{ command, attribute }];
    });
    const taken = new Set(named.map(({ attribute }) => attribute.value));
    for (const { command, attribute } of named) {
      const first = seen.find(({ name, command: other }) => name === attribute.value && canMeet(other, command));
      seen.push({ name: attribute.value, command });
      if (first === undefined) continue;
      const place = findAttribute(first.command.attributes, "name")?.valueRange ?? first.command.block.infoRange;
      let number = 2;
      while (taken.has(`${attribute.value}-${number}`)) number++;
      const free = `${attribute.value}-${number}`;
      taken.add(free);
      yield {
        range: attribute.valueRange,
        message: `The name "${attribute.value}" is taken by the command in line ${document.syntax.lines.lineAt(place.start) + 1}. Give this one a name of its own.`,
        related: [{ range: place, message: `"${attribute.value}" is first given here` }],
        fixes: [
          {
            title: `Rename it to "${free}"`,
            safety: "unsafe",
            edits: [{ range: attribute.valueRange, newText: free }],
          },
        ],
      };
    }
  },
});

/** Whether two commands may run on one machine. */
function canMeet(a: StepCommand, b: StepCommand): boolean {
  const own = platformsOf(a);
  return platformsOf(b).some((platform) => own.includes(platform));
}

function platformsOf({ attributes, language }: StepCommand): readonly Platform[] {
  const written = readPlatforms(findAttribute(attributes, "os")?.value ?? "");
  if (written.length > 0) return written;
  const family = shellFamily(language);
  if (family === undefined) return PLATFORMS;
  return family === "windows" ? ["win32"] : ["linux", "darwin"];
}
