import { type Disposable, Uri, ViewColumn, window, workspace } from "vscode";

/** Scheme of the documents that show a plan. */
const PLAN_SCHEME = "runbook-plan";

/** Shows plans as read-only Markdown documents. */
export interface PlanDocuments extends Disposable {
  /** Opens a plan beside the runbook, the focus left alone; the answer closes it. */
  show(name: string, markdown: string): Promise<() => Promise<void>>;
}

/** Registers the documents' provider. A virtual document can't be edited, so what is agreed to is what was made. */
export function createPlanDocuments(): PlanDocuments {
  const contents = new Map<string, string>();
  let count = 0;
  const provider = workspace.registerTextDocumentContentProvider(PLAN_SCHEME, {
    provideTextDocumentContent: (uri) => contents.get(uri.toString()) ?? "",
  });

  return {
    async show(name, markdown) {
      count += 1;
      // The number makes each plan a document of its own: VS Code would show an old one from its cache.
      const path = `/${name.replace(/[\\/?#%:]/g, "-")}.plan.md`;
      const uri = Uri.from({ scheme: PLAN_SCHEME, path, query: String(count) });
      contents.set(uri.toString(), markdown);
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
      return async () => {
        contents.delete(uri.toString());
        await closeTabs(uri);
      };
    },
    dispose: () => provider.dispose(),
  };
}

async function closeTabs(uri: Uri): Promise<void> {
  const shown = window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => inputUri(input) === uri.toString());
  await window.tabGroups.close(shown, true);
}

function inputUri(input: unknown): string | undefined {
  if (typeof input !== "object" || input === null || !("uri" in input)) return undefined;
  return input.uri instanceof Uri ? input.uri.toString() : undefined;
}
