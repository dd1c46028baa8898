import { expect, test } from "vitest";
import { checkText } from "../check-text.fixture.ts";
import { inlayHints } from "./inlay-hints.ts";

/** The lines of a text with their hints in braces. */
function shown(text: string, within = { start: 0, end: text.length }): string {
  const checked = checkText(text);
  let result = text;
  for (const { position, label } of inlayHints(checked, within).toReversed()) {
    const at = checked.lines.offsetAt(position);
    result = `${result.slice(0, at)}{${String(label)}}${result.slice(at)}`;
  }
  return result;
}

const HEAD = "# Outage on 2025-01-31\n\n## Timeline (UTC)\n\n";

test("each time but the first tells how long after the one before and after the first it is", () => {
  expect(shown(`${HEAD}- 23:41 Disk full\n- 00:20 Alert fired\n- 00:46 Resolved\n`)).toBe(
    `${HEAD}- 23:41 Disk full\n- 00:20{+39m} Alert fired\n- 00:46{+26m (1h 5m)} Resolved\n`,
  );
});

test("nothing stands at a step back, at the same minute, and behind it the time counts from the first", () => {
  expect(shown(`${HEAD}- 14:10 a\n- 14:02 b\n- 14:02 c\n- 14:12 d\n`)).toBe(
    `${HEAD}- 14:10 a\n- 14:02 b\n- 14:02 c\n- 14:12{+10m (2m)} d\n`,
  );
});

test("each table counts for itself, and only what is on screen is answered", () => {
  const table = "| Time | Event |\n| --- | --- |\n| 14:02 | a |\n| 14:10 | b |\n";
  expect(shown(`${HEAD}${table}\n${table}`).match(/\{[^}]*\}/g)).toEqual(["{+8m}", "{+8m}"]);
  expect(shown(`${HEAD}${table}\n${table}`, { start: 0, end: HEAD.length + table.length })).toBe(
    `${HEAD}${table.replace("14:10", "14:10{+8m}")}\n${table}`,
  );
});

test("runbooks and templates have none", () => {
  const text = `${HEAD}- 14:02 a\n- 14:10 b\n`;
  for (const path of ["repo/runbooks/x.md", "repo/postmortems/template.md"]) {
    expect(inlayHints(checkText(text, path), { start: 0, end: text.length })).toEqual([]);
  }
});
