import { createServer } from "node:net";
import { chromium } from "playwright-core";

/**
 * Starts headless Chromium.
 *
 * @param {{ executable: string, debuggingPort?: number }} options `debuggingPort`: where a test inside the extension
 *   host reaches its own page (see `own-page.mjs`)
 */
export async function openBrowser({ executable, debuggingPort }) {
  const args = [
    "--no-sandbox", // root has no sandbox; the only page is our own server's
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage", // containers have a tiny /dev/shm
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ];
  if (debuggingPort !== undefined) args.push(`--remote-debugging-port=${debuggingPort}`);
  return chromium.launch({
    executablePath: executable,
    headless: true,
    args,
    // Signals are ours (`endOnSignals`): the driver's own handlers would exit before the server is stopped.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** A port of the loopback interface that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
