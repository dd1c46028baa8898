import Mocha from "mocha";
import { MochaEvents } from "./mocha-events.cjs";
import { testLimit } from "./mocha-limits.cjs";

/**
 * Runs a suite in this process: it opens editors and looks at them as a person does, with modal dialogs and all.
 *
 * @param {object} options
 * @param {string} options.name
 * @param {(context: object) => void} options.define calls `describe`
 * @param {object} options.context  what `define` gets
 * @param {ReturnType<import("./report.mjs").createReport>} options.report
 */
export async function runSuiteOutside({ name, define, context, report }) {
  let tests = 0;
  const emit = (event) => {
    if (event.type !== "end") tests += 1;
    report.take(event);
  };
  const mocha = new Mocha({ ui: "bdd", timeout: testLimit, reporter: MochaEvents, reporterOptions: { emit } });
  // What mocha does before it loads a file, and what makes `import { describe } from "mocha"` mean this run. Suites are
  // functions and no files, so that their options are arguments and no environment variables.
  mocha.suite.emit("pre-require", {}, name, mocha);
  define(context);
  await new Promise((resolve) => mocha.run(resolve));
  // Otherwise its listener stays, and turns an uncaught error of a later suite into the sudden end of the process.
  mocha.dispose();
  if (tests === 0) report.take({ type: "fail", title: name, milliseconds: 0, error: "the suite ran no test" });
}
