import { LANGUAGES } from "../schema/languages/languages.ts";

const ENGLISH =
  /\bpost[- ]?mortem\b|\b(?:incident|outage|post-?incident|after[- ]action|service (?:disruption|interruption)) (?:report|review|analysis|summary|retrospective)\b|\broot[- ]cause (?:analysis|report)\b|^\W*rca\b|\bsummary of the .{0,60}\b(?:disruption|outage|incident|event)\b/i;
const FOREIGN = new RegExp(
  LANGUAGES.flatMap(({ documentNames }) => documentNames)
    .map((name) => (/^[a-z]/i.test(name) ? `(?<!\\p{L})${name}(?!\\p{L})` : name))
    .join("|"),
  "iu",
);
/** Texts about such documents, and forms for them. */
const ABOUT =
  /\b(?:templates?|process|procedures?|polic(?:y|ies)|guides?|guidelines?|how to|culture|training|runbooks?|playbooks?|handbook|checklist|index|meetings?|best practices|writing|examples?|tools?|management|plan|skill|agent|prompt|generator|vorlage|modèle|plantilla|modelo)\b|模板|テンプレート|書き方|指南|手順|ガイド/i;

/** Whether a title calls its document a postmortem, an incident report or the like, in any of the languages; not a text about them. */
export function namesPostmortem(title: string): boolean {
  return (ENGLISH.test(title) || FOREIGN.test(title)) && !ABOUT.test(title);
}

/** `Runbook: Queue overload`, `Incident runbook – Broker outage`, `Database failover runbook (Postgres)`. */
const RUNBOOK =
  /^\W*(?:[\w-]+ ){0,2}(?:run-?book|play-?book)\s*[:–—-]\s*\S|\S\s(?:run-?book|play-?book)\s*(?:\([^)]*\))?\W*$/i;
const ABOUT_RUNBOOKS =
  /\b(?:templates?|polic(?:y|ies)|guides?|guidelines?|culture|training|handbook|index|best practices|writing|conventions?|examples?|tools?|platform|engine|library|plugin|extension|skill|agent|prompt|generator|ansible|design|proposal|spec)\b/i;

/** Whether a title calls its document a runbook or playbook; not a text about them, and not a program. */
export function namesRunbook(title: string): boolean {
  return RUNBOOK.test(title) && !ABOUT_RUNBOOKS.test(title);
}
