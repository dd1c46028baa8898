import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { freePort, openBrowser } from "./browser.mjs";
import { onInterrupt } from "./cleanup.mjs";
import { deferred } from "./deferred.mjs";
import { resultsFolder } from "./places.mjs";
import { startServer } from "./server.mjs";
import { startWebFront } from "./web-front.mjs";
import { createWorkbench } from "./workbench.mjs";

/**
 * Opens a workspace in a real VS Code: a server, a browser and the page with the workbench.
 *
 * @param {object} options
 * @param {string} options.name       names the log files in results/
 * @param {string} options.chromium   the browser's executable
 * @param {string} options.folder     the workspace
 * @param {string} [options.file]     opened at once, absolute
 * @param {{ vsix: string } | { folder: string }} [options.install] see `startServer`
 * @param {string} [options.web]      an extension's folder, for the browser's worker host: see `startWebFront`
 * @param {{ extension: string, tests: string }} [options.develop] loads an extension in development mode and runs its
 *   tests in the extension host; VS Code then throws instead of showing a modal dialog, and shows no notification
 * @param {boolean} [options.trusted]
 * @param {Record<string, unknown>} [options.settings]
 * @param {Record<string, string>} [options.environment]
 * @param {(page: import("playwright-core").Page) => Promise<void>} [options.prepare] before the page is loaded
 * @returns an object with the `page`, its `workbench`, `ended` (the tests' exit code, or a rejection when the page
 *   crashed), `times` in milliseconds, and `close`
 */
export async function openEditor({ name, chromium, folder, file, install, web, develop, prepare, ...options }) {
  const start = Date.now();
  mkdirSync(resultsFolder, { recursive: true });
  const driven = develop !== undefined;
  const debuggingPort = driven ? await freePort() : undefined;
  const environment = { ...options.environment };
  if (driven) environment.EDITOR_TEST_PAGE = `http://127.0.0.1:${debuggingPort}`;
  const logFile = path.join(resultsFolder, `${name}.server.log`);
  const { trusted = true, settings } = options;
  const server = await startServer({ logFile, trusted, driven, install, settings, environment });
  const times = { server: Date.now() - start, page: 0 };
  let browser;
  let front;
  const close = async () => {
    forget();
    await browser?.close();
    front?.stop();
    await server.stop();
  };
  const forget = onInterrupt(close);
  try {
    if (web !== undefined) front = await startWebFront({ authority: server.authority, extension: web });
    const { authority } = front ?? server;
    // A file's URI as the page must name it: with the page's own host and port.
    const uri = (path) => `vscode-remote://${authority}${path}`;
    browser = await openBrowser({ executable: chromium, debuggingPort });
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: "en-US" });
    const page = await context.newPage();
    const { ended } = await listen(page, path.join(resultsFolder, `${name}.page.log`));
    await prepare?.(page);
    const payload = [
      ["skipWelcome", "true"],
      ["skipReleaseNotes", "true"],
    ];
    if (file !== undefined) payload.push(["openFile", uri(file)]);
    if (driven) {
      payload.push(["extensionDevelopmentPath", uri(develop.extension)]);
      payload.push(["extensionTestsPath", uri(develop.tests)]);
    }
    await page.goto(`http://${authority}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`);
    times.page = Date.now() - start;
    return { page, workbench: createWorkbench(page), browserVersion: browser.version(), ended, times, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Writes what page and extension host say into a log, and gives a promise for the end of the tests in the host. */
async function listen(page, logFile) {
  const log = createWriteStream(logFile);
  log.on("error", () => log.destroy()); // a log is no reason to fail
  const { promise: ended, resolve, reject } = deferred();
  ended.catch(() => undefined); // who doesn't run tests in the host doesn't wait for it
  page.once("crash", () => reject(new Error("the page crashed")));
  page.once("close", () => reject(new Error("the page was closed")));
  page.on("console", (message) => log.write(`[page ${message.type()}] ${message.text()}\n`));
  page.on("pageerror", (error) => log.write(`[page exception] ${error.stack}\n`));
  // The two functions that the workbench calls when it runs tests; the first has the host's console as well.
  await page.exposeFunction("codeAutomationLog", (type, values) => log.write(`[${type}] ${values.join(" ")}\n`));
  await page.exposeFunction("codeAutomationExit", resolve);
  // In an object: a promise that an async function returns would be waited for.
  return { ended };
}
