import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..", "..");

/** Rooms from left to right; each may import itself and what is listed. Longest prefix wins. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  "server/src/core/syntax": [],
  "server/src/core/schema": ["server/src/core/syntax"],
  "server/src/core/model": ["server/src/core/syntax", "server/src/core/schema"],
  "server/src/core/checklist": ["server/src/core/syntax", "server/src/core/schema", "server/src/core/model"],
  "server/src/core/facts": ["server/src/core/syntax", "server/src/core/schema", "server/src/core/model"],
  "server/src/core/rules": [
    ...["server/src/core/syntax", "server/src/core/schema", "server/src/core/model"],
    ...["server/src/core/checklist", "server/src/core/facts"],
  ],
  "server/src/core/fixes": [
    ...["server/src/core/syntax", "server/src/core/schema", "server/src/core/model", "server/src/core/rules"],
  ],
  "server/src/workspace": ["server/src/core"],
  "server/src/service": ["server/src/core", "server/src/workspace"],
  "server/src/lsp": ["server/src/core", "server/src/workspace", "server/src/service"],
  "server/src/engine": ["server/src/core", "server/src/workspace"],
  "server/src/cli": ["server/src/core", "server/src/workspace", "server/src/engine", "server/src/main/stdio.ts"],
  "server/src/main": ["server/src"],
  "server/scripts": ["server/src"],
  "client/src": ["server/src/lsp/protocol.ts", "server/src/engine", "server/src/main/engine.ts", "server/src/core"],
};

/** Packages that need neither Node nor a browser. */
const PURE_PACKAGES =
  /^(?:zod|yaml|unbash|luxon|github-slugger|mdast|unist|mdast-util-[\w-]+|micromark-[\w-]+|@noble\/hashes\/[\w.]+)$/;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports = globSync(["server/src/**/*.ts", "server/scripts/*.mts", "client/src/**/*.ts"], { cwd: root })
  .filter((file) => !file.endsWith(".test.ts"))
  .flatMap((file) => readImports(file.split(path.sep).join("/")));

function readImports(from: string): Import[] {
  const source = readFileSync(path.join(root, from), "utf8");
  const statements = source.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return [...statements].map(([, type, target, dynamic]) => {
    const name = target ?? dynamic ?? "";
    const to = name.startsWith(".") ? path.posix.join(path.posix.dirname(from), name) : name;
    return { from, to, typeOnly: type !== undefined };
  });
}

function roomOf(file: string): string | undefined {
  return Object.keys(ROOMS)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

describe("the house", () => {
  it("has no import that points from left to right", () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!/^(?:server|client)\//.test(to)) return false;
      const room = roomOf(from);
      if (room === undefined) return true;
      return ![room, ...(ROOMS[room] ?? [])].some((allowed) => to === allowed || to.startsWith(`${allowed}/`));
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("keeps the core free of Node, VS Code and anything that is not pure", () => {
    const wrong = imports.filter(
      ({ from, to }) => from.startsWith("server/src/core/") && !to.startsWith("server/") && !PURE_PACKAGES.test(to),
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("keeps the checker, the service and the browser's way in free of Node", () => {
    const rooms = /^server\/src\/(?:workspace|service)\/(?!node-)|^server\/src\/main\/browser\.ts/;
    const wrong = imports.filter(({ from, to }) => rooms.test(from) && to.startsWith("node:"));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("lets only the client import vscode", () => {
    const wrong = imports.filter(({ from, to }) => to === "vscode" && !from.startsWith("client/"));
    expect(wrong.map(({ from }) => from)).toEqual([]);
  });

  it("starts processes nowhere but in the engine", () => {
    const wrong = imports.filter(
      ({ from, to }) => to === "node:child_process" && !from.startsWith("server/src/engine/"),
    );
    expect(wrong.map(({ from }) => from)).toEqual([]);
  });

  it("opens no network connection anywhere", () => {
    const network = /^node:(?:net|http|https|http2|tls|dgram|dns)(?:\/|$)|^(?:undici|axios|node-fetch)$/;
    expect(imports.filter(({ to }) => network.test(to)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("has no import cycle that survives compilation", () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) {
      if (!typeOnly && to.endsWith(".ts")) graph.set(from, [...(graph.get(from) ?? []), to]);
    }
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): void => {
      const at = trail.indexOf(file);
      if (at >= 0) cycles.push([...trail.slice(at), file].join(" → "));
      if (at >= 0 || done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
