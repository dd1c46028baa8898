import { findAttribute } from "../../model/attributes.ts";
import type { Step } from "../../model/procedure.ts";
import type { Range } from "../../syntax/range.ts";

/** A step's name in another step's `needs` or `undo`. */
export interface StepReference {
  readonly key: "needs" | "undo";
  /** Without the age behind it: `backup` of `backup<5m`. */
  readonly name: string;
  /** The name in the document. */
  readonly range: Range;
}

/** What a step's fences say of other steps, in the order of the text; `undo=none` names no step. */
export function stepReferences(step: Step, text: string): readonly StepReference[] {
  return step.commands.flatMap(({ attributes }) =>
    (["needs", "undo"] as const).flatMap((key): StepReference[] => {
      const attribute = findAttribute(attributes, key);
      if (attribute === undefined || (key === "undo" && attribute.value === "none")) return [];
      const { start, end } = attribute.valueRange;
      const source = text.slice(start, end);
      return [...source.matchAll(/[^\s,"']+/g)].map((match) => {
        const name = key === "needs" ? match[0].replace(/<.*$/, "") : match[0];
        return { key, name, range: { start: start + match.index, end: start + match.index + name.length } };
      });
    }),
  );
}
