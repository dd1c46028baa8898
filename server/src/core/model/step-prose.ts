import { contains, type Range } from "../syntax/range.ts";

/**
 * What a step says beside its title, as Markdown: the text at `places` without the fences that are its commands
 * (`commands`), the indentation of the list taken off.
 */
export function readStepProse(places: readonly Range[], commands: readonly Range[], text: string): string {
  return places
    .flatMap((range) => {
      const written = textWithout(
        range,
        commands.filter((command) => contains(range, command)),
        text,
      );
      return written.trim() === "" ? [] : [dedent(written, columnOf(range.start, text))];
    })
    .join("\n\n")
    .replace(/\r\n?/g, "\n");
}

function textWithout({ start, end }: Range, commands: readonly Range[], text: string): string {
  const kept: string[] = [];
  let from = start;
  for (const command of commands) {
    kept.push(text.slice(from, command.start).trimEnd());
    from = command.end;
  }
  return kept.join("") + text.slice(from, end);
}

function columnOf(offset: number, text: string): number {
  return offset - (Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1);
}

/** Takes up to `column` blanks off all lines but the first, which begins at the block. */
function dedent(written: string, column: number): string {
  return column === 0 ? written : written.replace(new RegExp(`(?<=[\\r\\n])[ \\t]{1,${column}}`, "g"), "");
}
