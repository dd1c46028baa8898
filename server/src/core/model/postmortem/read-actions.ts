import type { ListItem, RootContent, Table } from "mdast";
import type { ColumnName } from "../../schema/languages/language.ts";
import { columnPattern } from "../../schema/languages/languages.ts";
import type { TicketPattern } from "../../schema/structure.ts";
import { plainText, rangeOf } from "../../syntax/nodes.ts";
import type { DateOrder } from "../dates.ts";
import { plainSource } from "../inline-source.ts";
import type { Section } from "../outline.ts";
import type { ActionItem } from "../postmortem.ts";
import { readTable } from "../table.ts";
import { type ActionType, actionTypeNamed, actionTypeOfText } from "./action-type.ts";
import { ownerIn, ownerOfLine, ownerOfText } from "./owner.ts";
import { dueIn, dueOfCell, ticketIn, ticketOfCell } from "./tracking.ts";

/** What dates without a year or of unknown order are read by. */
export interface ActionDates {
  /** How the team writes its tickets, beside the usual ways. */
  readonly tickets: readonly TicketPattern[];
  readonly order: DateOrder | undefined;
  readonly near: string | undefined;
}

const COLUMNS: Readonly<Record<Exclude<ColumnName, "time">, RegExp>> = {
  type: columnPattern("type", /^(?:types?|category|kind|class)\b/),
  priority: columnPattern("priority", /^(?:prio(?:rity)?|severity|importance)\b/),
  owner: columnPattern("owner", /^(?:owners?|assignees?|assigned(?: to)?|responsible|who|dri|person|lead|team)\b/),
  due: columnPattern("due", /^(?:due|deadline|eta|by when|when|target|date)/),
  ticket: columnPattern(
    "ticket",
    /^(?:tickets?|issues?|bugs?|jira|reference|ref|links?|tracking|tracker|pr|url|id|verification ticket)\b/,
  ),
  status: columnPattern("status", /^(?:status|state|done|progress)/),
  action: columnPattern("action", /^(?:actions?|items?|tasks?|descriptions?|what|todo|follow|improvement|measure)/),
};
const DONE =
  /^\W*(?:done|complete[d]?|closed|resolved|fixed|merged|shipped|yes|x|完了|済|已完成)\b|^(?:✅|✔|☑|:white_check_mark:)|完了|^\W*(?:已?完成|erledigt|abgeschlossen|fait|terminée?|hecho|completad[oa]|concluíd[oa]|feito)/i;
const DONE_TEXT =
  /^(?:✅|✔|☑|:white_check_mark:|\[x\]|done\s*[:–-])|[([（](?:done|completed?|closed|fixed|完了)[)\]）]\s*\.?$/i;

/** "Bug 5554823 DONE": the state of the item behind its ticket, as in the SRE book's example. */
const DONE_AT_END = /(?:^|\s)(?:DONE|FIXED|CLOSED)\W*$/;

/** `[Priority: High]`, `(P1)`. */
const PRIORITY =
  /(?:[([]|\bpriority\s*:\s*)(?:prio(?:rity)?\s*[:=]\s*)?(P[0-5]|(?:very )?high|medium|low|critical|urgent)(?:[)\]]|(?<=priority\s*:\s*\w+)\b)/i;

