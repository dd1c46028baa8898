import type { DestructiveTier } from "../schema/destructive-commands.ts";
import { commandName, type ShellCommand } from "./shell/shell-command.ts";

/** Flags of database clients that take a statement. */
const CLIENT_FLAGS: ReadonlyMap<string, readonly string[]> = new Map([
  ["psql", ["-c", "--command"]],
  ["gitlab-psql", ["-c", "--command"]],
  ["mysql", ["-e", "--execute"]],
  ["mariadb", ["-e", "--execute"]],
  ["clickhouse-client", ["-q", "--query"]],
  ["cockroach", ["-e", "--execute"]],
  ["cqlsh", ["-e", "--execute"]],
  ["sqlcmd", ["-Q", "-q"]],
  ["sqlite3", []],
  ["trino", ["--execute"]],
  ["mongo", ["--eval"]],
  ["mongosh", ["--eval"]],
]);

/** The SQL (or mongo script) that a database client is given, by flag, argument or standard input; undefined for others. */
export function sqlOf(command: ShellCommand): string | undefined {
  const flags = CLIENT_FLAGS.get(commandName(command));
  if (flags === undefined) return undefined;
  const parts: string[] = [...command.inputs];
  for (const [index, { value }] of command.words.entries()) {
    const flag = flags.find((name) => value === name || value.startsWith(`${name}=`) || isAttached(value, name));
    if (flag === undefined) continue;
    if (value === flag) parts.push(command.words[index + 1]?.value ?? "");
    else parts.push(value.slice(flag.length).replace(/^=/, ""));
  }
  if (commandName(command) === "sqlite3")
    parts.push(
      command.words
        .slice(2)
        .map((word) => word.value)
        .join(" "),
    );
  return parts.length > 0 ? parts.join(";\n") : undefined;
}

function isAttached(value: string, flag: string): boolean {
  return /^-[A-Za-z]$/.test(flag) && value.startsWith(flag) && value.length > 2;
}

/** Finds what SQL statements destroy, by simple tokens: comments and texts in quotes are taken out first. */
export function sqlDangers(sql: string): { readonly name: string; readonly tier: DestructiveTier }[] {
  return statements(sql).flatMap((statement) => statementDanger(statement) ?? []);
}

/** The words of each statement in upper case, quoted texts emptied. */
function statements(sql: string): string[] {
  return sql
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, " ")
    .replace(/'(?:[^']|'')*'/g, "''")
    .split(";")
    .map((statement) => statement.replace(/\s+/g, " ").trim().toUpperCase())
    .filter((statement) => statement !== "");
}

function statementDanger(statement: string): { name: string; tier: DestructiveTier } | undefined {
  const drop = /^DROP (\w+)/.exec(statement)?.[1];
  if (drop !== undefined) {
    const tier = /^(?:INDEX|VIEW|FUNCTION|PROCEDURE|TRIGGER|RULE|POLICY)$/.test(drop) ? "availability" : "data";
    return { name: `DROP ${drop}`, tier };
  }
  if (/^TRUNCATE\b/.test(statement)) return { name: "TRUNCATE", tier: "data" };
  if (/^ALTER TABLE\b.*\bDROP (?:COLUMN|PARTITION)\b/.test(statement))
    return { name: "ALTER TABLE … DROP", tier: "data" };
  if (/^(?:WITH\b.*\b|EXPLAIN ANALYZE )?DELETE FROM\b/.test(statement) && !/\bWHERE\b/.test(statement)) {
    return { name: "DELETE without WHERE", tier: "data" };
  }
  if (/^UPDATE\b.*\bSET\b/.test(statement) && !/\bWHERE\b/.test(statement)) {
    return { name: "UPDATE without WHERE", tier: "data" };
  }
  if (/\b(?:DROPDATABASE|DROP|DROPINDEXES|REMOVE|DELETEMANY)\((?:\{\s*\})?\)/.test(statement)) {
    return { name: "drop of a collection", tier: "data" };
  }
  if (/\bPG_TERMINATE_BACKEND\b/.test(statement) || /^KILL\b/.test(statement)) {
    return { name: "pg_terminate_backend", tier: "availability" };
  }
  return undefined;
}

/** Functions of PostgreSQL and MySQL that only compute or report. */
const READING_FUNCTION =
  /^(?:COUNT|SUM|MIN|MAX|AVG|NOW|AGE|ROUND|COALESCE|EXTRACT|DATE_TRUNC|TO_CHAR|TO_TIMESTAMP|LOWER|UPPER|LENGTH|SUBSTR|SUBSTRING|CONCAT|CAST|ABS|GREATEST|LEAST|NULLIF|ARRAY_AGG|STRING_AGG|ROW_NUMBER|RANK|VERSION|CURRENT_SETTING|CURRENT_DATABASE|INET_SERVER_ADDR|PG_SIZE_PRETTY|PG_\w*_SIZE|PG_IS_IN_RECOVERY|PG_LAST_\w+|PG_CURRENT_WAL_LSN|PG_WAL_LSN_DIFF|PG_BLOCKING_PIDS|PG_POSTMASTER_START_TIME|IN|AND|OR|NOT|VALUES|INTERVAL|FROM|SELECT|WHERE|BY|ON|AS|USING|EXISTS|ANY|ALL|FILTER|OVER|WHEN|THEN|ELSE|CASE)$/;

/** Whether SQL surely only reads: every statement is a SELECT, SHOW, EXPLAIN or `\d`, and calls nothing unknown. */
export function isReadOnlySql(sql: string): boolean {
  const all = statements(sql);
  return all.length > 0 && all.every(isReadOnlyStatement);
}

function isReadOnlyStatement(statement: string): boolean {
  if (/^\\(?:D[\w+*]*|L\+?|CONNINFO|X|TIMING|Q|PSET)\b/.test(statement)) return true;
  if (!/^(?:SELECT|SHOW|EXPLAIN|DESCRIBE|DESC|USE|TABLE)\b/.test(statement)) return false;
  if (/\b(?:INTO|FOR UPDATE|FOR SHARE|ANALYZE|DELETE|INSERT|UPDATE|DROP|ALTER)\b/.test(statement)) return false;
  return [...statement.matchAll(/([A-Z_][\w.]*)\s*\(/g)].every((match) => READING_FUNCTION.test(match[1] ?? ""));
}
