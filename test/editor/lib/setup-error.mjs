/**
 * Something outside the tests is missing. Shown as it is, without a stack trace: whoever reads it needs to know what
 * is wrong, why, and how to mend it.
 */
export class SetupError extends Error {
  /**
   * @param {{ what: string, why: string, mend: string }} parts
   */
  constructor({ what, why, mend }) {
    super(`${what}\n  why:  ${why}\n  mend: ${mend}`);
    this.name = "SetupError";
  }
}
