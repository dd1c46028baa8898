/** Verbs with which an instruction begins: those that start the steps of real runbooks, by frequency. */
const VERBS =
  "(?:add|alert|allow|analy[sz]e|apply|approve|ask|assign|attach|be|block|bring|call|change|check|choose|clean|clear|click|close|collect|compare|configure|confirm|connect|consider|contact|continue|copy|cordon|correct|create|decrease|delete|deploy|determine|diagnose|disable|do|double|download|drain|edit|enable|engage|ensure|enter|escalate|examine|execute|expand|export|fail|file|find|fix|follow|force|free|generate|get|give|go|grant|grep|identify|ignore|implement|increase|inform|inspect|install|investigate|issue|keep|kill|launch|let|list|load|locate|log|look|lower|make|manually|merge|migrate|modify|monitor|move|navigate|notify|obtain|open|page|patch|pause|perform|ping|power|pull|push|query|raise|re-?run|reach|reboot|rebuild|recreate|redeploy|reduce|refer|remove|renew|repair|repeat|replace|report|request|reset|resize|resolve|restart|restore|resume|retry|return|revert|review|roll|rotate|run|scale|schedule|search|see|select|send|set|shut|silence|skip|specify|start|stop|submit|switch|take|talk|tell|terminate|test|throttle|toggle|trigger|troubleshoot|try|turn|type|uncordon|update|upgrade|upload|use|validate|verify|view|visit|wait|watch|work|write)";

const IMPERATIVE = new RegExp(
  `(?:^|[.!?:;,(]\\s+|\\n\\s*|\\b(?:then|and|or|to|please|first|simply|just|by|it|you)\\s+)${VERBS}(?:ing)?\\b`,
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
