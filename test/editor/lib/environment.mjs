/** Set by an editor, a wrapper or an npm script around us; it would change how the server below behaves. */
const foreign = /^(VSCODE_|ELECTRON_|CODE_SERVER|npm_|NODE_OPTIONS$|NODE_PATH$|XDG_)/;

/**
 * This process's environment without what other editors, npm scripts and Node options left in it.
 *
 * @param {Record<string, string>} additions
 * @returns {Record<string, string | undefined>}
 */
export function cleanEnvironment(additions = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), ...additions };
}
