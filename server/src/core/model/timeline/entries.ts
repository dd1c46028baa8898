import type { Heading, List, ListItem, Paragraph, RootContent, Table } from "mdast";
import { columnPattern } from "../../schema/languages/languages.ts";
import { rangeOf } from "../../syntax/nodes.ts";
import type { Range } from "../../syntax/range.ts";
import { findDates, type WrittenDate } from "../dates.ts";
import { plainSource } from "../inline-source.ts";
import { linesOf } from "../lines.ts";
import { readTable } from "../table.ts";
import type { TimelineForm } from "../timeline.ts";
import { readStamp, type Stamp } from "./stamp.ts";
import { findZone, type WrittenZone } from "./zones.ts";

/** An entry with what stands at it and above it, before dates are inherited. */
export interface RawEntry {
  readonly stamp: Stamp;
  readonly range: Range;
  readonly form: TimelineForm;
  readonly text: string;
  readonly group: number;
  /** The date that a line or sub-heading above the entry states; undefined when the entry before decides. */
  readonly above: WrittenDate | undefined;
  /** The zone of the table's column. */
  readonly columnZone: WrittenZone | undefined;
  /** The year that a table's header states: `Date (2021)`. */
  readonly columnYear: number | undefined;
}

/** What a timeline's blocks hold. */
export interface RawTimeline {
  readonly entries: readonly RawEntry[];
  /** Paragraphs that are no entries: they may state zone and date for all ("All times in UTC"). */
  readonly intros: readonly Range[];
}

/** Collects the entries of a timeline section's blocks: table rows, list items, lines and timestamp headings. */
export function collectEntries(text: string, blocks: readonly RootContent[], end: number): RawTimeline {
  const entries: RawEntry[] = [];
  const intros: Range[] = [];
  let group = 0;
  let above: WrittenDate | undefined;

  const push = (stamp: Stamp, range: Range, form: TimelineForm, said: string, column?: Column): void => {
    const { zone: columnZone, year: columnYear } = column ?? { zone: undefined, year: undefined };
    entries.push({ stamp, range, form, text: said, group, above, columnZone, columnYear });
    above = undefined;
  };

  const readHeading = (node: Heading, index: number): boolean => {
    const range = rangeOf(node);
    let next = index + 1;
    while (next < blocks.length && blocks[next]?.type !== "heading") next++;
    const body = blocks.slice(index + 1, next);
    const stamp = readStamp(text, headingText(text, range.start), range.end);
    if (stamp && (stamp.time || !body.some((block) => hasTimes(text, block)))) {
      const last = rangeOf(body.at(-1) ?? node);
      push(stamp, { start: range.start, end: last.end }, "heading", saidBehind(text, range.start, stamp, range.end));
      return true;
    }
    group++;
    above = stamp?.date ?? findDates(text.slice(range.start, range.end)).at(0);
    return false;
  };

  const readRows = (table: Table): void => {
    group++;
    const { header, rows } = readTable(text, table);
    const column = readColumns(text, header);
    for (const row of rows) {
      const found = row.cells.slice(0, 4).flatMap((cell, at) => {
        const isTime = column.times.has(at);
        const stamp =
          isTime || column.times.size === 0 ? readStamp(text, cell.range.start, cell.range.end, isTime) : undefined;
        // Without a header that says so, a cell is a time only when it holds nothing else.
        return stamp && (isTime || stamp.end >= cell.range.end - 2) ? [{ at, stamp }] : [];
      });
      const stamp = joinStamps(found.map((each) => each.stamp));
      if (!stamp) continue;
      const used = new Set(found.map((each) => each.at));
      const said = row.cells.flatMap((cell, at) =>
        used.has(at) || column.times.has(at) || !cell.text ? [] : [cell.text],
      );
      push(stamp, row.range, "table", said.join(" | "), column);
    }
  };

  const readList = (list: List): void => {
    for (const item of list.children) readItem(item);
  };

  const readItem = (item: ListItem): void => {
    const [lead, ...rest] = item.children;
    const lists = item.children.filter((child) => child.type === "list");
    if (lead?.type === "paragraph") {
      const range = rangeOf(lead);
      const stamp = readStamp(text, range.start, range.end);
      const said = stamp ? saidBehind(text, range.start, stamp, range.end) : "";
      const isAbove = stamp && !stamp.time && rest.some((child) => hasTimes(text, child));
      if (stamp && !isAbove) {
        push(stamp, rangeOf(item), "list", said);
        return;
      }
      if (stamp?.date) above = stamp.date;
    }
    for (const nested of lists) readList(nested);
  };

  const readLines = (paragraph: Paragraph): void => {
    const lines = linesOf(text, rangeOf(paragraph));
    const starts = lines.flatMap((line, at) => {
      const stamp = readStamp(text, line.start, line.end);
      return stamp ? [{ at, stamp }] : [];
    });
    const first = starts[0];
    if (first === undefined || first.at > 0) intros.push(rangeOf(paragraph));
    for (const [index, { at, stamp }] of starts.entries()) {
      const from = lines[at]?.start ?? stamp.start;
      const last = lines[(starts[index + 1]?.at ?? lines.length) - 1]?.end ?? stamp.end;
      const said = saidBehind(text, from, stamp, last);
      // A date alone on its line heads what follows.
      if (!stamp.time && said === "") above = stamp.date;
      else if (!stamp.time && ABOUT_TIMES.test(said)) {
        above = stamp.date;
        intros.push({ start: stamp.end, end: last });
      } else push(stamp, { start: from, end: last }, "line", said);
    }
  };

  let inHeadingEvent = false;
  for (const [index, node] of blocks.entries()) {
    if (node.type === "heading") inHeadingEvent = readHeading(node, index);
    else if (inHeadingEvent) continue;
    else if (node.type === "table") readRows(node);
    else if (node.type === "list") readList(node);
    else if (node.type === "listItem") for (const child of node.children) child.type === "list" && readList(child);
    else if (node.type === "paragraph") readLines(node);
  }
  return { entries: entries.filter((entry) => entry.range.start < end), intros };
}

