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
