import {
  type DecorationOptions,
  type Disposable,
  l10n,
  type Position,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
  ThemeColor,
  window,
  workspace,
} from "vscode";
import type { PlanStep } from "../../../server/src/core/checklist/plan.ts";
import { describeState } from "./describe-state.ts";
import type { RunView, StepState } from "./progress.ts";
import { oneLine } from "./shown-text.ts";

interface ShownResult {
  readonly state: StepState;
  /** Line of the step's title, 0-based; follows edits. */
  readonly line: number;
}

/** Results of the last runs of this session, painted behind the steps' titles. Nothing is written to the runbook. */
export interface StepResults extends Disposable {
  /** A view that paints the results of one run; earlier results of the steps that run again give way. */
  viewOf(document: TextDocument): RunView;
}

const COLOURS = {
  done: "testing.iconPassed",
  failed: "testing.iconFailed",
  running: "descriptionForeground",
  skipped: "descriptionForeground",
  unsure: "editorWarning.foreground",
} as const;

/** Makes the painter; it follows edits and forgets a result whose title was changed. */
export function createStepResults(): StepResults {
  const byDocument = new Map<string, Map<string, ShownResult>>();
  const decoration = window.createTextEditorDecorationType({ after: { margin: "0 0 0 2em" } });

  const paint = (editor: TextEditor): void => {
    const results = byDocument.get(editor.document.uri.toString());
    const options =
      results === undefined ? [] : [...results.values()].map((result) => paintOne(editor.document, result));
    editor.setDecorations(decoration, options);
  };
  const paintDocument = (uri: string): void => {
    window.visibleTextEditors.filter(({ document }) => document.uri.toString() === uri).forEach(paint);
  };
  const set = (document: TextDocument, step: PlanStep, state: StepState): void => {
    const uri = document.uri.toString();
    const results = byDocument.get(uri) ?? new Map<string, ShownResult>();
    byDocument.set(uri, results);
    // A run keeps its first line: the plan's offsets are of the text as agreed, and the text may have changed since.
    const line = results.get(step.id)?.line ?? document.positionAt(step.titleRange.start).line;
    results.set(step.id, { state, line });
    paintDocument(uri);
  };

  const subscriptions = [
    decoration,
    window.onDidChangeVisibleTextEditors((editors) => editors.forEach(paint)),
    workspace.onDidCloseTextDocument((document) => byDocument.delete(document.uri.toString())),
    workspace.onDidChangeTextDocument((event) => {
      const uri = event.document.uri.toString();
      const results = byDocument.get(uri);
      if (results === undefined || event.contentChanges.length === 0) return;
      const kept = followEdits(results, event);
      byDocument.set(uri, kept);
      // VS Code moves what is painted by itself; painting again while the person types would only flicker.
      if (kept.size < results.size) paintDocument(uri);
    }),
  ];

  return {
    viewOf(document) {
      byDocument.delete(document.uri.toString());
      paintDocument(document.uri.toString());
      return {
        started: (step, state) => set(document, step, state),
        output: () => undefined,
        note: () => undefined,
        ended: (step, state) => set(document, step, state),
      };
    },
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

function paintOne(document: TextDocument, { state, line }: ShownResult): DecorationOptions {
  const end: Position = document.lineAt(Math.min(line, document.lineCount - 1)).range.end;
  const when = new Date(state.at).toLocaleTimeString();
  return {
    range: new Range(end, end),
    hoverMessage: l10n.t("Last run at {0}: {1}", when, oneLine(describeState(state))),
    renderOptions: {
      after: {
        contentText: oneLine(describeState(state)),
        color: new ThemeColor(COLOURS[state.state]),
        fontStyle: "italic",
      },
    },
  };
}

function followEdits(
  results: Map<string, ShownResult>,
  { contentChanges }: TextDocumentChangeEvent,
): Map<string, ShownResult> {
  let kept = [...results];
  // VS Code gives the changes from the end of the document to its start: each one's lines are still right.
  for (const { range, text } of contentChanges) {
    const added = text.split("\n").length - 1 - (range.end.line - range.start.line);
    kept = kept.flatMap(([id, result]): [string, ShownResult][] => {
      if (result.line < range.start.line) return [[id, result]];
      const isBefore = range.end.line < result.line || (range.end.line === result.line && range.end.character === 0);
      return isBefore ? [[id, { ...result, line: result.line + added }]] : [];
    });
  }
  return new Map(kept);
}
