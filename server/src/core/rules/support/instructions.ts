import { INSTRUCTION_VERBS } from "../../schema/instruction-verbs.ts";

const IMPERATIVE = new RegExp(
  `(?:^|[.!?:;,(]\\s+|\\n\\s*|\\b(?:then|and|or|to|please|first|simply|just|by|it|you)\\s+)${INSTRUCTION_VERBS}(?:ing)?\\b`,
  "i",
);
const MODAL =
  /\b(?:should|must|shall|need(?:s|ed)?|can|may|might|could|have to|has to|please|recommend(?:ed|s)?|required?|steps?|procedure|solution|fix(?:ed)?|resolve[sd]?|recover[sy]?|restart(?:s|ed)?|avoid|no action|nothing to do|self-?heal|automatically|when|if|unless|refer|see)\b/i;
/** Letters without upper and lower case: we know no verbs of these languages. */
const OTHER_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}]/u;

/** Whether running text tells what to do. In doubt it does: the answer is used to complain about text that does not. */
export function tellsWhatToDo(text: string): boolean {
  return IMPERATIVE.test(text) || MODAL.test(text) || OTHER_SCRIPT.test(text);
}
