import { RULES } from "../../src/core/rules/registry.ts";
import type { AnyRule } from "../../src/core/rules/rule.ts";
import type { Judgement } from "./judgements.mts";
import type { Hit, Measured } from "./measure.mts";
import { SAMPLE_SIZE } from "./sample.mts";
import { type Interval, wilson } from "./wilson.mts";

/** The share of right hits that a rule of a severity must reach. Informations and hints have no target. */
const TARGETS = { error: 0.98, warning: 0.9, information: undefined, hint: undefined, off: undefined } as const;
/** A rule that warns in more documents than this is wrong, whatever its precision. */
const MOST_WARNED = 1 / 3;

/** What is known of one rule. */
export interface RuleTally {
  readonly rule: AnyRule;
  readonly hits: readonly Hit[];
  readonly documents: number;
  /** Documents with a warning or an error of the rule, of those that the rule is for. */
  readonly warnedShare: number;
  /** Judgements of hits that still fire. */
  readonly judged: readonly Judgement[];
  /** Right hits that no longer fire: something that the rule once found is lost. */
  readonly lost: readonly Judgement[];
  /** Wrong hits that no longer fire: mended. */
  readonly mended: readonly Judgement[];
  readonly precision: Interval | undefined;
  /** How many judgements the sample still needs. */
  readonly unread: number;
  /** `too loud`: right, but it warns in more than a third of the documents that it is for. */
  readonly verdict: "meets" | "misses" | "unread" | "no hits" | "no target" | "too loud";
}

/** Sets hits against judgements, rule by rule, by code. Rules about other files than documents are left out. */
export function tallyRules(
  measured: readonly Measured[],
  judgements: ReadonlyMap<string, readonly Judgement[]>,
): readonly RuleTally[] {
  const hits = measured.flatMap((document) => document.hits);
  return RULES.filter(({ group }) => group !== "internal" && group !== "configuration").map((rule) =>
    tally(
      rule,
      hits.filter(({ code }) => code === rule.code),
      judgements.get(rule.code) ?? [],
      measured.filter(({ kind }) => rule.kinds.includes(kind)).length,
    ),
  );
}

function tally(rule: AnyRule, hits: readonly Hit[], judgements: readonly Judgement[], forKinds: number): RuleTally {
  const places = new Set(hits.map(({ file, line }) => `${file}:${line}`));
  const fires = ({ file, line }: Judgement): boolean => places.has(`${file}:${line}`);
  const judged = judgements.filter(fires);
  const silent = judgements.filter((judgement) => !fires(judgement));
  const loud = new Set(hits.filter(({ severity }) => isLoud(severity)).map(({ file }) => file));
  const warnedShare = rule.severity === "off" || forKinds === 0 ? 0 : loud.size / forKinds;
  const precision = wilson(judged.filter(({ right }) => right).length, judged.length);
  const unread = Math.max(0, Math.min(SAMPLE_SIZE, places.size) - judged.length);
  const verdict = verdictOf(rule, hits.length, unread, precision, warnedShare);
  return {
    rule,
    hits,
    documents: new Set(hits.map(({ file }) => file)).size,
    warnedShare,
    judged,
    lost: silent.filter(({ right }) => right),
    mended: silent.filter(({ right }) => !right),
    precision,
    unread,
    verdict,
  };
}

function isLoud(severity: Hit["severity"]): boolean {
  return severity === "warning" || severity === "error";
}

function verdictOf(
  rule: AnyRule,
  hits: number,
  unread: number,
  precision: Interval | undefined,
  warnedShare: number,
): RuleTally["verdict"] {
  if (hits === 0) return "no hits";
  if (precision === undefined || unread > 0) return "unread";
  const target = TARGETS[rule.severity];
  if (target !== undefined && precision.share < target) return "misses";
  if (warnedShare > MOST_WARNED) return "too loud";
  return target === undefined ? "no target" : "meets";
}
