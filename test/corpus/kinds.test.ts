import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { detectKind } from "../../server/src/core/model/document-kind.ts";
import { DEFAULT_STRUCTURE } from "../../server/src/core/schema/structure.ts";
import { readFrontMatter } from "../../server/src/core/syntax/front-matter.ts";
import { parse } from "../../server/src/core/syntax/parse.ts";
import { corpusFiles, hasCorpus, WITHOUT_CORPUS } from "../support/corpus.ts";

interface Named {
  readonly path: string;
  readonly text: string;
}

function kindOf({ path, text }: Named): string {
  const { root } = parse(text);
  const { kind, isTemplate } = detectKind({
    path,
    frontMatter: readFrontMatter(text, root),
    root,
    configured: undefined,
    structure: DEFAULT_STRUCTURE,
  });
  return isTemplate ? "template" : kind;
}

/** Kept among a repository's general documents (`docs/howto`, `documentation/operations`): only its configuration can tell. */
const NEEDS_CONFIGURATION = /^runbooks\/(?:2i2c-org__infrastructure|DFE-Digital__teaching-vacancies)\//;
const README = /\/README\.md$/i;

describe.skipIf(!hasCorpus)(`kinds of real documents${WITHOUT_CORPUS}`, () => {
  it("at least 95 % of postmortems are found", () => {
    const files = corpusFiles("postmortems").filter(({ file }) => !README.test(file));
    const missed = files.filter((file) => kindOf(file) !== "postmortem");
    expect(files.length).toBeGreaterThan(100);
    expect(missed.length / files.length, missed.map(({ file }) => file).join("\n")).toBeLessThan(0.05);
  });

  it("at least 95 % of runbooks are found, where folder, name or outline can tell", () => {
    const files = corpusFiles("runbooks").filter(({ file }) => !README.test(file) && !NEEDS_CONFIGURATION.test(file));
    const missed = files.filter((file) => kindOf(file) !== "runbook");
    expect(files.length).toBeGreaterThan(500);
    expect(missed.length / files.length, missed.map(({ file }) => file).join("\n")).toBeLessThan(0.05);
  });

  it("texts about incidents are none, but for templates", () => {
    const taken = corpusFiles("other").filter((file) => !["other", "template"].includes(kindOf(file)));
    expect(taken.map(({ file }) => file)).toEqual([]);
  });

  it("no README is one", () => {
    const readmes = ["postmortems", "runbooks", "templates", "other"]
      .flatMap(corpusFiles)
      .filter(({ file }) => README.test(file));
    expect(readmes.filter((file) => kindOf(file) !== "other").map(({ file }) => file)).toEqual([]);
  });
});

describe("kinds of Markdown files that are none of ours", () => {
  it("200 files of other packages, whatever they are called", () => {
    const files = packageDocuments(200);
    const taken = files.filter(
      (file) => kindOf(file) !== "other" || kindOf({ ...file, path: "app/docs/note.md" }) !== "other",
    );
    expect(files.length).toBeGreaterThan(50);
    expect(taken.map(({ path }) => path)).toEqual([]);
  });
});

/** Markdown files of the installed packages, with the path that a workspace would give them. */
function packageDocuments(most: number): Named[] {
  const found: Named[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (found.length >= most) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (/\.md$/i.test(entry.name))
        found.push({ path: `app/${path.replaceAll("\\", "/")}`, text: readFileSync(path, "utf8") });
    }
  };
  visit("node_modules");
  return found;
}
