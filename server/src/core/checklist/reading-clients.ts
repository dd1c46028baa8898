import { readingArguments } from "./reading-arguments.ts";
import type { ShellCommand } from "./shell/shell-command.ts";
import { isReadOnlySql, sqlOf } from "./sql-commands.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const CURL = {
  flags: set(
    "-s -S -f -L -k -v -i -I -G -4 -6 -N -g --silent --show-error --fail --fail-with-body --location --insecure --verbose " +
      "--include --head --get --compressed --no-progress-meter --no-buffer --http1.1 --http2 --ipv4 --ipv6 --globoff",
  ),
  valueFlags: set(
    "-H --header -m --max-time --connect-timeout --retry --retry-delay --retry-max-time -u --user -A --user-agent -w " +
      "--write-out --resolve --cacert --cert --key -E -b --cookie -e --referer -o --output -X --request",
  ),
};

/** Whether a curl command only fetches and shows: GET, HEAD or OPTIONS over HTTP, no data, no file. */
export function isReadingCurl({ words }: ShellCommand): boolean {
  const addresses = readingArguments(words, CURL);
  if (addresses === undefined || words.some(({ splits }) => splits === true)) return false;
  const values = (flag: RegExp): string[] =>
    words.flatMap(({ value }, index) => {
      const attached = flag.exec(value);
      if (attached === null) return [];
      const rest = value.slice(attached[0].length).replace(/^=/, "");
      return [rest === "" ? (words[index + 1]?.value ?? "") : rest];
    });
  const short = "-[sSfLkviIG46Ng]*";
  return (
    values(new RegExp(`^(?:${short}X|--request)`)).every((value) => /^(?:GET|HEAD|OPTIONS)$/.test(value)) &&
    values(new RegExp(`^(?:${short}o|--output)`)).every((value) => value === "/dev/null" || value === "-") &&
    values(new RegExp(`^(?:${short}w|--write-out)`)).every((value) => !/%output|^[@$`]/.test(value)) &&
    addresses.every(({ value }) => /^https?:\/\//i.test(value) || /^[\w[][^:$`]*(?::\d.*)?$/.test(value))
  );
}

const PSQL = {
  flags: set("-t -A -x -q -X -w --tuples-only --no-align --expanded --no-psqlrc --quiet"),
  valueFlags: set("-c --command -h --host -U --username -d --dbname -p --port -P --pset"),
};
const MYSQL = {
  flags: set("-p -N -B -t -s --batch --table --skip-column-names --silent"),
  valueFlags: set("-e --execute -h --host -u --user -P --port -D --database -p --password"),
};
const CLIENTS = new Map([
  ["psql", PSQL],
  ["gitlab-psql", PSQL],
  ["mysql", MYSQL],
  ["mariadb", MYSQL],
]);

/** Whether a database client runs only statements that stand in its flags and surely read; false for unknown clients. */
export function isReadingClient(name: string, command: ShellCommand): boolean {
  const known = CLIENTS.get(name);
  const sql = sqlOf(command);
  if (known === undefined || sql === undefined || command.inputs.length > 0) return false;
  if (readingArguments(command.words, known) === undefined) return false;
  const certain = command.words.every(
    ({ splits, literal, value }) => splits !== true && (literal || !/\s/.test(value)),
  );
  // A backslash starts the client's own commands, which can run programs; only `\d` and the like alone are known.
  return (
    certain && (!sql.includes("\\") || /^\\(?:d[a-z]*\+?|l\+?|conninfo)(?: [\w.]+)?$/.test(sql)) && isReadOnlySql(sql)
  );
}
