import { describe, expect, it } from "vitest";
import type { PostmortemDocument } from "../../server/src/core/model/document.ts";
import { readDocument } from "../../server/src/core/model/read-document.ts";
import { corpusFiles, hasCorpus, WITHOUT_CORPUS } from "../support/corpus.ts";

/**
 * What the model sees in real documents. The bounds are a little below what was measured: a change that loses events,
 * owners or sections of a whole house falls below them, one of a single document does not.
 */
describe.skipIf(!hasCorpus)(`the model of real documents${WITHOUT_CORPUS}`, () => {
  const documents = ["postmortems", "runbooks", "templates", "other"]
    .flatMap(corpusFiles)
    .map(({ file, path, text }) => ({ file, document: readDocument({ text, path }) }));
  const postmortems = documents.flatMap(({ file, document }) =>
    document.kind === "postmortem" && file.startsWith("postmortems/") ? [document] : [],
  );
  const share = (test: (document: PostmortemDocument) => boolean): number =>
    postmortems.filter(test).length / postmortems.length;

  it("every document is read without a problem of the parser", () => {
    expect(documents.filter(({ document }) => document.syntax.problems.length > 0).map(({ file }) => file)).toEqual([]);
  });

  it("most headings of the second level are canonical sections", () => {
    const headings = postmortems.flatMap(({ outline }) =>
      outline.sections.filter(
        (section) => section.origin === "heading" && section.depth === 2 && section !== outline.title,
      ),
    );
    expect(headings.filter((section) => section.id !== undefined).length / headings.length).toBeGreaterThan(0.9);
  });

  it("nearly every timeline has events, and nearly every event its place", () => {
    const timelines = postmortems.flatMap(({ timeline }) => timeline ?? []);
    const events = timelines.flatMap((timeline) => timeline.events);
    expect(timelines.filter((timeline) => timeline.events.length > 0).length / timelines.length).toBeGreaterThan(0.95);
    expect(events.filter((event) => event.order !== undefined).length / events.length).toBeGreaterThan(0.98);
    expect(new Set(events.map((event) => event.form))).toEqual(new Set(["table", "list", "line", "heading"]));
  });

  it("few timelines go back in time", () => {
    const backwards = postmortems.filter(({ timeline }) => {
      const last = new Map<number, number>();
      return timeline?.events.some(({ group, order }) => {
        const before = last.get(group);
        if (order !== undefined) last.set(group, order);
        return order !== undefined && before !== undefined && order < before;
      });
    });
    expect(backwards.length).toBeLessThanOrEqual(10);
  });

  it("dates, zones, actions and impact are found at their usual rates", () => {
    expect(
      share(({ metadata }) => metadata.some((field) => field.key === "date" || field.key === "started")),
    ).toBeGreaterThan(0.65);
    expect(share(({ timeline }) => (timeline?.zones.length ?? 0) > 0)).toBeGreaterThan(0.75);
    expect(share(({ actions }) => actions.length > 0)).toBeGreaterThan(0.75);
    expect(share(({ impact }) => impact.some((statement) => statement.quantified))).toBeGreaterThan(0.3);
  });

  it("texts of events are where their ranges say", () => {
    for (const { timeline, syntax } of postmortems) {
      for (const event of timeline?.events ?? []) {
        expect(syntax.text.slice(event.timeRange.start, event.timeRange.end)).toBe(event.timeText);
        expect(event.range.start <= event.timeRange.start && event.timeRange.end <= event.range.end).toBe(true);
      }
    }
  });
});
