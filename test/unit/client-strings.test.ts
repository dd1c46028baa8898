import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const CALL = /\bl10n\.t\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')/g;

/** Every text that the client shows, as it stands in the calls of `l10n.t`. */
function usedStrings(): string[] {
  const sources = globSync("client/src/**/*.ts").map((file) => readFileSync(file, "utf8"));
  const literals = sources.flatMap((source) =>
    [...source.matchAll(CALL)].map(([, double, single]) => double ?? single ?? ""),
  );
  return [...new Set(literals.map((literal) => literal.replace(/\\(.)/g, "$1")))].sort();
}

function readBundle(file: string): Record<string, string> {
  return JSON.parse(readFileSync(file, "utf8"));
}

describe("texts of the client", () => {
  it("are all in l10n/bundle.l10n.json, from which translators work", async () => {
    const strings = usedStrings();
    expect(strings.length).toBeGreaterThan(50);
    // Mend with: npx vitest run --project unit test/unit/client-strings -u
    await expect(
      `${JSON.stringify(Object.fromEntries(strings.map((text) => [text, text])), null, 2)}\n`,
    ).toMatchFileSnapshot("../../l10n/bundle.l10n.json");
  });

  it("are only literals, so that none escapes the translators", () => {
    const sources = globSync("client/src/**/*.ts")
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    expect(sources.match(/\bl10n\.t\(/g)?.length).toBe([...sources.matchAll(CALL)].length);
  });
});

describe("texts of the manifest", () => {
  const manifest = readFileSync("package.json", "utf8");

  it("are the ones of package.nls.json, no more and no fewer", () => {
    const used = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    expect([...new Set(used)].sort()).toEqual(Object.keys(readBundle("package.nls.json")).sort());
  });
});
