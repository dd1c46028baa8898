/** The phases of an incident that a time can belong to. */
export const PHASES = ["started", "detected", "acknowledged", "mitigated", "resolved"] as const;

/** One of them. */
export type Phase = (typeof PHASES)[number];

/** How sure an event names its phase: by a label or a column of its own, or by how its sentence begins. */
export interface NamedPhase {
  readonly phase: Phase;
  readonly by: "label" | "words";
}

/** The whole of a label (`Detection: …`), of a cell in a column of phases, or of a mark in brackets (`(resolved)`). */
const LABELS: Readonly<Record<Phase, RegExp>> = {
  started:
    /^(?:(?:start|begin|beginning|onset) of (?:the )?(?:outage|incident|impact|disruption)|(?:outage|incident|impact|disruption) (?:starts?|started|begins?|began|start)|start(?:ed)?|発生|障害発生|開始|故障开始)$/i,
  detected: /^(?:detection|detected|first detected|discovery|discovered|検知|発現?覚|发现)$/i,
  acknowledged:
    /^(?:ack|acked|acknowledged|acknowledgement|acknowledgment|incident declared|declared|対応開始|初動|开始处理)$/i,
  mitigated: /^(?:mitigation|mitigated|緩和|緩和完了|緩和策適用|一次復旧|缓解)$/i,
  resolved:
    /^(?:resolution|resolved|recovery|recovered|restored|complete resolution|(?:end) of (?:the )?(?:outage|incident|impact|disruption)|(?:outage|incident|impact|disruption) (?:ends?|ended|over|resolved)|復旧|復旧完了|復旧確認|解決|完全復旧|恢复|已恢复)$/i,
};

const WHAT =
  "(?:(?:the|an?|this|that|our|first|initial) )*(?:(?:outage|incident|problem|issue|error|failure|fault|alert|alarm|disruption|degradation|downtime|page|bug)s? )";
/** How an event's sentence begins: the incident as a whole is spoken of, not a part of it. */
const BEGINNINGS: Readonly<Record<Phase, RegExp>> = {
  started: /^(?:the )?(?:outage|incident|disruption|degradation|downtime|impact) (?:starts|started|begins|began)\b/i,
  detected: new RegExp(
    `^(?:${WHAT}(?:(?:is|are|was|were|has been|had been) )?(?:first )?(?:detected|discovered|noticed|reported|fired|fires|triggered|raised)\\b|(?:first|initial) (?:alert|page|report|detection|notification)\\b|(?:on-?call|on-call engineer|\\w+ )?(?:is |was |gets? |got )paged\\b)`,
    "i",
  ),
  acknowledged: new RegExp(
    `^(?:${WHAT}(?:(?:is|was|has been) )?(?:acknowledged|acked|declared)\\b|(?:acknowledged|acked|declared)\\b|(?:on-?call)\\b.{0,30}\\backnowledge[ds]?\\b)`,
    "i",
  ),
  mitigated: new RegExp(`^(?:${WHAT}(?:(?:is|was|has been|declared) ?)?mitigated\\b|mitigated\\b)`, "i"),
  resolved: new RegExp(
    `^(?:${WHAT}(?:(?:is|was|has been|considered|declared|marked as|fully|now) )*(?:resolved|over|ends|ended)\\b|(?:the )?(?:all )?(?:services?|systems?|site|functionality|operations?)(?: (?:is|are|was|were|has been|have been|fully|now|back|again))* (?:restored|recovered|operational|back to normal)\\b|everything (?:is|was) back to normal\\b|(?:verified |confirmed )?all systems (?:are )?(?:operational|normal|green)\\b|(?:fully )?(?:resolved|recovered)\\b|復旧(?:完了|確認))`,
    "i",
  ),
};
/** `recovery started` is no recovery, and neither is one that is denied or in part. */
const NOT_YET =
  /^.{0,60}\b(?:not|partial(?:ly)?|attempt|attempted|again later|re-?opened|temporar(?:y|ily)|most(?:ly)?|some|try|trying)\b|^\S{0,12}(?:部分|途中|未|試|設計)/i;

/** What separates a label from what it heads: `検知 — …`, `Detected: …`. */
const HEAD = /^[\s<>[\]{}()*_~"'“”|,.;!?・。、-]*([^:：—–|。|<>[\]()\n]{2,40}?)\s*(?:[:：—–|。>\]]|$)/u;
const MARK = /[([<（]\s*([^()[\]<>（）]{2,40}?)\s*[)\]>）]\s*[.!]?\s*$/u;

/**
 * The phase that an event's text names, or undefined. A label counts, or a cell of a table's column, or a mark at the end
 * (`(outage ends)`), or a sentence that begins with the incident and what became of it ("Issue detected by …"). Words in
 * the middle of a sentence don't: most of them speak of something else.
 */
export function phaseOf(text: string): NamedPhase | undefined {
  const cells = text.split(" | ");
  for (const said of cells.length > 1 ? [...cells, text] : [text]) {
    for (const label of [said.trim(), HEAD.exec(said)?.[1], MARK.exec(said)?.[1]]) {
      const plain = label?.trim().replace(/\s*\d+$/, "");
      const phase = plain && PHASES.find((each) => LABELS[each].test(plain));
      if (phase) return { phase, by: "label" };
    }
  }
  if (NOT_YET.test(text)) return undefined;
  const phase = PHASES.find((each) => BEGINNINGS[each].test(text.trimStart()));
  return phase && { phase, by: "words" };
}
