import { mkdirSync } from "node:fs";
import path from "node:path";
import { screenshotsFolder } from "./places.mjs";

/**
 * What a person does and sees in the workbench. Every function waits for what it is about, never for time, and the
 * locators are Playwright's: nothing is looked up before it is used.
 *
 * The class names are VS Code's own and no contract. They live here only, so that an update breaks one file.
 *
 * @param {import("playwright-core").Page} page
 */
export function createWorkbench(page) {
  // Below mocha's limit, so that the failure names what was waited for.
  page.setDefaultTimeout(100_000);
  const quickInput = page.locator(".quick-input-widget:visible");
  const quickInputBox = quickInput.locator("input.input");
  const quickInputRows = quickInput.locator(".quick-input-list .monaco-list-row");

  /** Opens the quick input with a text, picks the row that has `row`, and waits until the input is gone. */
  const pick = async (text, row, key = "Enter") => {
    // The first key may come before the workbench listens to keys; a second F1 does no harm.
    for (let attempt = 0; ; attempt += 1) {
      await page.keyboard.press("F1");
      const shown = await quickInputBox.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
      if (shown) break;
      if (attempt === 5) throw new Error("the command palette does not open");
    }
    await quickInputBox.fill(text);
    await quickInput.locator(".monaco-list-row.focused", { hasText: row }).first().waitFor();
    await page.keyboard.press(key);
  };

  return {
    page,

    /** Waits until the first of what a locator finds is visible, and gives it. */
    async see(locator) {
      await locator.first().waitFor();
      return locator.first();
    },

    /** Waits until nothing of what a locator finds is visible. */
    gone: (locator) => locator.filter({ visible: true }).first().waitFor({ state: "detached" }),

    /** Waits until the editor has painted a line with the text. */
    async editorReady(text) {
      await page.locator(".monaco-editor .view-line", { hasText: text }).first().waitFor();
    },

    /** Runs a command by its title, as the command palette shows it. */
    runCommand: (title) => pick(`>${title}`, title),

    /** Opens a file of the workspace by its name; `beside` opens it in a second column. */
    async openFile(name, { beside = false } = {}) {
      const base = path.posix.basename(name);
      await pick(name, base, beside ? "Control+Enter" : "Enter");
      await page.locator(".tabs-container .tab.active", { hasText: base }).first().waitFor();
    },

    /** The underlines of findings, of one severity or of any. */
    squiggles: (severity) =>
      page.locator(
        severity === undefined
          ? [".squiggly-error", ".squiggly-warning", ".squiggly-info", ".squiggly-hint"].join()
          : `.squiggly-${severity}`,
      ),

    /** Shows the Problems panel. */
    async showProblems() {
      await pick(">View: Focus Problems", "Focus Problems");
      await page.locator(".markers-panel").waitFor();
    },

    /** Rows of the Problems panel: files and findings. */
    problems: (text) => page.locator(".markers-panel .monaco-list-row", { hasText: text }),

    /** Links that a CodeLens paints above a line. */
    codeLens: (text) => page.locator(".codelens-decoration a", { hasText: text }),

    quickInput,
    quickInputBox,
    quickInputRows,

    /** A modal dialog. */
    dialog: page.locator(".monaco-dialog-box"),

    /** Messages in the corner. */
    notifications: (text) => page.locator(".notifications-toasts .notification-toast", { hasText: text }),

    /** A message in either form. */
    message: (text) => page.locator(".notifications-toasts .notification-toast, .monaco-dialog-box", { hasText: text }),

    /** Closes a dialog, as Escape does, and every notification. */
    async dismissMessages() {
      if (await page.locator(".monaco-dialog-box").isVisible()) await page.keyboard.press("Escape");
      await pick(">Notifications: Clear All Notifications", "Clear All Notifications");
    },

    /** Items of the status bar. */
    statusBar: (text) => page.locator(".statusbar-item", { hasText: text }),

    /** Takes a picture into screenshots/, which git ignores. */
    async screenshot(name) {
      mkdirSync(screenshotsFolder, { recursive: true });
      const file = path.join(screenshotsFolder, `${name}.png`);
      await page.screenshot({ path: file });
      return file;
    },
  };
}
