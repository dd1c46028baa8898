import { ErrorCodes, ResponseError } from "vscode-languageserver";
import { findRule } from "../../core/rules/find-rule.ts";
import { RULES } from "../../core/rules/registry.ts";
import { ruleUrl } from "../../core/rules/rule-url.ts";
import { codeActions } from "../../service/code-actions/code-actions.ts";
import { toOffsets } from "../../service/positions.ts";
import { OPEN_RULE_DOCUMENTATION } from "../protocol.ts";
import { respond } from "../respond.ts";
import type { Session } from "../session.ts";

/** Answers `textDocument/codeAction`, and the one command behind an action. */
export function handleCodeActions({ connection, features, checks }: Session): void {
  connection.onCodeAction(({ textDocument, range, context }, token) =>
    respond(connection.console, "textDocument/codeAction", token, async () => {
      const checked = await checks.get(textDocument.uri);
      if (checked === undefined) return [];
      return codeActions(checked, {
        range: toOffsets(checked.lines, range),
        only: context.only,
        documentChanges: features.documentChanges,
        openDocumentation: features.showDocument ? OPEN_RULE_DOCUMENTATION : undefined,
      });
    }),
  );

  connection.onExecuteCommand(({ command, arguments: values }, token) =>
    respond(connection.console, "workspace/executeCommand", token, async () => {
      if (command !== OPEN_RULE_DOCUMENTATION) {
        throw new ResponseError(ErrorCodes.InvalidParams, `The command ${command} is none of this server's.`);
      }
      const code: unknown = values?.[0];
      const rule = typeof code === "string" ? findRule(RULES, code) : undefined;
      if (rule === undefined) {
        throw new ResponseError(ErrorCodes.InvalidParams, `${JSON.stringify(code)} is no rule's code or name.`);
      }
      await connection.window.showDocument({ uri: ruleUrl(rule.code), external: true });
      return null;
    }),
  );
}
