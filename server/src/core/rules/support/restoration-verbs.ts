/** Verbs that say what somebody, or a machine, did; in the forms that tell of the past or name the deed. */
const DEEDS =
  "(?:re-?)?(?:start|boot|deploy|creat|build|install|configur|enabl|disabl|appl|appli|provision|rout|run|issu|index|sync|generat|import|mount|sched(?:ul)?|scal|siz|balanc|connect|load|set)(?:e[sd]|ed|ing|ment|ion|ation|up|s|t)?";
const ACTION = new RegExp(
  [
    `\\b${DEEDS}\\b`,
    "\\b(?:roll(?:ed|ing|s)?[- ]?(?:back|out|forward|ed)|rollback|revert\\w*|patch\\w*|hot-?fix\\w*|fail(?:ed|ing|s)?[- ]?over|switch\\w*|toggl\\w*|turn(?:ed|ing)? (?:on|off)|paus\\w+|stopp\\w+|kill\\w*|terminat\\w*|delet\\w*|remov\\w*|clear\\w*|clean\\w*|purg\\w*|prun\\w*|flush\\w*|drain\\w*|cordon\\w*|evict\\w*|block\\w*|ban\\w*|throttl\\w*|rate[- ]?limit\\w*|limit\\w*|increas\\w*|decreas\\w*|rais\\w*|lower\\w*|reduc\\w*|doubl\\w*|bump\\w*|add(?:ed|ing)?|expand\\w*|extend\\w*|resiz\\w*|upgrad\\w*|downgrad\\w*|updat\\w*|chang\\w*|modif\\w*|edit\\w*|adjust\\w*|tun(?:ed|ing)|replac\\w*|swap\\w*|mov(?:ed|ing)|migrat\\w*|transfer\\w*|cop(?:ied|ying)|restor\\w* (?:from|the backup|a backup|backup)|rotat\\w*|renew\\w*|revok\\w*|reset\\w*|replay\\w*|repair\\w*|recover\\w* (?:from|by)|rewr\\w+|merg\\w*|push\\w*|releas\\w*|publish\\w*|ship\\w*|pull(?:ed|ing)|pinn\\w*|unpin\\w*|manual\\w*|contact\\w*|escalat\\w*|notif\\w*|open(?:ed|ing)? (?:a|an) (?:ticket|case)|implement\\w*|introduc\\w*|correct\\w*|work(?:ed)? around|workaround|bypass\\w*|whitelist\\w*|allowlist\\w*|grant\\w*|promot\\w*|shut\\w*|brought|bring\\w*|took|taken|wait(?:ed|ing)|fix(?:ed|es|ing)? (?:the|a|an|by|in|it|this|was|for|has|were)|executed|ran|made|put|used|began|freed|free up|allocat\\w*|attach\\w*|detach\\w*|assign\\w*|convert\\w*|invalidat\\w*|decommission\\w*|refactor\\w*|rename\\w*|unblock\\w*|unlock\\w*|retri\\w+|retry\\w*|tweak\\w*|stabili[sz]ed by|mitigated by|resolved by|solved by|self-?heal\\w*|by (?:itself|themselves)|on its own|automatically|vendor|provider|upstream)\\b",
    "\\baddressed (?:in|by|with)\\b|\\bv?\\d+\\.\\d+\\.\\d+\\b|`[^`]+`|https?://|[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]",
  ].join("|"),
  "iu",
);

/** Whether a text says what was done. In doubt it does: the answer is used to complain about text that does not. */
export function tellsWhatWasDone(text: string): boolean {
  return ACTION.test(text);
}
