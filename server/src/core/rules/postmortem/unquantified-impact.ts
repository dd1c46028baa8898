import { contains } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { shorten } from "../support/shorten.ts";

/** What needs no number: an impact that is denied, and what the mending brought. */
const NONE =
  /^\W*✅|^\W*(?:none|nothing|n\/a|nil|zero|no (?:[\w-]+ ){0,4}(?:impact|effect|data|users?|customers?|downtime|loss|outage|disruption)\b)|\b(?:no|not|without) (?:any )?(?:[\w-]+[ /-]){0,3}(?:impact|affected|impacted|downtime|noticed)\b|\bnot aware (?:of )?any\b|影響(?:は|を受けた\S{0,8}[:：は]\s*)?(?:一切)?(?:ない|なし|無し)|(?:无|没有)影响/i;
/** "All users" is a number: 100 %. */
const ALL =
  /\b(?:all|every|100 ?%|the entire|entire)\b(?:\s+[\w'-]+){0,4}\s+(?:users?|customers?|clients?|members?|requests?|traffic|tenants?|workspaces?|services?|apps?|applications?|site|cluster|nodes?|pods?|deployments?|environments?)\b|全(?:ユーザ|員|件|て|利用者|部)|すべて|所有用户|\b(?:complete|full|total) (?:outage|loss|unavailability)\b/i;

/** The same in the other languages that documents are read in: "keine Auswirkung", "personne", "sin impacto", "ninguém". */
const NONE_ELSEWHERE =
  /(?<!\p{L})(?:keine?[nrms]?|niemand(?:en|em)?|ohne (?:Auswirkung|Ausfall|Datenverlust)\w*|aucune?|personne n|sans (?:impact|perte|interruption)|ning[uú]n[ao]?|nadie|sin (?:impacto|p[ée]rdida|interrupci[oó]n)|nenhuma?|ningu[ée]m|sem (?:impacto|perda|interrup[cç][aã]o))(?!\p{L})/iu;
const ALL_ELSEWHERE =
  /(?<!\p{L})(?:alle[nr]?|sämtliche[nr]?|tou(?:s|tes) les|todos? (?:los|os)|todas? (?:las|as))\s+(?:\p{L}+\s+)?(?:Nutzer|Benutzer|Kund|Anfrage|Dienst|utilisa|client|requête|service|usuari|usuári|solicitud|servi[cç]|requisiç|pedido)\p{L}*/iu;
const NEEDS_NO_NUMBER: readonly RegExp[] = [NONE, ALL, NONE_ELSEWHERE, ALL_ELSEWHERE];

/** PM030. */
export const unquantifiedImpact = defineRule({
  docs: {
    what: 'Reports an impact section without a single number that measures something. Dates, clock times and versions measure nothing; a duration, a share, a count does. "All users" is a number too, and an impact that is denied ("No customer impact") needs none.',
    why: '"Some users" is 3 or 300,000. Without a number nobody can tell whether the answer was in proportion, compare two incidents, or see whether the actions helped.',
    references: ["https://response.pagerduty.com/after/post_mortem_template/"],
    examples: [
      {
        title: "How many, and for how long?",
        bad: `# Messages delayed on 2025-01-31

## Impact

Many users saw significant delays.
`,
      },
      {
        title: "Rough numbers are numbers",
        good: `# Messages delayed on 2025-01-31

## Impact

About 1,200 of 40,000 users (3 %) saw messages up to 40 minutes late; none was lost.
`,
      },
    ],
  },
  code: "PM030",
  name: "unquantified-impact",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "none",
  *check({ document }) {
    const { impact } = document;
    if (impact.length === 0 || impact.some(({ quantified, text }) => quantified || needsNoNumber(text))) return;
    const [section] = document.outline.byId("impact");
    const [first] = impact;
    if (section === undefined || first === undefined) return;
    if (!impact.every(({ range }) => document.outline.byId("impact").some(({ body }) => contains(body, range)))) return;
    yield {
      range: section.heading,
      message: `The impact has no number (it begins "${shorten(first.text)}"). Say how many were affected, what share of requests failed, and for how long.`,
    };
  },
});

function needsNoNumber(text: string): boolean {
  return NEEDS_NO_NUMBER.some((pattern) => pattern.test(text));
}
