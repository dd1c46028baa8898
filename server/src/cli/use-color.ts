/**
 * Whether to colour what goes to standard output: `--color` and `--no-color` win, then `NO_COLOR` (any text), then
 * `FORCE_COLOR` (any text but `0` and `false`), then whether it is a terminal that can show colours.
 */
export function useColor(
  flag: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
  isTTY: boolean,
): boolean {
  if (flag !== undefined) return flag;
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const force = env["FORCE_COLOR"];
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return isTTY && env["TERM"] !== "dumb";
}
