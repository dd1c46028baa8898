import { expect, it } from "vitest";
import { readDocument } from "../core/model/read-document.ts";
import { changeStructure } from "../core/schema/change-structure.ts";
import type { StructureSettings } from "../core/schema/configuration-structure-schema.ts";
import { DEFAULT_STRUCTURE } from "../core/schema/structure.ts";
import { ticketLinks } from "./ticket-links.ts";

/** `12 at 0:4 → https://…` for each link. */
function links(text: string, tickets: NonNullable<StructureSettings["tickets"]>, path = "postmortems/x.md"): string[] {
  const document = readDocument({ text, path, structure: changeStructure(DEFAULT_STRUCTURE, { tickets }) });
  const { lines } = document.syntax;
  const checked = { uri: "file:///x.md", version: 1, text, lines, document, findings: [] };
  return ticketLinks(checked).map(({ range: { start, end }, target }) => {
    const ticket = text.slice(lines.offsetAt(start), lines.offsetAt(end));
    return `${ticket} at ${start.line}:${start.character} → ${target}`;
  });
}

const url = "https://tickets.example.com/{ticket}";

it("gives tickets in prose, lists and tables their address", () => {
  const text = "# CHG1 broke mail\n\n- see CHG22 and **CHG3**\n\n| a |\n| --- |\n| CHG4 |\n";
  expect(links(text, [{ pattern: "CHG\\d+", url }])).toEqual([
    "CHG1 at 0:2 → https://tickets.example.com/CHG1",
    "CHG22 at 2:6 → https://tickets.example.com/CHG22",
    "CHG3 at 2:18 → https://tickets.example.com/CHG3",
    "CHG4 at 6:2 → https://tickets.example.com/CHG4",
  ]);
});

it("leaves code and links alone", () => {
  const text = "`CHG1` [CHG2](https://example.com/CHG2)\n\n```\nCHG3\n```\n\nhttps://example.com/CHG4\n";
  expect(links(text, [{ pattern: "CHG\\d+", url }])).toEqual([]);
});

it("fills in the first group, quoted for addresses, and takes the first pattern that fits", () => {
  const tickets = [
    { pattern: "chg/(\\S+)", url: "https://x.example/{1}?q={ticket}" },
    { pattern: "\\w+", url },
    "OPS-\\d+",
  ];
  expect(links("chg/a&b\n", tickets)).toEqual(["chg/a&b at 0:0 → https://x.example/a%26b?q=chg%2Fa%26b"]);
});

it("has nothing to say without an address, or of other documents", () => {
  expect(links("OPS-1\n", ["OPS-\\d+"])).toEqual([]);
  expect(links("CHG1\n", [{ pattern: "CHG\\d+", url }], "notes.md")).toEqual([]);
});
