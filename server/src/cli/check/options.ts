import type { Severity } from "../../core/rules/rule.ts";
import { UsageError } from "../usage-error.ts";
import { SEVERITIES } from "./report.ts";

/** Formats of a report. */
const FORMATS = ["text", "json"] as const;

/** One report to write. */
export interface Output {
  readonly format: (typeof FORMATS)[number];
  /** Path as written; undefined is standard output. */
  readonly file: string | undefined;
}

/** What `check` is asked to do, already understood. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly outputs: readonly Output[];
  readonly fix: boolean;
  readonly stdin: boolean;
  readonly stdinFilename: string;
  /** The least severity that makes the command fail. */
  readonly failOn: Severity | "never";
  readonly maxWarnings: number | undefined;
  /** Path of the one configuration to use; `none` for the defaults; undefined for the nearest of each file. */
  readonly configuration: string | undefined;
  readonly maxFileBytes: number;
  readonly quiet: boolean;
  readonly statistics: boolean;
}

/** Reads `NAME` or `NAME=FILE`. Throws a `UsageError` for a name that is none. */
export function parseOutput(value: string): Output {
  const equals = value.indexOf("=");
  const name = equals < 0 ? value : value.slice(0, equals);
  const file = equals < 0 ? undefined : value.slice(equals + 1);
  const format = FORMATS.find((known) => known === name);
  if (format === undefined) throw new UsageError(`There is no format "${name}". Known: ${FORMATS.join(", ")}.`);
  if (file === "") throw new UsageError(`--format ${value} names no file. Write --format ${name}=FILE.`);
  return { format, file };
}

/** Reads the value of `--fail-on`. */
export function parseFailOn(value: string): Severity | "never" {
  const known = [...SEVERITIES, "never"] as const;
  const found = known.find((name) => name === value);
  if (found === undefined) throw new UsageError(`--fail-on ${value}: write one of ${known.join(", ")}.`);
  return found;
}

/** Reads a whole number that is not negative. */
export function parseCount(value: string, option: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`${option} ${value}: write a whole number, such as 0 or 10.`);
  return Number(value);
}

const UNITS: Readonly<Record<string, number>> = { "": 1, k: 1000, kb: 1000, m: 1_000_000, mb: 1_000_000 };

/** Reads a size: `5000000`, `500kB`, `5MB`. */
export function parseSize(value: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(value.trim());
  const unit = UNITS[match?.[2]?.toLowerCase() ?? ""];
  if (match === null || unit === undefined) {
    throw new UsageError(`--max-file-size ${value}: write a number of bytes, or one with kB or MB, such as 5MB.`);
  }
  return Math.floor(Number(match[1]) * unit);
}

/** Refuses outputs that would be written over one another. */
export function refuseClashes(outputs: readonly Output[]): void {
  const places = outputs.map(({ file }) => file ?? "standard output");
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  if (twice !== undefined) {
    throw new UsageError(`Two formats go to ${twice}. Give all but one a file of its own: --format json=report.json.`);
  }
}
