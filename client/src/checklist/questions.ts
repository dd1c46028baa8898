import { type CancellationToken, CancellationTokenSource, type QuickPickItem, window } from "vscode";

/** An answer that can be picked. Labels are ours; what comes from a document goes through `oneLine` first. */
export interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

/**
 * Asks to pick one; undefined when the person turns away (Escape) or `signal` ends the run meanwhile. Stays open when
 * the focus goes elsewhere: the answer often stands in another window.
 */
export async function pickOne<T>(
  choices: readonly Choice<T>[],
  question: { readonly title: string; readonly placeHolder: string; readonly signal?: AbortSignal | undefined },
): Promise<T | undefined> {
  const { title, placeHolder, signal } = question;
  const options = { title, placeHolder, ignoreFocusOut: true, matchOnDescription: true };
  const choice = await whileRunning(signal, (token) => window.showQuickPick([...choices], options, token));
  return choice?.value;
}

/** Asks for a text; undefined when the person turns away or `signal` ends the run meanwhile. */
export async function askText(question: {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string | undefined;
  readonly placeHolder?: string | undefined;
  readonly password?: boolean;
  /** What is wrong with a value; undefined when nothing is. */
  readonly check: (value: string) => string | undefined;
  readonly signal: AbortSignal;
}): Promise<string | undefined> {
  const { title, prompt, value, placeHolder, password = false, check, signal } = question;
  const options = {
    title,
    prompt,
    password,
    ignoreFocusOut: true,
    validateInput: check,
    ...(value === undefined ? {} : { value }),
    ...(placeHolder === undefined ? {} : { placeHolder }),
  };
  return whileRunning(signal, (token) => window.showInputBox(options, token));
}

async function whileRunning<T>(
  signal: AbortSignal | undefined,
  ask: (token: CancellationToken) => Thenable<T | undefined>,
): Promise<T | undefined> {
  if (signal?.aborted === true) return undefined;
  const source = new CancellationTokenSource();
  const cancel = (): void => source.cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    return await ask(source.token);
  } finally {
    signal?.removeEventListener("abort", cancel);
    source.dispose();
  }
}
