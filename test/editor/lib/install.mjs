import { installHost } from "../host/setup.mjs";
import { ensureChromium } from "./chromium.mjs";
import { installOnce, npm } from "./npm.mjs";
import { editorFolder } from "./places.mjs";

/**
 * Installs mocha and the browser's driver, when they aren't there in the locked versions.
 *
 * @param {{ allowed: boolean, say: (text: string) => void }} options `allowed`: whether anything may be installed
 */
export function installModules({ allowed, say }) {
  installOnce({ folder: editorFolder, allowed, say, install: () => npm(editorFolder, ["ci"]) });
}

/**
 * Installs everything that a run needs and that is missing: our modules, the VS Code server, a browser.
 *
 * @param {{ allowed: boolean, say: (text: string) => void }} options `allowed`: whether anything may be installed
 * @returns {{ chromium: string }}
 */
export function installAll({ allowed, say }) {
  installModules({ allowed, say });
  installHost({ allowed, say });
  return { chromium: ensureChromium({ allowed, say }) };
}
