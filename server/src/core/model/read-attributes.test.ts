import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributeValueProblem } from "../schema/attribute-keys.ts";
import { parseDuration } from "../schema/step-duration.ts";
import type { Attributes } from "./attributes.ts";
import { formatAttributes } from "./format-attributes.ts";
import { readAttributes } from "./read-attributes.ts";

const SHIFT = 100;

function read(info: string): Attributes {
  return readAttributes(info, { start: SHIFT, end: SHIFT + info.length });
}

function pairs(info: string): Record<string, string> {
  return Object.fromEntries(read(info).list.map(({ key, value }) => [key, value]));
}

describe("readAttributes", () => {
  it.each([
    ["sh", {}],
    ["sh { name=drain timeout=10m }", { name: "drain", timeout: "10m" }],
    ["sh {name=drain}", { name: "drain" }],
    ["sh { name=a note=\"two words\" b='x y' }", { name: "a", note: "two words", b: "x y" }],
    ['sh { note="a \\"b\\" }" c=d }', { note: 'a "b" }', c: "d" }],
    ['sh {"name":"a b","interactive":"false","n":3}', { name: "a b", interactive: "false", n: "3" }],
    ["sh {timeout: 10s, name: a}", { timeout: "10s", name: "a" }],
    ["sh {exit: [0, 2]}", { exit: "0,2" }],
    ["sh { verify name=a }", { verify: "true", name: "a" }],
    ["sh { needs=backlog<5m,lock exit=0,2 }", { needs: "backlog<5m,lock", exit: "0,2" }],
    ["sh { when=ENV!=prod, name=a }", { when: "ENV!=prod", name: "a" }],
    ["sh {1,3-5}", {}],
    ["sh {1,3-5} { name=a }", { name: "a" }],
    ["{.bash name=a #id}", { name: "a" }],
    ["sh {}", {}],
    ['sh {"a":"\\u007d\\u0060"}', { a: "}`" }],
    ["sh { constructor=x }", { constructor: "x" }],
  ])("reads %j", (info, expected) => {
    expect(pairs(info)).toEqual(expected);
    expect(read(info).problems).toEqual([]);
  });

  it("gives the places of keys and values in the document", () => {
    const info = 'sh { name=a note="two words" verify }';
    const slice = ({ start, end }: { start: number; end: number }): string => info.slice(start - SHIFT, end - SHIFT);
    const { list, range } = read(info);
    expect(list.map(({ keyRange, valueRange }) => [slice(keyRange), slice(valueRange)])).toEqual([
      ["name", "a"],
      ["note", "two words"],
      ["verify", "verify"],
    ]);
    expect(range && slice(range)).toBe('{ name=a note="two words" verify }');
  });

  it.each([
    ["sh { name= }", "Attribute `name` has no value behind `=`: write `name=value`."],
    ["sh { name=a name=b }", "Attribute `name` is given twice: remove one."],
    ["sh { name=a", "These attributes are not closed, so they may be cut off: add a `}` at the end."],
    ['sh { note="open }', "can't be read as an attribute"],
    ['sh {"name":"a}', "These attributes can't be read"],
    ["sh {a: {b: c}}", "These attributes can't be read: the value of `a` is missing or nested"],
    ["sh { ü=1 }", "`ü` is no attribute name"],
  ])("says what is wrong with %j", (info, message) => {
    const { problems } = read(info);
    expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
    for (const { range } of problems) {
      expect(range.start).toBeGreaterThanOrEqual(SHIFT);
      expect(range.end).toBeLessThanOrEqual(SHIFT + info.length);
    }
  });

  it("never throws", () => {
    const text = fc.string({ unit: fc.constantFrom(..."{}\"'=:, \\ab1-[]&*!|>%@#\u00e9") });
    fc.assert(
      fc.property(text, (attributes) => {
        expect(() => read(`sh {${attributes}`)).not.toThrow();
      }),
    );
  });
});

describe("formatAttributes", () => {
  it("writes plain values plainly, others as JSON, and never what ends a fence or a group", () => {
    expect(
      formatAttributes([
        { key: "name", value: "a" },
        { key: "timeout", value: "5m" },
      ]),
    ).toBe("{ name=a timeout=5m }");
    expect(formatAttributes([{ key: "note", value: "two words" }])).toBe('{"note":"two words"}');
    expect(formatAttributes([{ key: "note", value: "`}\n" }])).toBe('{"note":"\\u0060\\u007d\\n"}');
    // A comma behind a plain value would be taken for a separator.
    expect(formatAttributes([{ key: "note", value: "a," }])).toBe('{"note":"a,"}');
    expect(formatAttributes([])).toBe("");
  });

  it("is read back as it was", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), fc.string({ minLength: 1 })), {
          selector: ([key]) => key,
          minLength: 1,
        }),
        (entries) => {
          const text = formatAttributes(entries.map(([key, value]) => ({ key, value })));
          expect(text).not.toMatch(/[`\n]|\}.*\}/);
          expect(read(`sh ${text}`).list.map(({ key, value }) => [key, value])).toEqual(entries);
        },
      ),
    );
  });
});

describe("values of attributes", () => {
  it.each([
    ["30s", 30_000],
    ["5m", 300_000],
    ["1h30m", 5_400_000],
    ["1.5 h", 5_400_000],
    ["10 min", 600_000],
    ["250ms", 250],
    ["0s", undefined],
    ["5", undefined],
    ["5 months", undefined],
    ["90000h", undefined],
    ["soon", undefined],
  ])("%j as a duration", (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  it("says what a bad value should be, and nothing of unknown keys", () => {
    expect(attributeValueProblem("timeout", "soon")).toBe(
      "`timeout=soon` is no value of `timeout`: write 30s, 5m, 1h.",
    );
    expect(attributeValueProblem("effect", "write")).toBeUndefined();
    expect(attributeValueProblem("exit", "0,256")).toContain("exit=0,256");
    expect(attributeValueProblem("whatever", "x")).toBeUndefined();
  });
});
