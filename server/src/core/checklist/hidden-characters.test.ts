import { expect, it } from "vitest";
import { hiddenCharacters } from "./hidden-characters.ts";

const messages = (script: string): string[] => hiddenCharacters(script).map(({ message }) => message);

it.each(["200C", "200D", "200E", "200F", "202E", "061C", "3164", "115F", "FEFF", "00AD", "00A0", "E0041", "001B"])(
  "finds U+%s, which can't be seen",
  (code) => {
    expect(messages(`rm -rf x${String.fromCodePoint(Number.parseInt(code, 16))}y`)).toEqual([
      expect.stringContaining(`the invisible character U+${code}`),
    ]);
  },
);

it("finds letters of other alphabets in Latin words", () => {
  expect(messages("сurl example.org")).toEqual([
    "The word “сurl” mixes Latin letters with “с” (U+0441) of another alphabet, so the command may not be what it looks like: type it anew.",
  ]);
  expect(messages("kubectl get pοd")[0]).toContain("(U+03BF)");
});

it.each(["ls\t-l\r\necho 5µs Δt", "echo привет мир", "echo 'naïve café'", "echo 👩‍💻 ❤️‍🔥 🇫🇷", "echo 日本"])(
  "lets %j pass",
  (script) => {
    expect(messages(script)).toEqual([]);
  },
);
