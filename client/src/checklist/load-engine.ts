import type { Engine } from "./engine.ts";

// The bundler leaves this call alone (`external` in esbuild.mjs): the engine is a file of its own beside this bundle.
declare const require: (path: string) => unknown;

/**
 * Loads the engine with the first run and no sooner: whoever only reads and writes never pays for it, and there is no
 * code that starts processes in an editor that has run nothing.
 *
 * @throws Error when the bundle is missing or is not the one that belongs to this extension
 */
export function loadEngine(): Engine {
  const engine = require("./engine.node.js");
  if (!isEngine(engine)) throw new Error("dist/engine.node.js does not export planDocument and startRun");
  return engine;
}

function isEngine(value: unknown): value is Engine {
  return (
    typeof value === "object" &&
    value !== null &&
    "planDocument" in value &&
    typeof value.planDocument === "function" &&
    "startRun" in value &&
    typeof value.startRun === "function"
  );
}
