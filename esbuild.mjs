// Builds every bundle of the extension and of the `runbook` command into dist/.
//   node esbuild.mjs            production bundles, minified
//   node esbuild.mjs cli        only the bundles named, beside what is there; --outdir=DIR puts them elsewhere
//   node esbuild.mjs --watch    rebuild on change, with source maps
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { build, context } from "esbuild";

const watch = process.argv.includes("--watch");
const outdir = process.argv.find((argument) => argument.startsWith("--outdir="))?.slice("--outdir=".length) ?? "dist";
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

const common = {
  bundle: true,
  format: "cjs",
  target: "es2023",
  minify: !watch,
  // Stack traces of an internal error must name functions even in the minified bundle.
  keepNames: true,
  sourcemap: watch,
  // "info" says when a watched build is finished: .vscode/tasks.json waits for that.
  logLevel: watch ? "info" : "warning",
  legalComments: "none",
  define: { PRODUCT_VERSION: JSON.stringify(version) },
};

const node = { ...common, platform: "node", target: "node20", mainFields: ["module", "main"] };
// Both browser bundles run in web workers: without the condition `worker`, a package of the Markdown parser brings its
// variant for pages, which needs `document` and throws when it is loaded.
const browser = {
  ...common,
  platform: "browser",
  mainFields: ["browser", "module", "main"],
  conditions: ["worker", "module"],
};

const bundles = [
  {
    ...node,
    entryPoints: { "extension.node": "client/src/extension.node.ts" },
    external: ["vscode", "./engine.node.js"],
  },
  { ...browser, entryPoints: { "extension.browser": "client/src/extension.browser.ts" }, external: ["vscode"] },
  { ...node, entryPoints: { "engine.node": "server/src/main/engine.ts" } },
  { ...node, entryPoints: { "server.node": "server/src/main/node.ts" } },
  { ...browser, format: "iife", entryPoints: { "server.browser": "server/src/main/browser.ts" } },
  { ...node, entryPoints: { cli: "server/src/main/cli.ts" }, banner: { js: "#!/usr/bin/env node" } },
]
  .filter(({ entryPoints }) => chosen.length === 0 || Object.keys(entryPoints).some((name) => chosen.includes(name)))
  .map((options) => ({ ...options, outdir }));

if (chosen.length === 0) await rm(outdir, { recursive: true, force: true });
if (watch) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
