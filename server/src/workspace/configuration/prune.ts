import type * as z from "zod";
import { isRecord } from "../../core/syntax/front-matter.ts";
import type { Path } from "./place.ts";

/**
 * Takes out of `data` (which is changed) what the schema refuses, says so, and gives what is left. Each turn takes out at
 * least one value; what is still refused after many gives an empty result, which every configuration schema takes.
 */
export function prune<Value extends object>(
  schema: z.ZodType<Value>,
  data: unknown,
  report: (issue: z.core.$ZodIssue, path: Path, key: string | undefined) => void,
): Value | Record<string, never> {
  const gone: Path[] = [];
  for (let turn = 0; turn < 100; turn++) {
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    const wrong: Path[] = [];
    for (const issue of result.error.issues.flatMap(innerIssues)) {
      const path = issue.path.filter((part) => typeof part !== "symbol");
      const keys = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
      for (const key of keys) {
        const place = key === undefined ? path : [...path, key];
        // What is wrong only because something in it was taken out has been told already.
        if (!gone.some((each) => place.every((part, index) => each[index] === part))) report(issue, path, key);
        wrong.push(place);
      }
    }
    // From the end, so that the indexes of list items that are still to be taken out stay right.
    gone.push(...wrong);
    for (const path of wrong.map((each) => whole(data, each)).reverse()) {
      if (path.length === 0) return {};
      remove(data, path);
    }
  }
  return {};
}

/** The value at a path of plain data; undefined where there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  let value: unknown = data;
  for (const part of path) {
    if (Array.isArray(value) && typeof part === "number") value = value[part];
    else value = isRecord(value) ? value[part] : undefined;
  }
  return value;
}

/** A missing key of a list's item cannot be taken out: the item goes. */
function whole(data: unknown, path: Path): Path {
  const holder = valueAt(data, path.slice(0, -1));
  const last = path.at(-1);
  return isRecord(holder) && last !== undefined && !(last in holder) ? path.slice(0, -1) : path;
}

/** A union's own message says nothing: where a branch got inside the value, what it has against it is told. */
function innerIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const inner =
    issue.errors.find((issues) => issues.some((one) => one.path.length > 0 || "keys" in one)) ??
    issue.errors.find((issues) => issues.some((one) => one.code === "custom"));
  return inner?.flatMap((one) => innerIssues({ ...one, path: [...issue.path, ...one.path] })) ?? [issue];
}

function remove(data: unknown, path: Path): void {
  const holder = valueAt(data, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(holder) && typeof last === "number") holder.splice(last, 1);
  else if (isRecord(holder) && last !== undefined) delete holder[last];
}
