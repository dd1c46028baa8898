import { chromium } from "playwright-core";
import { createWorkbench } from "./workbench.mjs";

/**
 * For a test *inside* the extension host: reaches the page that shows this very window, over the browser's debugging
 * port. One test can so call the API, click, and look.
 *
 * @returns {Promise<ReturnType<typeof createWorkbench> & { disconnect: () => Promise<void> }>}
 * @throws {Error} where there is no page, as in VS Code on the desktop
 */
export async function connectToOwnPage() {
  const address = process.env["EDITOR_TEST_PAGE"];
  if (address === undefined) throw new Error("this editor runs in no browser of ours: EDITOR_TEST_PAGE is not set");
  const browser = await chromium.connectOverCDP(address);
  const pages = browser.contexts().flatMap((context) => context.pages());
  const page = pages.find((candidate) => candidate.url().startsWith("http://127.0.0.1:"));
  if (page === undefined) throw new Error(`no workbench among the pages: ${pages.map((one) => one.url()).join(", ")}`);
  // Closing a browser that was connected to only disconnects.
  return { ...createWorkbench(page), disconnect: () => browser.close() };
}
