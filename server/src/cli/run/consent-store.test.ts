import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { consentFile, createConsentStore } from "./consent-store.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "runbook-consents-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

it("lies in the user's state folder, never in a workspace", () => {
  expect(consentFile({ HOME: "/home/kim" }, "linux")).toBe("/home/kim/.local/state/incident-runbooks/consents.json");
  expect(consentFile({ HOME: "/home/kim", XDG_STATE_HOME: "/state" }, "linux")).toBe(
    "/state/incident-runbooks/consents.json",
  );
  expect(consentFile({ HOME: "/home/kim", XDG_STATE_HOME: "relative" }, "linux")).toContain("/home/kim/.local/state/");
  expect(consentFile({ HOME: "/h", LOCALAPPDATA: "/local" }, "win32")).toBe("/local/incident-runbooks/consents.json");
});

it("remembers hashes in a file that only this user can read", async () => {
  const file = join(await folder(), "deep", "consents.json");
  const store = createConsentStore(file, () => 0, expect.fail);
  expect(await store.has("one")).toBe(false);
  await store.add("one");
  await store.add("two");
  expect([await store.has("one"), await store.has("two"), await store.has("three")]).toEqual([true, true, false]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it("takes a broken file, and names that every object has, for no consent", async () => {
  const file = join(await folder(), "consents.json");
  const store = createConsentStore(file, () => 0, expect.fail);
  await writeFile(file, "{ broken");
  expect(await store.has("one")).toBe(false);
  expect(await store.has("constructor")).toBe(false);
  await store.add("one");
  expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ version: 1, agreed: { one: "1970-01-01T00:00:00.000Z" } });
});

it("warns when it can't remember, and goes on", async () => {
  const path = await folder();
  await writeFile(join(path, "file"), "");
  const warnings: string[] = [];
  await createConsentStore(
    join(path, "file", "consents.json"),
    () => 0,
    (message) => warnings.push(message),
  ).add("one");
  expect(warnings.join()).toContain("you will be asked again");
});
