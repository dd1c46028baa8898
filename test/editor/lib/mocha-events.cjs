"use strict";

/**
 * A mocha reporter that turns a run into plain events and prints nothing: the same events come from a process of ours
 * and from the extension host, and one place prints and counts them (`report.mjs`).
 *
 * Events: `{ type: "pass" | "fail" | "skip", title, milliseconds, error? }` and, last, `{ type: "end" }`.
 *
 * @param {import("mocha").Runner} runner
 * @param {{ reporterOptions: { emit: (event: object) => void } }} options
 */
exports.MochaEvents = function MochaEvents(runner, { reporterOptions: { emit } }) {
  const about = (test) => ({ title: test.titlePath().join(" › "), milliseconds: test.duration ?? 0 });
  runner.on("pass", (test) => emit({ type: "pass", ...about(test) }));
  runner.on("pending", (test) => emit({ type: "skip", ...about(test) }));
  runner.on("fail", (test, error) => {
    // A hook fails under its own title; its tests are never heard of, so the failure must be.
    emit({ type: "fail", ...about(test), error: String(error?.stack ?? error) });
  });
  runner.on("end", () => emit({ type: "end" }));
};
