import type * as z from "zod";
import type { IncidentDocument } from "../model/document.ts";
import type { DocumentKind } from "../model/document-kind.ts";
import type { Severity } from "../schema/severity.ts";
import type { Range } from "../syntax/range.ts";

export type { Severity } from "../schema/severity.ts";

/** `safe` fixes keep the meaning and may be applied unseen (`--fix`, fix on save); `unsafe` ones want a look. */
export type FixSafety = "safe" | "unsafe";

/** Replaces `range` by `newText`; an insertion has an empty range. Fixes never serialise Markdown anew. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A way to mend a finding. */
export interface Fix {
  /** An imperative that says what happens: "Sort the timeline". */
  readonly title: string;
  readonly safety: FixSafety;
  /** Minimal, not overlapping, for exactly the text that was checked. */
  readonly edits: readonly TextEdit[];
}

/** What a rule found: the runner makes a `Finding` of it. */
export interface Problem {
  readonly range: Range;
  /** What is wrong in this document, with its values: "Timeline goes back in time: 14:02 after 14:10". */
  readonly message: string;
  /** Only where one rule has cases of different weight; the configuration's severity wins over both. */
  readonly severity?: Severity;
  /** Other places of the same cause: never findings of their own. */
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
  readonly fixes?: readonly Fix[];
}

/** A finding as every door shows it. */
export interface Finding {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  readonly fixes: readonly Fix[];
  /** Address of the rule's page. */
  readonly url: string;
  /** Whether the text at the range is a secret: no door shows it again. */
  readonly isSensitive: boolean;
}

/** What the doors know about the world around a document. Anything unknown is left out, and no rule then speaks of it. */
export interface Surroundings {
  /** Whether the target of a relative link exists, by the target as written (fragment cut off); undefined when not known. */
  readonly exists: (target: string) => boolean | undefined;
  /** Today, ISO `YYYY-MM-DD`. */
  readonly today: string;
  /** Whom CODEOWNERS names for this document; undefined when it is not asked or there is none. */
  readonly codeowners?: readonly string[] | undefined;
  /** What records of runs tell of this runbook's steps; undefined where no records are read. */
  readonly runs?: RunFacts | undefined;
}

/** When the steps of a runbook last succeeded, from the records of its runs. */
export interface RunFacts {
  /** A step may occur more than once. */
  readonly steps: readonly {
    readonly id: string;
    /** The step's hash in the plan that was run, on whatever platform; undefined where the record has none. */
    readonly hash: string | undefined;
    /** The day of the success, ISO `YYYY-MM-DD`. */
    readonly date: string;
  }[];
}

/** What a rule's check is given. */
interface RuleContext<Document extends IncidentDocument, Options> {
  readonly document: Document;
  readonly options: Options;
  readonly surroundings: Surroundings;
  /** The zone that the configuration gives to timelines that state none; undefined when it gives none. */
  readonly timeZone: string | undefined;
  /** Who can own a document or an action by the configuration, with those of CODEOWNERS where
   * it is read; undefined: whoever is named. */
  readonly owners: readonly string[] | undefined;
}

/** A document in a rule's docs. Each is executed by a test. Its kind is that of the first of the rule's `kinds`. */
export interface RuleExample {
  readonly title: string;
  /** Whole document with at least one finding of this rule. */
  readonly bad?: string;
  /** Whole document without a finding of this rule. */
  readonly good?: string;
  /** What `bad` becomes by the first fix of each finding of this rule. */
  readonly fixed?: string;
  /** Path of the document where the name matters, as that of an alert's runbook. */
  readonly path?: string;
  /** Targets of relative links that exist in this example; all others do not. */
  readonly files?: readonly string[];
  /** What records of runs tell in this example. */
  readonly runs?: RunFacts;
}

/** Groups can be switched as a whole. */
export type RuleGroup = "document" | "postmortem" | "runbook" | "step" | "configuration" | "suppression" | "internal";

/** The documents of the kinds a rule is for. */
type DocumentOfKind<Kind extends DocumentKind> = Extract<IncidentDocument, { readonly kind: Kind }>;

/** A rule: one constant, one file. Reads top to bottom: docs, metadata, check. */
export interface Rule<Kind extends "runbook" | "postmortem" = "runbook" | "postmortem", Options = unknown> {
  /** What `explain` and the rule's page say. */
  readonly docs: {
    /** "Reports …": what it does. */
    readonly what: string;
    /** Why that is bad for people. */
    readonly why: string;
    readonly examples: readonly RuleExample[];
    readonly references?: readonly string[];
  };
  /** Stable, never reused: `PM014`. */
  readonly code: string;
  /** States the problem in kebab case: `timeline-goes-back`. */
  readonly name: string;
  readonly group: RuleGroup;
  readonly kinds: readonly Kind[];
  readonly status: "preview" | "stable" | "deprecated";
  /** Version of the product that brought it. */
  readonly since: string;
  readonly severity: Severity | "off";
  /** True when findings stand on secrets, which no door may show again. */
  readonly isSensitive?: boolean;
  /** The best fix it may offer. */
  readonly fix: FixSafety | "none";
  /** Strict object; each option has a default, so that `parse({})` gives the defaults. */
  readonly options?: z.ZodType<Options>;
  /** Pure; for any document. One problem a cause. */
  check(context: RuleContext<DocumentOfKind<Kind>, Options>): Iterable<Problem>;
}

/** A rule of any kind and options, as the registry holds it. The runner gives it documents of its own `kinds` only. */
export interface AnyRule extends Omit<Rule, "check"> {
  check(context: RuleContext<DocumentOfKind<"runbook" | "postmortem">, unknown>): Iterable<Problem>;
}

/** Checks a rule's types where it is written, and gives it back as it is. */
export function defineRule<Kind extends "runbook" | "postmortem", Options = Record<string, never>>(
  rule: Rule<Kind, Options>,
): Rule<Kind, Options> {
  return rule;
}
