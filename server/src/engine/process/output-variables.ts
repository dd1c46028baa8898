import { isSpecialVariable } from "../../core/model/input-name.ts";

/** What a step wrote into `$RUNBOOK_OUTPUT`. */
export interface OutputVariables {
  readonly values: Readonly<Record<string, string>>;
  /** What could not be read, for the person. */
  readonly problems: readonly string[];
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Reads the format that GitHub Actions made known: lines `key=value`, and blocks `key<<END` … `END` for values of several
 * lines. A later value wins. A name that is no variable or by which a value becomes code (`BASH_ENV`, `PATH`), a line of
 * neither form and a block without end are problems; what they name is not taken over.
 */
export function parseOutputVariables(content: string): OutputVariables {
  const values: Record<string, string> = {};
  const problems: string[] = [];
  const lines = content.replace(/\r\n/g, "\n").split("\n");
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line.trim() === "") continue;
    const [, name, operator, rest] = /^([^=<]*?)(=|<<)(.*)$/.exec(line) ?? [];
    if (name === undefined || rest === undefined) {
      problems.push(`$RUNBOOK_OUTPUT, line ${index + 1}: expected "key=value" or "key<<END".`);
      continue;
    }
    let value = rest;
    if (operator === "<<") {
      const end = lines.indexOf(rest, index + 1);
      if (end < 0 || rest === "") {
        problems.push(`$RUNBOOK_OUTPUT, line ${index + 1}: the block "${name}" has no closing line "${rest}".`);
        break;
      }
      value = lines.slice(index + 1, end).join("\n");
      index = end;
    }
    if (isSpecialVariable(name) || isSpecialVariable(name.toUpperCase())) {
      const reason = "programs read that variable, and it would change how later commands run: rename it";
      problems.push(`$RUNBOOK_OUTPUT, line ${index + 1}: "${name}" is not taken over, because ${reason}.`);
    } else if (NAME.test(name) && !value.includes("\0")) values[name] = value;
    else
      problems.push(`$RUNBOOK_OUTPUT, line ${index + 1}: "${name}" can't be a variable: use letters, digits and "_".`);
  }
  return { values, problems };
}
