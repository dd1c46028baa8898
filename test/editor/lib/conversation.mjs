import { until } from "./until.mjs";

/** The ways in which VS Code asks a person something, by what is visible. */
const channels = [
  { name: "dialog", insistent: true, locate: (workbench) => workbench.dialog },
  { name: "quick input", insistent: true, locate: (workbench) => workbench.quickInput },
  // Not every notification is a question, and some are VS Code's own: only what a test names is answered.
  { name: "notification", insistent: false, locate: (workbench) => workbench.notifications() },
];

/**
 * Answers whatever the editor asks, in whichever way it asks, until `done` holds.
 *
 * The tests so say *what* a person answers and leave to the product *how* it asks: a modal dialog today, a quick pick
 * tomorrow. A dialog or quick input without an answer gets the suggested one: the primary button, the row with the
 * focus, the value in the box.
 *
 * @param {ReturnType<import("./workbench.mjs").createWorkbench>} workbench
 * @param {object} options
 * @param {{ asks: RegExp, type?: string, choose?: string, press?: string }[]} options.answers what to type into a box,
 *   choose from a list, or press; which of them applies is the question's form
 * @param {() => unknown} options.done
 * @param {number} [options.within] milliseconds
 * @returns {Promise<string[]>} the conversation, as "dialog: Run these 3 commands? -> Run"
 */
export async function converse(workbench, { answers, done, within = 100_000 }) {
  const transcript = [];
  const answerOne = async () => {
    for (const { name, insistent, locate } of channels) {
      const box = locate(workbench).first();
      const question = await textOf(box);
      const known = answers.find(({ asks }) => asks.test(question ?? ""));
      if (question === undefined || (known === undefined && !insistent)) continue;
      const said = name === "quick input" ? await fill(workbench, known) : await press(box, known);
      transcript.push(`${name}: ${question} -> ${said}`);
      if (transcript.length > 50) throw new Error(`it never ends:\n${transcript.join("\n")}`);
      // Only a change of what is shown tells that the answer was taken.
      await until("the answer to be taken", async () => (await done()) || (await textOf(box)) !== question, {
        within: 30_000,
        explain: () => transcript,
      });
      return;
    }
  };
  await until(
    "the conversation to come to its end",
    async () => {
      if (await done()) return true;
      await answerOne();
      return false;
    },
    // An error message is no question, and most likely the reason.
    { within, explain: async () => [...transcript, ...(await workbench.message().allInnerTexts()).map(inOneLine)] },
  );
  return transcript;
}

/** What a box says, or nothing when it isn't there. */
async function textOf(box) {
  // Never waits: a box that is gone has no text.
  const [text = ""] = await box.filter({ visible: true }).allInnerTexts();
  return inOneLine(text) || undefined;
}

async function press(box, { press: label } = {}) {
  const buttons = box.locator(".monaco-button");
  const button =
    label === undefined ? box.locator(".monaco-button:not(.secondary)") : buttons.filter({ hasText: label });
  const said = await textOf(button.first());
  await button.first().click();
  return said;
}

async function fill({ page, quickInput, quickInputBox, quickInputRows }, { type, choose } = {}) {
  const isList = (await quickInputRows.count()) > 0;
  const text = isList ? choose : type;
  if (text !== undefined) await quickInputBox.fill(text);
  const said = isList
    ? await textOf(quickInput.locator(".monaco-list-row.focused").first())
    : await quickInputBox.inputValue();
  await page.keyboard.press("Enter");
  return said;
}

function inOneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}
