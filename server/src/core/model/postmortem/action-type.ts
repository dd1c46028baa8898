/**
 * What an action is for: `prevent` the incident, `detect` it sooner, `mitigate` what it does, change the `process`,
 * `document` what is known, or `fix` what is still broken.
 */
export type ActionType = "prevent" | "detect" | "mitigate" | "process" | "document" | "fix";

/** Names of types in columns, labels and sub-headings, as real documents write them. */
const NAMES: readonly (readonly [ActionType, RegExp])[] = [
  ["prevent", /\bprevent\w*|予防|预防|恒久/i],
  ["detect", /\bdetect\w*|\bmonitor\w*|\bobservab\w*|\balert\w*|検知|检测|监控/i],
  ["mitigate", /\bmitigat\w*|緩和|缓解/i],
  ["process", /\bprocess\w*|プロセス|流程/i],
  ["document", /\bdocument\w*|\brunbooks?\b|ドキュメント|文档/i],
  ["fix", /\bfix\w*|\brepair\w*|\bclean-?up\b|修正|修复/i],
];
/** Verbs at an item's start that leave little doubt. */
const VERBS: readonly (readonly [ActionType, RegExp])[] = [
  [
    "document",
    /^\W*(?:document|write (?:a |the |up )?(?:runbook|doc|guide)|update (?:the )?(?:\w+ )?(?:docs?|documentation|runbooks?|guide|readme))\b/i,
  ],
  [
    "detect",
    /^\W*(?:(?:add|create|set ?up|improve|implement|configure|enable) (?:\w+ ){0,3}(?:alert|alerts|alerting|monitoring|monitors?|dashboards?|metrics)|monitor|alert)\b/i,
  ],
  [
    "mitigate",
    /^\W*(?:mitigate|reduce (?:the )?(?:impact|blast radius|time)|speed up (?:the )?(?:recovery|rollback))\b/i,
  ],
  ["prevent", /^\W*prevent\b/i],
  ["fix", /^\W*(?:fix|repair|correct)\b/i],
];

/** The type that a column, label or sub-heading names; undefined where it names none, or a place ("repo2docker"). */
export function actionTypeNamed(name: string): ActionType | undefined {
  return name.length > 40 ? undefined : NAMES.find(([, pattern]) => pattern.test(name))?.[0];
}

/** The type that the first words of an action tell: "Add an alert …" detects. Undefined in doubt. */
export function actionTypeOfText(text: string): ActionType | undefined {
  return VERBS.find(([, pattern]) => pattern.test(text))?.[0];
}
