import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHAIN_START, sealLine } from "./hash-chain.ts";
import { readEvents } from "./record-reader.ts";

const BODIES = [
  {
    type: "run.start",
    version: 1,
    run: "abc123",
    path: "p/api.md",
    title: "API down",
    planHash: "h",
    mode: "auto",
    interactive: false,
    user: "kim",
    host: "bastion",
    pid: 7,
    steps: [
      { id: "one", title: "One", role: "mitigation", effect: "read", hash: "1", manual: false },
      { id: "two", title: "Two", role: "mitigation", effect: "write", hash: "2", manual: false },
    ],
  },
  { type: "step.start", step: "one", title: "One", position: 1, total: 2, effect: "read", hash: "1" },
  { type: "step.end", step: "one", status: "done", durationMs: 5 },
  { type: "step.start", step: "two", title: "Two", position: 2, total: 2, effect: "write", hash: "2" },
];

function record(): string {
  let prev = CHAIN_START;
  return BODIES.map((body, seq) => {
    const sealed = sealLine({ seq, time: `2026-01-02T03:04:0${seq}.000Z`, prev, ...body });
    prev = sealed.hash;
    return `${sealed.line}\n`;
  }).join("");
}

describe("readEvents", () => {
  it("reads a whole record, and knows that a step without end may have run", () => {
    const { events, torn, problems, summary } = readEvents(record());
    expect([events.length, torn, problems]).toEqual([4, false, []]);
    expect(summary?.steps.map(({ id, state }) => [id, state])).toEqual([
      ["one", "done"],
      ["two", "unknown"],
    ]);
    expect(summary?.end).toBeUndefined();
  });

  it("reads every prefix: whole lines are kept, half a line is dropped and said", () => {
    const text = record();
    fc.assert(
      fc.property(fc.nat(text.length), (length) => {
        const prefix = text.slice(0, length);
        const { events, torn, problems } = readEvents(prefix);
        expect(problems).toEqual([]);
        expect(events).toHaveLength(prefix.split("\n").length - 1);
        expect(torn).toBe(length > 0 && !prefix.endsWith("\n"));
      }),
    );
  });

  it.each([
    ["a changed line", (lines: string[]) => lines.with(2, (lines[2] ?? "").replace("done", "skipped")), [3]],
    ["a changed last line", (lines: string[]) => lines.with(3, (lines[3] ?? "").replace("write", "read")), [4]],
    ["a removed line", (lines: string[]) => lines.toSpliced(1, 1), [2]],
    ["a repeated line", (lines: string[]) => lines.toSpliced(1, 0, lines[1] ?? ""), [3]],
    ["swapped lines", (lines: string[]) => [lines[0], lines[2], lines[1], lines[3]], [2, 3, 4]],
    ["a foreign line", (lines: string[]) => lines.with(1, "hello"), [2, 2, 3]],
    ["a line sealed anew", (lines: string[]) => lines.with(1, resealed(lines[1] ?? "")), [3]],
  ])("says where the chain is broken: %s", (_, change, broken) => {
    const lines = record().split("\n").slice(0, -1);
    const { problems, torn } = readEvents(`${change(lines).join("\n")}\n`);
    expect(problems.map(({ line }) => line)).toEqual(broken);
    expect(torn).toBe(false);
    for (const { line, message } of problems) expect(message).toContain(`Line ${line} `);
  });

  it("never throws, whatever the file holds", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readEvents(text).events).toEqual([]);
      }),
    );
    expect(readEvents("")).toEqual({ events: [], torn: false, problems: [], summary: undefined });
  });
});

/** What somebody does who knows the format: changes an event and computes its seal again. */
function resealed(line: string): string {
  const { seal: _, ...event } = JSON.parse(line);
  return sealLine({ ...event, title: "Other" }).line;
}
