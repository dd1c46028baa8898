import type { Root } from "mdast";
import type { Structure } from "../schema/structure.ts";
import type { FrontMatter } from "../syntax/front-matter.ts";
import { isRecord } from "../syntax/front-matter.ts";
import { plainText } from "../syntax/nodes.ts";
import { namesPostmortem, namesRunbook } from "./document-title.ts";
import { countCanonicalHeadings } from "./outline.ts";
import { readStepNumber } from "./step-heading.ts";
import { isRunnableId } from "./step-roles.ts";

/** What a Markdown file is to us. `other` gets no finding and no CodeLens. */
export type DocumentKind = "runbook" | "postmortem" | "other";

/** What told the kind: shown by `runbook list` and the "why is this checked?" hover. */
export type KindEvidence = "front matter" | "configuration" | "file name" | "folder" | "outline" | "none";

/** The answer of `detectKind`. */
export interface DetectedKind {
  readonly kind: DocumentKind;
  readonly evidence: KindEvidence;
  /** A template is parsed and completed, but its placeholders are no findings. */
  readonly isTemplate: boolean;
}

/** What the detection looks at. */
export interface KindInput {
  /** Path below the project's root with the root's own name in front, `/`-separated, as the door computed it. */
  readonly path: string;
  readonly frontMatter: FrontMatter | undefined;
  readonly root: Root;
  /** The kind that the configuration's `documents` globs give this path, when they do. */
  readonly configured: DocumentKind | undefined;
  /** The sections whose headings tell the kind where nothing else does. */
  readonly structure: Structure;
}

const MARKDOWN_FILE = /\.(?:md|markdown|mdx|qmd|md\.erb)$/i;
const RUNBOOK_NAME = /\.runbook\.(?:md|markdown)$/i;
const POSTMORTEM_NAME = /\.post-?mortem\.(?:md|markdown)$/i;
const RUNBOOK_FOLDERS = new Set(["runbook", "runbooks", "playbook", "playbooks", "alerts"]);
const POSTMORTEM_FOLDERS = new Set([
  ...["postmortem", "postmortems", "post-mortem", "post-mortems", "post_mortem", "post_mortems"],
  ...["incident", "incidents", "outage", "outages", "incident-reports", "incident-postmortems"],
]);
/** Three of these make a postmortem of a document whose title says that it is one. */
const CORE_OF_POSTMORTEM = [
  "summary",
  "impact",
  "timeline",
  "root-cause",
  "contributing",
  "restoration",
  "actions",
  "lessons",
];
/** Two of these make a runbook of a document whose title says that it is one. */
const CORE_OF_RUNBOOK = [
  "impact",
  "symptoms",
  "prerequisites",
  "diagnosis",
  "mitigation",
  "verification",
  "rollback",
  "escalation",
  "followup",
];
/** Files that talk about a folder, never ones of its documents. */
const NEVER_BY_FOLDER =
  /^(?:readme|contributing|changelog)[._-]|^(?:_?index|code_of_conduct|security|license|governance|maintainers|support|summary|toc|glossary|faq)\.(?:[a-z-]{2,5}\.)?[a-z]+$/i;
/** A whole repository of one kind says so at the end of its name: `incident-postmortems`, `gitlab-com-runbooks`. */
const RUNBOOK_ROOT = /[-_.](?:runbooks|playbooks)$/i;
const POSTMORTEM_ROOT = /[-_.](?:post-?mortems|outages)$/i;
/** `template.md`, `postmortem-template.md`, `template-incident-report.md`; not `template-sync-error.md`, a runbook of an alert. */
const TEMPLATE_NAME =
  /(?:^|[-_. ])templates?(?:\.[a-z.]+)?$|(?:incident|mortem|runbook|playbook|report)[-_. ]templates?[-_. ]|^templates?[-_. ](?:for[-_. ])?(?:incident|post-?_?mortem|runbook|playbook|rca|report|alert|review|retro|procedure|sop|outage)/i;

/**
 * Tells what a file is; the first that answers wins: front matter, configuration, file name, folder, outline.
 * A folder is overruled by nothing but what stands before it: a note in `runbooks/` is a runbook to be finished.
 */