/** Behind a date alone on its line: "2015-10-21 (all times UTC)". */
const ABOUT_TIMES = /^\W*(?:all |the )?times?(?:tamps?|zone)?\b/i;

/** The columns that hold dates and times, with the zone and year that their headers state. */
interface Column {
  readonly times: ReadonlySet<number>;
  readonly zone: WrittenZone | undefined;
  readonly year: number | undefined;
}

const TIME_HEADER = columnPattern("time", /^\W*(?:date|day|time|when|timestamp|start|at\b|utc\b)|\btime\b|\bdate\b/i);

function readColumns(text: string, header: readonly { readonly text: string; readonly range: Range }[]): Column {
  const times = new Set<number>();
  let zone: WrittenZone | undefined;
  let year: number | undefined;
  for (const [index, cell] of header.entries()) {
    if (!TIME_HEADER.test(cell.text)) continue;
    times.add(index);
    zone ??= findZone(text, cell.range.start, cell.range.end);
    const written = /\b(?:19|20)\d{2}\b/.exec(cell.text)?.[0];
    if (written !== undefined) year ??= Number(written);
  }
  return { times, zone, year };
}

function joinStamps(stamps: readonly Stamp[]): Stamp | undefined {
  const first = stamps[0];
  if (first === undefined) return undefined;
  return {
    start: first.start,
    end: Math.max(...stamps.map((stamp) => stamp.end)),
    date: stamps.find((stamp) => stamp.date)?.date,
    time: stamps.find((stamp) => stamp.time)?.time,
    zone: stamps.find((stamp) => stamp.zone)?.zone,
  };
}

/** Whether a block holds entries with a time of day. */
function hasTimes(text: string, block: RootContent): boolean {
  if (block.type === "list") {
    return block.children.some((item) => {
      const lead = item.children[0];
      return lead !== undefined && startsWithTime(text, rangeOf(lead));
    });
  }
  if (block.type === "table")
    return block.children.some((row) => startsWithTime(text, rangeOf(row.children[0] ?? row)));
  return block.type === "paragraph" && linesOf(text, rangeOf(block)).some((line) => startsWithTime(text, line));
}

function startsWithTime(text: string, range: Range): boolean {
  return readStamp(text, range.start, range.end)?.time !== undefined;
}

/** What an entry says: its text behind the stamp, with the label that stands before it. */
function saidBehind(text: string, from: number, stamp: Stamp, end: number): string {
  const label = /([\p{L}][^:]{0,30}):\s*$/u.exec(plainSource(text.slice(from, stamp.start)))?.[1];
  const said = plainSource(text.slice(stamp.end, end)).replace(/^[\s:：–—\-|)\]>,.;*_]+/, "");
  return label === undefined ? said : `${label}: ${said}`;
}

function headingText(text: string, start: number): number {
  return start + (/^#*\s*/.exec(text.slice(start, start + 12))?.[0].length ?? 0);
}
