import { l10n } from "vscode";
import { askText, pickOne } from "./questions.ts";

/** How a person says that a step by hand went; `note` is the reason where one was asked for. */
export interface ManualAnswer {
  readonly outcome: "done" | "skipped" | "failed" | "stop";
  readonly note: string;
}

/** Asks how a step went that a person does. Without a reason there is no skipping and no failing: it asks again. */
export async function askManual(title: string, signal: AbortSignal): Promise<ManualAnswer> {
  for (;;) {
    const choices = [
      { label: l10n.t("Done"), value: "done" as const },
      { label: l10n.t("Skip…"), description: l10n.t("asks for the reason"), value: "skipped" as const },
      { label: l10n.t("Failed…"), description: l10n.t("asks what happened"), value: "failed" as const },
      { label: l10n.t("Stop"), description: l10n.t("ends the run"), value: "stop" as const },
    ];
    const placeHolder = l10n.t("Do this step by hand, then say how it went.");
    const outcome = (await pickOne(choices, { title, placeHolder, signal })) ?? "stop";
    if (outcome === "done" || outcome === "stop") return { outcome, note: "" };
    const prompt = outcome === "skipped" ? l10n.t("Why is this step skipped?") : l10n.t("What happened?");
    const note = await askText({
      title,
      prompt,
      check: (value) => (value.trim() === "" ? l10n.t("A few words, for whoever reads the record.") : undefined),
      signal,
    });
    if (note !== undefined) return { outcome, note: note.trim() };
  }
}