export function detectKind({ path, frontMatter, root: tree, configured, structure }: KindInput): DetectedKind {
  const segments = path.split("/").filter((segment) => segment !== "" && segment !== ".");
  const name = segments.at(-1) ?? "";
  const isTemplate =
    TEMPLATE_NAME.test(name) || segments.slice(0, -1).some(isTemplateFolder) || declaredTemplate(frontMatter);
  const found = (kind: DocumentKind, evidence: KindEvidence): DetectedKind => ({ kind, evidence, isTemplate });

  const declared = declaredKind(frontMatter);
  if (declared !== undefined) return found(declared, "front matter");
  if (configured !== undefined) return found(configured, "configuration");
  if (RUNBOOK_NAME.test(name)) return found("runbook", "file name");
  if (POSTMORTEM_NAME.test(name)) return found("postmortem", "file name");
  if (name !== "" && !MARKDOWN_FILE.test(name)) return found("other", "none");
  if (NEVER_BY_FOLDER.test(name)) return found("other", "file name");
  // Records of runs: copies of a runbook's steps, written by us and by nobody else.
  if (segments.includes(".runbook")) return found("other", "folder");

  const titles = tree.children.flatMap((node) => (node.type === "heading" ? [plainText(node)] : []));
  const declaredTitle = frontMatter?.data.title;
  if (!isTemplate) {
    for (const folder of segments.slice(0, -1).reverse()) {
      const lower = folder.toLowerCase();
      if (POSTMORTEM_FOLDERS.has(lower)) return found("postmortem", "folder");
      if (RUNBOOK_FOLDERS.has(lower)) return found("runbook", "folder");
    }
    const root = segments.length > 1 ? (segments[0] ?? "") : "";
    if (POSTMORTEM_ROOT.test(root)) return found("postmortem", "folder");
    if (RUNBOOK_ROOT.test(root)) return found("runbook", "folder");
  }
  const names = [titles[0] ?? "", typeof declaredTitle === "string" ? declaredTitle : ""];
  const isPostmortem = names.some(namesPostmortem) && isNamedPostmortem(tree, titles, structure);
  const isRunbook = !isPostmortem && names.some(namesRunbook) && isNamedRunbook(titles, structure);
  const kind = isPostmortem ? "postmortem" : isRunbook ? "runbook" : kindOfOutline(titles, structure);
  return found(kind, kind === "other" ? "none" : "outline");
}

/**
 * A text *about* incidents has one or two canonical headings by chance, and many of its own: so at least four different
 * sections are asked for, among them one that only such a document has, and they must be the greater part.
 */
function kindOfOutline(titles: readonly string[], structure: Structure): DocumentKind {
  const postmortem = countCanonicalHeadings(titles, structure.postmortemSections);
  const has = (id: string): boolean => postmortem.ids.has(id);
  const told = has("timeline") && (has("root-cause") || has("restoration") || has("actions") || has("lessons"));
  // An analysis of an outage without a timeline: why, whom it hurt, how service came back.
  const telling = told || (has("root-cause") && has("impact") && has("restoration"));
  if (telling && postmortem.ids.size >= 4 && postmortem.ids.size * 2 >= postmortem.foreign) return "postmortem";

  const runbook = countCanonicalHeadings(titles, structure.runbookSections);
  const core = ["impact", "diagnosis", "mitigation", "verification", "rollback", "escalation", "symptoms"];
  const known = core.filter((id) => runbook.ids.has(id)).length;
  if (known >= 3 && runbook.ids.has("mitigation") && runbook.ids.size >= 4 && runbook.ids.size >= runbook.foreign) {
    return "runbook";
  }
  return "other";
}

/** What its title calls a postmortem is one with fewer sections, and with bold labels instead of headings. */
function isNamedPostmortem(tree: Root, titles: readonly string[], { postmortemSections }: Structure): boolean {
  const labels = tree.children.flatMap((node) => {
    if (node.type !== "paragraph" || node.children[0]?.type !== "strong") return [];
    const label = plainText(node.children[0]);
    return /[:：]\s*$/.test(label) || plainText(node).slice(label.length).startsWith(":") ? [label] : [];
  });
  const { ids } = countCanonicalHeadings([...titles.slice(1), ...labels], postmortemSections);
  return CORE_OF_POSTMORTEM.filter((id) => ids.has(id)).length >= 3;
}

/** What its title calls a runbook is one with two sections of a runbook, one of them with work, or with numbered steps. */
function isNamedRunbook(titles: readonly string[], { runbookSections }: Structure): boolean {
  const { ids } = countCanonicalHeadings(titles.slice(1), runbookSections);
  const known = CORE_OF_RUNBOOK.filter((id) => ids.has(id));
  const steps = titles.filter((title) => readStepNumber(title)?.marked === true).length;
  return steps >= 2 || (known.length >= 2 && known.some(isRunnableId));
}

function declaredKind(frontMatter: FrontMatter | undefined): DocumentKind | undefined {
  const kind = frontMatter?.data.kind ?? frontMatter?.data.type;
  if (typeof kind === "string") {
    const name = kind.toLowerCase();
    if (name === "runbook" || name === "playbook") return "runbook";
    if (name === "postmortem" || name === "post-mortem") return "postmortem";
    if (name === "none" && frontMatter?.data.kind !== undefined) return "other";
  }
  if (isRecord(frontMatter?.data.runbook)) return "runbook";
  if (isRecord(frontMatter?.data.postmortem)) return "postmortem";
  return undefined;
}

/** All files of a folder `templates` are forms to copy. */
function isTemplateFolder(folder: string): boolean {
  return /^\.?templates?$/i.test(folder);
}

function declaredTemplate(frontMatter: FrontMatter | undefined): boolean {
  return frontMatter?.data.template === true;
}
