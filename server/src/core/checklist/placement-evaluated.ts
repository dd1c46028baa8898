import type { Range } from "../syntax/range.ts";
import { evaluatedValues } from "./evaluation/evaluated-values.ts";
import type { PlaceholderCandidate } from "./placeholder-candidates.ts";
import type { Placement } from "./placeholders.ts";

/** A script with its placeholders filled in. */
export interface FilledScript {
  readonly script: string;
  /** Where each placeholder's replacement stands in it; undefined for those that are not rewritten. */
  readonly places: readonly (Range | undefined)[];
}

/** Puts the replacements in; the placeholders are in the order of the text. */
export function fillIn(
  script: string,
  placeholders: readonly { readonly placement: Placement; readonly range: Range }[],
): FilledScript {
  let filled = "";
  let at = 0;
  const places = placeholders.map(({ placement, range }): Range | undefined => {
    if (placement.kind !== "rewrite") return undefined;
    filled += script.slice(at, placement.start ?? range.start);
    at = placement.end ?? range.end;
    const start = filled.length;
    filled += placement.replacement;
    return { start, end: filled.length };
  });
  return { script: filled + script.slice(at), places };
}

/**
 * Refuses the placeholders whose value would be read as code once the variables are in place: in `bash -c "echo <x>"`, and
 * in `N=<x>; echo $((N + 1))` too.
 */
export function refuseEvaluated(
  script: string,
  candidates: readonly PlaceholderCandidate[],
  placements: readonly Placement[],
): Placement[] {
  const given = candidates.flatMap((candidate, index) => {
    const placement = placements[index];
    return placement ? [{ ...candidate, placement }] : [];
  });
  const filled = fillIn(script, given);
  const names = given.flatMap(({ name, placement }) => (placement.kind === "rewrite" ? [name] : []));
  const evaluated = evaluatedValues(filled.script, new Map(names.map((name) => [name, name])));
  const judged = [...placements];
  for (const { root, range, reason, mend } of evaluated) {
    const own = given.flatMap(({ name }, index) => (name === root && filled.places[index] ? [index] : []));
    const inside = own.filter((index) => {
      const place = filled.places[index];
      return place && range.start <= place.start && place.end <= range.end;
    });
    // One that comes there through a variable is refused where it enters the script.
    for (const index of inside.length > 0 ? inside : own.slice(0, 1)) judged[index] = { kind: "refuse", reason, mend };
  }
  return judged;
}
