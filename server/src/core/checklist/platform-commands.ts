import { findAttribute } from "../model/attributes.ts";
import type { StepCommand } from "../model/procedure.ts";
import { type Platform, readPlatforms, shellFamily } from "../schema/interpreters.ts";

/**
 * Chooses a step's commands for a machine. `os=` decides where it is given; else, of blocks for both families of shells
 * (`bash` and `powershell`), those of the machine's own run. A step with blocks of one family only keeps them.
 */
export function platformCommands(commands: readonly StepCommand[], platform: Platform): readonly StepCommand[] {
  const suited = commands.filter((command) => {
    const platforms = readPlatforms(findAttribute(command.attributes, "os")?.value ?? "");
    return platforms.length === 0 || platforms.includes(platform);
  });
  const own = platform === "win32" ? "windows" : "posix";
  const hasOwn = suited.some(({ language }) => shellFamily(language) === own);
  return suited.filter((command) => {
    const family = shellFamily(command.language);
    return family === undefined || family === own || !hasOwn || findAttribute(command.attributes, "os") !== undefined;
  });
}
