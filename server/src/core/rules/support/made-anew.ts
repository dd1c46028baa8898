/**
 * Whether what a script drops at an offset it creates at once: `DROP TABLE IF EXISTS a; CREATE TABLE a …` sets something
 * up that may be set up already, and destroys nothing that anybody would miss.
 */
export function isMadeAnew(script: string, start: number): boolean {
  const [, kind, name] = /^[^;]*?\bdrop\s+(\w+)\s+if\s+exists\s+([^\s;'"`]+)/i.exec(script.slice(start)) ?? [];
  if (kind === undefined || name === undefined) return false;
  const created = script.slice(start).matchAll(/\bcreate\s+(\w+)\s+(?:if\s+not\s+exists\s+)?([^\s;'"`(]+)/gi);
  return [...created].some((one) => one[1]?.toLowerCase() === kind.toLowerCase() && one[2] === name);
}
