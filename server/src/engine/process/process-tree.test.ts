import type { ChildProcess } from "node:child_process";
import { describe, expect, it } from "vitest";
import { windowsTree } from "./process-tree.ts";

/** A child that ends when the tree tool was told so. */
function fakeChild(): { child: ChildProcess; end: () => void } {
  const state: { exitCode: number | null; signalCode: null } = { exitCode: null, signalCode: null };
  // Only these two fields are looked at.
  const end = (): void => {
    state.exitCode = 1;
  };
  return { child: state as unknown as ChildProcess, end };
}

describe("windowsTree", () => {
  it("asks the whole tree to end, then ends it by force", async () => {
    const calls: string[] = [];
    const { child, end } = fakeChild();
    const tree = windowsTree(child, 42, async (file, args) => {
      calls.push([file, ...args].join(" "));
      if (args.includes("/F")) end();
      return 0;
    });
    await tree.terminate();
    expect(await tree.alive()).toBe(true);
    await tree.kill();
    expect(await tree.alive()).toBe(false);
    expect(calls).toEqual(["taskkill /T /PID 42", "taskkill /F /T /PID 42"]);
    expect(await tree.survivors()).toBeUndefined();
  });

  it("says honestly when the tree can't be reached any more, or does not end", async () => {
    const gone = fakeChild();
    gone.end();
    const tree = windowsTree(gone.child, 42, async () => 0);
    await tree.kill();
    expect(await tree.survivors()).toContain("may still run");

    const stubborn = windowsTree(fakeChild().child, 43, async () => 1);
    await stubborn.kill();
    expect(await stubborn.survivors()).toContain("Process 43 could not be ended");
  });
});