/** Reads the actions of a section: list items and table rows. Prose and headings alone are no action items. */
export function readActions(text: string, section: Section, dates: ActionDates): ActionItem[] {
  const actions: ActionItem[] = [];
  /** The owner that the line or heading above names; a column of tables and an item's own text win over it. */
  let above: string | undefined;
  /** The type that the sub-heading above names: "Prevention". */
  let typeAbove: ActionType | undefined;

  const readItem = (item: ListItem, inherited: string | undefined, closed: boolean, label?: ActionType): void => {
    const lead = item.children[0];
    const lists = item.children.filter((child) => child.type === "list");
    const said = lead?.type === "paragraph" ? plainText(lead).replace(/\s+/g, " ").trim() : "";
    // "Natalie:" or "Short term:" with a list below: the actions are in the list.
    if (lists.length > 0 && (said === "" || /[:：]$/.test(said) || ownerOfLine(said) !== undefined)) {
      const owner = ownerOfLine(said) ?? inherited;
      for (const list of lists)
        for (const child of list.children) readItem(child, owner, closed, actionTypeNamed(said) ?? label);
      return;
    }
    if (said === "" || !/[\p{L}\p{N}]/u.test(said)) return;
    const range = rangeOf(item);
    const source = text.slice(range.start, range.end);
    const prose = plainSource(withoutCode(source));
    const leadProse = lead ? plainSource(withoutCode(text.slice(rangeOf(lead).start, rangeOf(lead).end))) : "";
    const struck =
      lead?.type === "paragraph" && lead.children.length > 0 && lead.children.every((child) => child.type === "delete");
    actions.push({
      text: said,
      range,
      owner: ownerOfText(leadProse) ?? ownerOfText(prose) ?? inherited,
      ticket: ticketIn(source, dates.tickets),
      due: dueIn(said, dates.order, dates.near) ?? dueIn(prose, dates.order, dates.near),
      done: item.checked === true || struck || DONE_TEXT.test(said) || (closed && item.checked !== false),
      type: actionTypeOfText(said) ?? label ?? typeAbove,
      priority: PRIORITY.exec(said)?.[1],
      status: undefined,
    });
  };

  const readRows = (table: Table, closed: boolean): void => {
    const { header, rows } = readTable(text, table);
    const column = (name: keyof typeof COLUMNS): number => header.findIndex((cell) => COLUMNS[name].test(cell.text));
    const at = {
      owner: column("owner"),
      due: column("due"),
      ticket: column("ticket"),
      status: column("status"),
      action: column("action"),
      type: column("type"),
      priority: column("priority"),
    };
    const others = [at.owner, at.due, at.ticket, at.status, at.type, at.priority];
    const actionAt =
      at.action >= 0 && !others.includes(at.action)
        ? at.action
        : header.findIndex((_, index) => !others.includes(index));
    for (const row of rows) {
      const cell = (index: number): string => row.cells[index]?.text ?? "";
      const said = cell(actionAt);
      if (!/[\p{L}\p{N}]/u.test(said)) continue;
      const source = text.slice(row.range.start, row.range.end);
      const ticket = row.cells[at.ticket];
      actions.push({
        text: said,
        range: row.range,
        owner: at.owner >= 0 ? ownerIn(cell(at.owner)) : (ownerOfText(said) ?? above),
        ticket:
          (ticket && ticketOfCell(text.slice(ticket.range.start, ticket.range.end), dates.tickets)) ??
          ticketIn(source, dates.tickets),
        due: at.due >= 0 ? dueOfCell(cell(at.due), dates.order, dates.near) : dueIn(said, dates.order, dates.near),
        type: actionTypeNamed(cell(at.type)) ?? actionTypeOfText(said) ?? typeAbove,
        priority: cell(at.priority) || undefined,
        status: cell(at.status) || undefined,
        done:
          closed ||
          (at.status >= 0 ? DONE.test(cell(at.status)) : DONE_TEXT.test(said) || DONE_AT_END.test(ticket?.text ?? "")),
      });
    }
  };

  const readBlocks = (blocks: readonly RootContent[]): void => {
    let closed = false;
    for (const node of blocks) {
      if (node.type === "heading") {
        const title = plainText(node).trim();
        above = /@|:/.test(title) ? ownerOfLine(title) : undefined;
        typeAbove = actionTypeNamed(title);
        closed = /^\W*(?:completed|done|already done)\b|\((?:completed|done)\)/i.test(title);
      } else if (node.type === "paragraph") {
        const source = text.slice(rangeOf(node).start, rangeOf(node).end);
        above = rangeOf(node).start < section.body.start ? above : ownerOfLine(source);
      } else if (node.type === "list") for (const item of node.children) readItem(item, above, closed);
      else if (node.type === "table") readRows(node, closed);
      // A label's own list item: its nested lists are the actions.
      else if (node.type === "listItem") readBlocks(node.children);
    }
  };
  readBlocks(section.content);
  return actions;
}

/** `@Override` in code is no handle. */
function withoutCode(source: string): string {
  return source.replace(/^\s*(```|~~~)[\s\S]*?^\s*\1/gm, " ").replace(/`[^`]*`/g, " ");
}
