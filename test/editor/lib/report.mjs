/**
 * Prints tests as they end, and counts them.
 *
 * @param {(line: string) => void} print
 */
export function createReport(print) {
  const totals = { passed: 0, failed: 0 };
  return {
    totals,

    /** A line about a suite or the set-up. */
    say: (text) => print(text),

    /** Takes an event of `mocha-events.cjs`. */
    take(event) {
      if (event.type === "pass") {
        totals.passed += 1;
        print(`  ok    ${event.title} (${event.milliseconds} ms)`);
      } else if (event.type === "skip") {
        print(`  skip  ${event.title}`);
      } else if (event.type === "fail") {
        totals.failed += 1;
        print(`  FAIL  ${event.title}\n${event.error.replace(/^/gm, "        ")}`);
      }
    },

    /** The closing line. Other tools read it: exactly this, once, alone on its line. */
    close: () => print(`${totals.passed} passed, ${totals.failed} failed`),
  };
}
