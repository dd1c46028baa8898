import { appendFile, mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { URI } from "vscode-uri";
import { createRunFacts } from "../../server/src/engine/record/run-facts.ts";
import { documentPath } from "../../server/src/workspace/project.ts";
import { step } from "./plans.ts";
import { project, run } from "./run-helper.ts";

const at = (time: string) => ({ now: () => Date.parse(time) });

/** A project whose runbook was run once: one step went well, one did not. */
async function ranProject() {
  const { root, file } = await project();
  const [uri, rootUri] = [URI.file(file).toString(), URI.file(root).toString()];
  const path = documentPath(uri, rootUri);
  const steps = [step("one", ["true"]), step("two", ["false"])];
  const ran = await run(steps, { file, plan: { path }, deps: at("2026-03-04T12:00:00Z") });
  return { root, file, uri, rootUri, path, steps, record: ran.recordFolder ?? "" };
}

it("tells the steps that succeeded, with their hash and day", async () => {
  const { uri, rootUri, steps } = await ranProject();
  expect(await createRunFacts().of(uri, rootUri)).toEqual({
    steps: [{ id: "one", hash: steps[0]?.hash, date: "2026-03-04" }],
  });
});

it("tells nothing of other runbooks, of files elsewhere, and where nothing was run", async () => {
  const { root, rootUri } = await ranProject();
  const facts = createRunFacts();
  await mkdir(join(root, "other"));
  for (const name of ["runbooks/web.md", "other/api.md"]) {
    expect(await facts.of(URI.file(join(root, name)).toString(), rootUri)).toBeUndefined();
  }
  expect(await facts.of("vscode-vfs://github/a/runbooks/api.md", "vscode-vfs://github/a")).toBeUndefined();
  expect(await facts.of(URI.file("/nowhere/api.md").toString(), undefined)).toBeUndefined();
});

it("knows a runbook in a clone of another name", async () => {
  const { root, uri, rootUri } = await ranProject();
  const clone = join(dirname(root), `${root.slice(root.lastIndexOf("/") + 1)}-clone`);
  await rename(root, clone);
  try {
    const facts = await createRunFacts().of(
      uri.replace(rootUri, URI.file(clone).toString()),
      URI.file(clone).toString(),
    );
    expect(facts?.steps.map(({ id }) => id)).toEqual(["one"]);
  } finally {
    await rename(clone, root);
  }
});

it("never fails on a broken record, and takes what can be read of it", async () => {
  const { root, uri, rootUri, record } = await ranProject();
  await appendFile(join(record, "events.jsonl"), '{"type":"step.end","step":"two","sta');
  const runs = join(root, ".runbook", "runs");
  await mkdir(join(runs, "20260305T000000Z-api-aaaaaa", "events.jsonl"), { recursive: true });
  await mkdir(join(runs, "20260306T000000Z-api-bbbbbb"));
  await writeFile(join(runs, "20260306T000000Z-api-bbbbbb", "events.jsonl"), "\u0000\n{}\n[]\nnull\n");
  await writeFile(join(runs, "20260307T000000Z-api-cccccc"), "no folder");
  expect((await createRunFacts().of(uri, rootUri))?.steps.map(({ id }) => id)).toEqual(["one"]);
});

it("reads once, until it is told to forget", async () => {
  const { file, uri, rootUri, path, steps } = await ranProject();
  const facts = createRunFacts();
  const days = async () => (await facts.of(uri, rootUri))?.steps.map(({ date }) => date);
  expect(await days()).toEqual(["2026-03-04"]);
  await run(steps, { file, plan: { path }, deps: at("2026-03-09T12:00:00Z") });
  expect(await days()).toEqual(["2026-03-04"]);
  facts.forget();
  expect(await days()).toEqual(["2026-03-09", "2026-03-04"]);
});
