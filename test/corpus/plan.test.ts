import { beforeAll, describe, expect, it } from "vitest";
import { createPlan } from "../../server/src/core/checklist/create-plan.ts";
import { placeholdersInScript } from "../../server/src/core/checklist/placeholders.ts";
import type { RunbookDocument } from "../../server/src/core/model/document.ts";
import type { Step } from "../../server/src/core/model/procedure.ts";
import { readDocument } from "../../server/src/core/model/read-document.ts";
import { corpusFiles, hasCorpus, WITHOUT_CORPUS } from "../support/corpus.ts";

function runbooks(): RunbookDocument[] {
  return ["other", "postmortems", "runbooks", "templates"].flatMap(corpusFiles).flatMap(({ file, text }) => {
    const document = readDocument({ text, path: file });
    return document.kind === "runbook" ? [document] : [];
  });
}

function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...allSteps(step.children)]);
}

const count = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values.toSorted()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

describe.skipIf(!hasCorpus)(`plans of real runbooks${WITHOUT_CORPUS}`, () => {
  const documents: RunbookDocument[] = [];
  beforeAll(() => {
    documents.push(...runbooks());
  });

  it("are made without an error; the counts are reviewed by eye when they change", () => {
    const plans = documents.map((document) => createPlan(document, { platform: "linux" }));
    const steps = documents.flatMap(({ procedures }) => procedures.flatMap((procedure) => allSteps(procedure.steps)));
    const commands = plans.flatMap((plan) => plan.steps.flatMap((step) => step.commands));
    expect({
      runbooks: documents.length,
      profiles: count(documents.map(({ profile }) => profile)),
      withSteps: plans.filter((plan) => plan.steps.length > 0).length,
      withCommands: plans.filter((plan) => plan.steps.some((step) => step.commands.length > 0)).length,
      steps: count(steps.map(({ origin }) => origin)),
      roles: count(plans.flatMap((plan) => plan.steps.map(({ role }) => role))),
      adopted: steps.filter((step) => step.commands.some(({ adopted }) => adopted)).length,
      commands: count(commands.map(({ language }) => language)),
      effects: count(commands.map(({ effect }) => effect)),
      dangers: count(commands.flatMap(({ danger }) => danger ?? [])),
      inputs: count(plans.flatMap((plan) => plan.inputs.map(({ origin }) => origin))),
      problems: count(plans.flatMap((plan) => plan.problems.map(({ message }) => kindOfProblem(message)))),
    }).toMatchSnapshot();
  });

  it("keep ids unique, ranges inside the document, and no placeholder in a script that may run", () => {
    for (const document of documents) {
      const plan = createPlan(document, { platform: "linux" });
      expect(new Set(plan.steps.map(({ id }) => id)).size).toBe(plan.steps.length);
      const stopped = new Set(plan.problems.map(({ stepId }) => stepId));
      for (const { range } of plan.problems) expect(range.end).toBeLessThanOrEqual(document.syntax.text.length);
      for (const step of plan.steps.filter(({ id }) => !stopped.has(id))) {
        for (const { script, language } of step.commands) expect(placeholdersInScript(script, language)).toEqual([]);
      }
    }
  });
});

/** The message without what differs from document to document. */
function kindOfProblem(message: string): string {
  return message
    .replace(/^.*? can't be filled in here: (.*?)\. To mend.*$/, "placeholder: $1")
    .replace(/U\+[0-9A-F]+/, "U+…")
    .replace(/^`.*?` opens a session/, "A command opens a session")
    .slice(0, 90);
}
