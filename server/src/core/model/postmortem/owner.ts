const LONGEST_OWNER = 40;

/** Words that stand where an owner would and name nobody. */
const NOBODY =
  /^(?:[?？.…\s_–—-]*|t\.?b\.?[dcа]\.?|to be (?:determined|decided|assigned|confirmed)|unassigned|unknown|nobody|no one|none|n\/?a|open|todo|x+|owner|name|未定|未割当|要アサイン|要設定|なし|未分配|待定|\[[^\]]*\]|<[^>]*>|\{[^}]*\}|@(?:handle|name|owner|user(?:name)?|todo|tbd)?)$/i;

/** Acronyms that begin an action and are no initials. Teams such as `SRE` and `QA` do own actions. */
const NO_INITIALS = new Set(
  "API CI CD DB DNS TLS SSL TTL CPU RAM GPU VM UI UX PR PRS RFC ADR IAM AWS GCP K8S SQL PII SLO SLA SLI TODO TBD NB PS ETA FYI EKS EC2 RDS S3 OOM URL AB IP HTTP HA LB DR NEW ALL NOT AND FOR WIP".split(
    " ",
  ),
);

const HANDLE = /(?<![\w`/.@])@([a-z\d](?:[\w-]{0,38})(?:\/[a-z\d][\w-]*)?)(?![\w/.@]*[/@])/i;
const LABELLED =
  /(?:^|[\s([{（「、*_|,;.–—-])(?:owners?|assignees?|assigned to|responsible|dri|who|担当者?|负责人)[*_]*\s*[:：=][*_\s]*([^\s)\]},;|、。][^)\]},;|、。\n]{0,60})/i;
const INITIALS = /^[\W\d]*([A-Z]{2,3}(?:\s*[/,&+]\s*[A-Z]{2,3})*)\s?[:–—]\s/;
const TRAILING = /[([（]([^()[\]（）]{2,40})[)\]）]\s*[.。]?\s*$/;
const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:\p{Lu}[\p{L}'’.-]*|van|von|de|der|da)){0,2}$/u;

/** Words that make a capitalised phrase a heading of actions or a note on one, not a name. */
const NOT_A_NAME =
  /\b(?:short|medium|mid|long|term|immediate|immediately|prevent\w*|detect\w*|mitigat\w*|process\w*|technical|documentation|docs?|improve\w*|complete\w*|done|todo|future|next|actions?|items?|follow|steps?|monitor\w*|alert\w*|test\w*|staging|production|deploy\w*|security|database|backend|frontend|infrastructure|priority|high|low|critical|optional|planned|progress|ongoing|pending|status|note|notes|in|to|do|the|and|for|with|issue|ticket|created|see|fix\w*|code|review\w*|communicat\w*|tooling|automation|tasks?|specific|list|general|other|others|internal|external|open|closed|blocked|p[0-5]|cause|response|training|recovery|validation|added|implemented|wip|new|merged|\w+(?:tion|ment|ness|ity|ing|ture|ance|ence)|optimi\w+|today|week|month|quarter|add|update|create|remove|use|set|run|enable|disable|migrate|upgrade|define|ensure|configure|verify|check|write|build|move|replace|feature|health|dashboard|type|data|system|service|services|server|cluster|network|users?|customers?|metrics|logging|logs|errors?|performance|reliability|resilience|quality|schema|storage|cache|queue|config\w*|pipeline|release|incident|kubernetes|terraform|grafana|prometheus|jenkins|github|gitlab|slack|docker|redis|postgres\w*|kafka|linux|q[1-4]|jan\w*|feb\w*|mar|march|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|monday|tuesday|wednesday|thursday|friday)\b/i;

/** "Platform will update the accounts": who will do it stands in front. */
const WILL =
  /^(\p{Lu}[\p{L}\d&/-]+(?: [Tt]eam)?|[Tt]he [\p{L}\d&/-]+ team) (?:will(?! (?:be|not|have|need|get)\b)|has (?:placed|put|added|scheduled|planned))\b/u;
const NO_ACTOR =
  /^(?:we|it|this|that|these|those|they|there|the|which|what|all|each|every|someone|somebody|everyone|i|you|now|next|our)$/i;

const TEAM = /^[\p{L}\d&/-]+(?: [\p{L}\d&/-]+){0,3} (?:team|squad|guild)$|チーム$/iu;

/** Whether a text of its own (a line above a list, brackets at the end) is the name of a person or a team. */
function isName(text: string): boolean {
  if (TEAM.test(text)) return text.length <= LONGEST_OWNER;
  // A capital inside a word is a product's: KubeSpawner.
  return (
    NAME.test(text) &&
    !/[a-z][A-Z]/.test(text) &&
    !NOT_A_NAME.test(text) &&
    !/^[A-Z]{2,}$/.test(text.replace(/[^A-Za-z]/g, ""))
  );
}

/** The owner that a cell or field states; undefined when it is empty or names nobody (`??`, `TBD`, `<name>`). */
export function ownerIn(field: string): string | undefined {
  const value = field.replace(/[*_`]/g, "").trim();
  return NOBODY.test(value) ? undefined : value;
}

/** The owner that an action's own text names: `@handle`, `Owner: …`, initials `AC:` in front, `(Name)` at the end. */
export function ownerOfText(text: string): string | undefined {
  const labelled = LABELLED.exec(text)?.[1];
  // "Owner: Media. Priority: high." names the owner in the first of two sentences.
  if (labelled !== undefined) return ownerIn(labelled.replace(/\.(?:\s.*)?$/, ""));
  const handle = HANDLE.exec(text);
  if (handle && ownerIn(handle[0]) !== undefined) return handle[0];
  const initials = INITIALS.exec(text)?.[1];
  if (initials !== undefined && !NO_INITIALS.has(initials)) return initials;
  const actor = WILL.exec(text)?.[1];
  if (actor !== undefined && !NO_ACTOR.test(actor) && !NOT_A_NAME.test(actor.replace(/ team$/i, ""))) return actor;
  // "(Dana Whitfield, due 2024-12-01)": the name is the first of several things.
  const trailing = TRAILING.exec(text)?.[1]
    ?.split(/,\s+(?=due\b|by\b|eta\b|p\d\b|\d|[A-Z]+-\d)/i)[0]
    ?.trim();
  return trailing !== undefined && isName(trailing) ? trailing : undefined;
}

/**
 * The owner that a line above a list names: `**Natalie**`, `@alice:`, `Owner: Alice`. A line that groups actions ("Short
 * term:", "Monitoring") names nobody.
 */
export function ownerOfLine(line: string): string | undefined {
  const plain = line
    .replace(/[*_#]/g, "")
    .replace(/[:：\s]+$/, "")
    .trim();
  if (/^@[\w/-]+$/.test(plain)) return ownerIn(plain);
  const labelled = LABELLED.exec(plain)?.[1];
  if (labelled !== undefined) return ownerIn(labelled);
  return plain.length <= LONGEST_OWNER && isName(plain) ? plain : undefined;
}
