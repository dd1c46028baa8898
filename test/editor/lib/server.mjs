import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { atExit } from "./cleanup.mjs";
import { deferred } from "./deferred.mjs";
import { cleanEnvironment } from "./environment.mjs";
import { installFolder } from "./extension-folder.mjs";
import { serverCode, serverNode } from "./places.mjs";
import { makeTemporaryFolder } from "./temporary-folder.mjs";

/** An editor that is quiet, the same every time, and drawn without a graphics card. */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "editor.cursorBlinking": "solid",
  "editor.minimap.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.startupPrompt": "never",
  "telemetry.telemetryLevel": "off",
  "terminal.integrated.gpuAcceleration": "off",
  "update.mode": "none",
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

/**
 * Starts a VS Code server in a process group of its own, with a data folder, a home folder and a temporary folder of
 * its own: nothing of the developer's settings gets in, and nothing (consents, sockets, logs) gets out.
 *
 * @param {object} options
 * @param {string} options.logFile
 * @param {boolean} options.trusted     false: the workspace opens in Restricted Mode
 * @param {boolean} options.driven      whether a page may run tests in the extension host. A *built* server lets it only
 *   with the smoke test driver, which also hides every notification, so leave it off to have the editor as users do.
 * @param {{ vsix: string } | { folder: string }} [options.install] an extension: a package, or a folder as it is
 * @param {Record<string, unknown>} [options.settings]
 * @param {Record<string, string>} [options.environment] the extension host inherits it
 */
export async function startServer({ logFile, trusted, driven, install, settings = {}, environment = {} }) {
  const folder = makeTemporaryFolder("editor");
  const data = path.join(folder.path, "data");
  const home = path.join(folder.path, "home");
  const temporary = path.join(folder.path, "tmp");
  for (const made of [home, temporary, path.join(data, "data/User")]) mkdirSync(made, { recursive: true });
  writeFileSync(path.join(data, "data/User/settings.json"), JSON.stringify({ ...quietSettings, ...settings }));
  const env = cleanEnvironment({ SHELL: "/bin/bash", HOME: home, TMPDIR: temporary, ...environment });
  if (install?.vsix !== undefined) installVsix(data, install.vsix, env);
  if (install?.folder !== undefined) installFolder(install.folder, path.join(data, "extensions"));

  // server-main.js itself: code-server's wrapper would write its configuration into the home folder.
  const args = [path.join(serverCode, "out/server-main.js"), "--host", "127.0.0.1", "--port", "0"];
  args.push("--without-connection-token", "--accept-server-license-terms", "--telemetry-level", "off");
  args.push("--server-data-dir", data);
  if (driven) args.push("--enable-smoke-test-driver");
  if (trusted) args.push("--disable-workspace-trust");
  const child = spawn(serverNode, args, { stdio: ["ignore", "pipe", "pipe"], detached: true, env });
  const killGroup = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // The group is gone already.
    }
  };
  const forget = atExit(() => killGroup("SIGKILL"));
  const stop = async () => {
    const gone = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
    killGroup("SIGTERM");
    await Promise.race([gone, delay(5_000, undefined, { ref: false })]);
    killGroup("SIGKILL"); // whatever in the group did not listen
    forget();
    folder.remove();
  };
  try {
    return { authority: `127.0.0.1:${await portOf(child, logFile)}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Reads the port from what the server says, and goes on writing that into the log file. */
async function portOf(child, logFile) {
  const log = createWriteStream(logFile);
  log.on("error", () => log.destroy()); // a log is no reason to fail
  let said = "";
  const { promise, resolve, reject } = deferred();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      log.write(chunk);
      if (said.length < 100_000) said += chunk;
      const port = /Server bound to 127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port) resolve(port);
    });
  }
  child.once("error", reject);
  child.once("exit", (code) =>
    reject(new Error(`the VS Code server ended with code ${code} before it was up:\n${said}`)),
  );
  const tooLate = setTimeout(() => reject(new Error(`the VS Code server was not up after 60 s:\n${said}`)), 60_000);
  try {
    return await promise;
  } finally {
    clearTimeout(tooLate);
  }
}

/** What `code --install-extension` does. */
function installVsix(data, vsix, env) {
  const args = [path.join(serverCode, "out/server-main.js"), "--server-data-dir", data];
  const result = spawnSync(serverNode, [...args, "--install-extension", vsix], { encoding: "utf8", env });
  // It exits with 0 for a package that it refuses, too.
  if (!/successfully installed/.test(result.stdout)) {
    throw new Error(`VS Code refused ${vsix}:\n${result.stdout}${result.stderr}`);
  }
}
