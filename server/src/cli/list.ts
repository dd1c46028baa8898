import type { Command } from "commander";
import { URI } from "vscode-uri";
import { isoMinutes } from "../core/facts/format-minutes.ts";
import { type IncidentTimes, incidentTimes } from "../core/facts/incident-times.ts";
import type { Moment } from "../core/facts/moment.ts";
import { PHASES } from "../core/facts/phases.ts";
import type { IncidentDocument } from "../core/model/document.ts";
import { displayPath } from "./display-path.ts";
import { EXIT } from "./exit-codes.ts";
import { collectFiles } from "./files/collect-files.ts";
import { readTextFile } from "./files/read-text.ts";
import { count } from "./formats/text-summary.ts";
import { visibleText } from "./formats/visible-text.ts";
import type { CliIo } from "./io.ts";
import { openChecker } from "./open-checker.ts";

/** A document in the list. */
interface Listed {
  readonly path: string;
  readonly kind: string;
  /** What told the kind. */
  readonly evidence: string;
  readonly isTemplate: boolean;
  readonly title: string;
  /** Of postmortems: what their times say; what the document does not tell is left out. */
  readonly times?: ListedTimes;
}

/** Computed times of a postmortem, for programs. */
interface ListedTimes {
  readonly [phase: string]: ListedMoment | ListedDuration;
}

/** When something happened, and where it says so. */
interface ListedMoment {
  /** Wall clock: `2025-01-31T14:02`, without a date where none is known. */
  readonly at: string;
  readonly zone?: string;
  readonly source: "field" | "timeline";
  /** Counts from 1. */
  readonly line: number;
}

/** How long something took. */
interface ListedDuration {
  /** ISO 8601: `PT1H5M`. */
  readonly duration: string;
  readonly minutes: number;
}

const MAX_FILE_BYTES = 5_000_000;

/** Adds `list`: which files are runbooks and postmortems, and what tells so. */
export function registerList(program: Command, io: CliIo): void {
  program
    .command("list")
    .description("List runbooks and postmortems, and what tells that they are")
    .argument("[paths...]", "files, folders or globs (default: this folder)")
    .option("--all", "other Markdown files too")
    .option("--json", "for programs")
    .action(async (paths: string[], { all, json }: { all?: boolean; json?: boolean }) => {
      const checker = await openChecker(undefined, io.cwd);
      const { files, problems } = await collectFiles(paths.length === 0 ? ["."] : paths, io.cwd);
      const unreadable = [...problems];
      const listed: Listed[] = [];
      for (const file of files) {
        const path = displayPath(file, io.cwd);
        const read = await readTextFile(file, MAX_FILE_BYTES);
        if ("problem" in read) {
          unreadable.push({ path, message: read.problem });
          continue;
        }
        const { document } = await checker.check(URI.file(file).toString(), read.text);
        if (document !== undefined && (all === true || document.kind !== "other"))
          listed.push(toListed(path, document));
      }
      io.stdout(json === true ? `${JSON.stringify({ version: 1, documents: listed }, undefined, 2)}\n` : table(listed));
      if (listed.length === 0 && json !== true) {
        const hint = all === true ? "" : " `--all` lists every Markdown file.";
        io.stderr(`runbook: no runbook or postmortem found in ${count(files.length, "Markdown file")}.${hint}\n`);
      }
      for (const { path, message } of unreadable) io.stderr(`runbook: ${visibleText(path)}: ${message}\n`);
      io.setExitCode(unreadable.length > 0 ? EXIT.usage : EXIT.clean);
    });
}

function toListed(path: string, document: IncidentDocument): Listed {
  const { kind, evidence, isTemplate } = document.detected;
  const declared = document.frontMatter?.data["title"];
  const title = typeof declared === "string" ? declared : (document.outline.title?.title ?? "");
  const times =
    document.kind === "postmortem" && !isTemplate ? listTimes(document, incidentTimes(document)) : undefined;
  return { path, kind, evidence, isTemplate, title, ...(times === undefined ? {} : { times }) };
}

function listTimes(document: IncidentDocument, times: IncidentTimes): ListedTimes | undefined {
  const lines = document.syntax.lines;
  const moments = PHASES.flatMap((phase): [string, ListedMoment][] => {
    const moment = times[phase];
    if (moment === undefined) return [];
    const zone = moment.zone === undefined ? {} : { zone: moment.zone };
    return [
      [phase, { at: wallClock(moment), ...zone, source: moment.source, line: lines.lineAt(moment.range.start) + 1 }],
    ];
  });
  const durations = (["timeToDetect", "timeToAcknowledge", "timeToMitigate", "timeToRestore"] as const).flatMap(
    (name): [string, ListedDuration][] => {
      const minutes = times[name];
      return minutes === undefined ? [] : [[name, listedDuration(minutes)]];
    },
  );
  const span = times.timeline;
  const whole: [string, ListedDuration][] = span === undefined ? [] : [["timeline", listedDuration(span.minutes)]];
  const all = [...moments, ...durations, ...whole];
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

/** Minutes with two decimals: seconds are told by the ISO form. */
function listedDuration(minutes: number): ListedDuration {
  return { duration: isoMinutes(minutes), minutes: Math.round(minutes * 100) / 100 };
}

function wallClock({ date, minutes }: Moment): string {
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const clock = `${pad((minutes % 1440) / 60)}:${pad(minutes % 60)}`;
  return date === undefined ? clock : `${date}T${clock}`;
}

function table(listed: readonly Listed[]): string {
  const rows = listed.map(({ path, kind, evidence, isTemplate, title }) => [
    isTemplate ? `${kind} template` : kind,
    visibleText(path),
    evidence === "none" ? "" : `by ${evidence}`,
    visibleText(title),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd())
    .map((line) => `${line}\n`)
    .join("");
}
