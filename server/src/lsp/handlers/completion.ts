import { RULES } from "../../core/rules/registry.ts";
import { completions } from "../../service/completion/completion.ts";
import { respond } from "../respond.ts";
import type { Session } from "../session.ts";

/** Answers `textDocument/completion`. */
export function handleCompletion({ connection, features, checks }: Session): void {
  connection.onCompletion(({ textDocument, position, context }, token) =>
    respond(connection.console, "textDocument/completion", token, async () => {
      const checked = await checks.get(textDocument.uri);
      if (checked === undefined) return [];
      const offset = checked.lines.offsetAt(position);
      const trigger = context?.triggerCharacter;
      return completions({ checked, offset, snippets: features.snippets, rules: RULES }, trigger);
    }),
  );
}
