import { expect, it } from "vitest";
import { parseCodeOwners } from "./codeowners.ts";

it("gives the owners of the last entry that fits", () => {
  const { ownersOf, everyone } = parseCodeOwners(`\uFEFF# who owns what
*                 @org/all
/runbooks/        @org/sre kim@example.com  # on-call
docs/*.md         @ann
/runbooks/free.md
`);
  expect(ownersOf("src/a.ts")).toEqual(["@org/all"]);
  expect(ownersOf("runbooks/db/mail.md")).toEqual(["@org/sre", "kim@example.com"]);
  expect(ownersOf("docs/x.md")).toEqual(["@ann"]);
  expect(ownersOf("docs/deep/x.md")).toEqual(["@org/all"]);
  expect(ownersOf("runbooks/free.md")).toEqual([]);
  expect(everyone).toEqual(["@org/all", "@org/sre", "kim@example.com", "@ann"]);
});

it("knows GitLab's sections", () => {
  const { ownersOf } = parseCodeOwners("^[Docs][2] @docs\ndocs/\nREADME.md @ann\n");
  expect(ownersOf("docs/a/x.md")).toEqual(["@docs"]);
  expect(ownersOf("README.md")).toEqual(["@ann"]);
});

it.each(["", "\0", "!x @a", "[", "../x @a", "/ @a", "a\\ b.md @a", "** @a"])("reads any text: %j", (text) => {
  expect(() => parseCodeOwners(text).ownersOf("a/b.md")).not.toThrow();
  expect(() => parseCodeOwners(text).ownersOf("../b.md")).not.toThrow();
});
