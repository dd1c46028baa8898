import type { PostmortemDocument } from "../../model/document.ts";
import type { Section } from "../../model/outline.ts";
import type { ImpactStatement } from "../../model/postmortem.ts";

/** What the impact section of a document says, where there is something to judge. */
export interface ImpactText {
  readonly section: Section;
  readonly statements: readonly ImpactStatement[];
  /** What the title, the impact and the summary say: the impact as statements without markup and as its source. */
  readonly said: string;
}

/** An impact that is denied, still to be written, or that of the mending. */
const NOTHING =
  /\bnot aware (?:of )?any\b|^\W*✅|^\W*(?:none|nothing|n\/a|nil|no (?:[\w-]+ ){0,4}(?:impact|effect|users?|customers?|downtime|outage|disruption)\b|not aware|t\.?b\.?[dca]\b|todo\b|unknown\b|see\b)|影響(?:は)?(?:一切)?(?:ない|なし|無し)/i;

/** The impact with the summary beside it; undefined without an impact section, or where it says that there was none. */
export function impactText(document: PostmortemDocument): ImpactText | undefined {
  const [section] = document.outline.byId("impact");
  const statements = document.impact;
  const [first] = statements;
  if (section === undefined || first === undefined || NOTHING.test(first.text)) return undefined;
  const { text } = document.syntax;
  const summaries = document.outline.byId("summary").map(({ body }) => text.slice(body.start, body.end));
  const title = document.outline.title?.title ?? "";
  const source = text.slice(section.body.start, section.body.end);
  const said = [title, ...statements.map((each) => each.text), source, ...summaries].join("\n");
  return { section, statements, said };
}
