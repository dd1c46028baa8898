// Measures the rules on real documents (RUNBOOK_CORPUS) against what people have said of their hits (test/precision).
//   npm run precision                      writes docs/precision.md
//   npm run precision -- --check           prints what misses its target, and exits with 1 when a rule does
//   npm run precision -- --sample CODE     prints a random sample of the rule's hits, to be judged (--seed, --size, --around)
//   npm run precision -- --missing         names the rules that have hits nobody has read
import { writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { hasCorpus } from "../../test/support/corpus.ts";
import { PRESETS } from "../src/core/schema/presets/presets.ts";
import { readJudgements } from "./precision/judgements.mts";
import { measure, measureByPreset, readCorpus } from "./precision/measure.mts";
import { precisionReport } from "./precision/report.mts";
import { inContext, SAMPLE_SIZE, sampleOf } from "./precision/sample.mts";
import { tallyRules } from "./precision/tally.mts";

const PAGE = path.join(import.meta.dirname, "../../docs/precision.md");

const { values } = parseArgs({
  options: {
    sample: { type: "string" },
    missing: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    all: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
    size: { type: "string", default: String(SAMPLE_SIZE) },
    around: { type: "string", default: "4" },
  },
});

if (!hasCorpus) {
  console.error("There are no real documents here: set RUNBOOK_CORPUS to a folder that holds them.");
  process.exit(2);
}
const corpus = readCorpus();
const measured = measure(corpus);
const judgements = readJudgements();
const tallies = tallyRules(measured, judgements);

if (values.sample !== undefined) printSample(values.sample.toUpperCase());
else if (values.missing) printMissing();
else if (values.check) printCheck();
else {
  const presets = PRESETS.slice(1).map((preset) => ({ name: preset.name, measured: measureByPreset(corpus, preset) }));
  writeFileSync(PAGE, precisionReport(tallies, [{ name: "default", measured }, ...presets], values.seed));
  printCheck();
}

/** Hits that were judged already are left out, unless `--all` asks for them. */
function printSample(code: string): void {
  const tally = tallies.find(({ rule }) => rule.code === code);
  if (tally === undefined) {
    console.error(`No rule about documents has the code ${code}.`);
    process.exitCode = 2;
    return;
  }
  const judged = new Set((judgements.get(code) ?? []).map(({ file, line }) => `${file}:${line}`));
  const sample = sampleOf(tally.hits, values.seed, Number(values.size));
  const unread = sample.filter(({ file, line }) => values.all || !judged.has(`${file}:${line}`));
  for (const hit of unread) {
    const text = measured.find(({ file }) => file === hit.file)?.text ?? "";
    console.log(inContext(hit, text, Number(values.around)));
  }
  console.log(`${sample.length} of ${tally.hits.length} hits drawn, ${unread.length} shown.`);
}

function printMissing(): void {
  const missing = tallies.filter(({ unread }) => unread > 0);
  for (const { rule, hits, unread } of missing) {
    console.log(`${rule.code} ${rule.name} (${rule.severity}): ${unread} to be read, ${hits.length} hits`);
  }
  console.log(`${missing.length} rules.`);
}

function printCheck(): void {
  const bad = tallies.filter(({ verdict }) => verdict === "misses" || verdict === "too loud");
  for (const { rule, judged, verdict, warnedShare } of bad) {
    const right = judged.filter((judgement) => judgement.right).length;
    const said =
      verdict === "misses"
        ? `${right} of ${judged.length} sampled hits are right`
        : `it warns in ${Math.round(warnedShare * 100)} % of the documents it is for`;
    console.log(`${rule.code} ${rule.name} (${rule.severity}): ${said}`);
  }
  const unread = tallies.filter((tally) => tally.unread > 0).length;
  console.log(`${tallies.length} rules, ${bad.length} miss their target, ${unread} have unread hits.`);
  if (values.check) process.exitCode = bad.length > 0 ? 1 : 0;
}
