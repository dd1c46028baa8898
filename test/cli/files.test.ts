import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { project, runbook } from "./support/runbook.ts";

/** Paths that `check` looked at, in order. */
async function checked(cwd: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await runbook(["check", "--format", "json", ...args], { cwd });
  return JSON.parse(stdout).files.map((file: { path: string }) => file.path);
}

const tree = {
  ".git/HEAD": "",
  "a.md": "",
  "b/a.md": "",
  "b.md": "",
  "b/c/x.MD": "",
  "b/notes.txt": "",
  ".github/runbooks/y.markdown": "",
  "node_modules/p/README.md": "",
  "z.mdx": "",
};

describe("what is checked", () => {
  it("is every Markdown file below the folder, sorted folder by folder", async () => {
    expect(await checked(project(tree))).toEqual([
      ...[".github/runbooks/y.markdown", "a.md", "b/a.md", "b/c/x.MD", "b.md", "z.mdx"],
    ]);
  });

  it("is a file by any name that is named, and each file once", async () => {
    expect(await checked(project(tree), "b/notes.txt", "b", "./b/a.md", "b/../b")).toEqual([
      ...["b/a.md", "b/c/x.MD", "b/notes.txt"],
    ]);
  });

  it("is what a glob matches", async () => {
    const cwd = project(tree);
    expect(await checked(cwd, "**/a.md")).toEqual(["a.md", "b/a.md"]);
    expect(await checked(cwd, "b/*.txt")).toEqual(["b/notes.txt"]);
    expect(await checked(cwd, "*/{a,b}.md")).toEqual(["b/a.md"]);
    expect(await checked(path.join(cwd, "b"), "../*.md")).toEqual(["../a.md", "../b.md"]);
  });

  it("is a folder whose name ends in .md, file by file", async () => {
    expect(await checked(project({ "x.md/y.md": "" }), "x.md")).toEqual(["x.md/y.md"]);
  });
});

describe("ignore files", () => {
  const ignoring = {
    ...tree,
    ".gitignore": "/b/c/\n*.mdx\n",
    ".runbookignore": "b.md\n!z.mdx\n",
    "b/.gitignore": "!c/\nsecret-*\n",
    "b/secret-1.md": "",
  };

  it("leave files out; nearer ones and .runbookignore have the last word", async () => {
    expect(await checked(project(ignoring))).toEqual([
      ...[".github/runbooks/y.markdown", "a.md", "b/a.md", "b/c/x.MD", "z.mdx"],
    ]);
  });

  it("hold below a folder, up to the repository, and for globs", async () => {
    const cwd = project(ignoring);
    expect(await checked(cwd, "b")).toEqual(["b/a.md", "b/c/x.MD"]);
    expect(await checked(path.join(cwd, "b"))).toEqual(["a.md", "c/x.MD"]);
    expect(await checked(cwd, "b*", "b/*.md")).toEqual(["b/a.md"]);
  });

  it("do not hold for files that are named", async () => {
    expect(await checked(project(ignoring), "b.md", "b/secret-1.md")).toEqual(["b/secret-1.md", "b.md"]);
  });

  it("above the repository do not count", async () => {
    const cwd = project({ ".gitignore": "*.md\n", "repo/.git/HEAD": "", "repo/a.md": "" });
    expect(await checked(path.join(cwd, "repo"))).toEqual(["a.md"]);
  });
});

describe.skipIf(process.platform === "win32")("symbolic links", () => {
  it("to files are read, to folders not followed, and circles do no harm", async () => {
    const cwd = project({ "a/x.md": "", "b/y.md": "" });
    symlinkSync("../b/y.md", path.join(cwd, "a/link.md"));
    symlinkSync("../b", path.join(cwd, "a/folder"));
    symlinkSync("..", path.join(cwd, "a/circle.md"));
    expect(await checked(cwd, "a")).toEqual(["a/link.md", "a/x.md"]);
  });

  it("to nothing are said, and the rest is checked", async () => {
    const cwd = project({ "a/x.md": "" });
    symlinkSync("gone.md", path.join(cwd, "a/link.md"));
    const { code, stdout, stderr } = await runbook(["check", "--format", "json"], { cwd });
    expect(JSON.parse(stdout).files.map((file: { path: string }) => file.path)).toEqual(["a/x.md"]);
    expect(stderr).toBe(
      "runbook: a/link.md: it is a symbolic link to a file that does not exist. Mend or delete the link.\n",
    );
    expect(code).toBe(2);
  });
});

it("copes with blanks, quotes and other scripts in names", async () => {
  const names = ["a b.md", "ä'\".md", "日本.md", "x (1).md", "[draft].md"];
  const cwd = project(Object.fromEntries(names.map((name) => [name, ""])));
  mkdirSync(path.join(cwd, "empty folder"));
  expect((await checked(cwd)).toSorted()).toEqual(names.toSorted());
  expect(await checked(cwd, "[draft].md")).toEqual(["[draft].md"]);
  expect(await checked(cwd, "empty folder")).toEqual([]);
});
