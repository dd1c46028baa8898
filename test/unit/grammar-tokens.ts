import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from "vscode-textmate";

/** A piece of a line with all its scopes, outermost first. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

const require = createRequire(import.meta.url);
const MARKDOWN = "text.html.markdown";
const OURS = "markdown.runbook.injection";

/** VS Code's own grammars, as `tm-grammars` ships them, by scope. Languages that are not here stay plain. */
const BASES: Readonly<Record<string, string>> = {
  [MARKDOWN]: require.resolve("tm-grammars/grammars/markdown.json"),
  "text.html.basic": require.resolve("tm-grammars/grammars/html.json"),
  "source.shell": require.resolve("tm-grammars/grammars/shellscript.json"),
  "source.python": require.resolve("tm-grammars/grammars/python.json"),
  "source.yaml": require.resolve("tm-grammars/grammars/yaml.json"),
};

/** Loads Markdown's grammar with ours injected, the way VS Code does. */
export async function loadMarkdownGrammar(): Promise<IGrammar> {
  await loadWASM(await readFile(require.resolve("vscode-oniguruma/release/onig.wasm")));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    getInjections: (scope) => (scope === MARKDOWN ? [OURS] : []),
    async loadGrammar(scope) {
      const file = fileOf(scope);
      return file === undefined ? null : parseRawGrammar(await readFile(file, "utf8"), file);
    },
  });
  const grammar = await registry.loadGrammar(MARKDOWN);
  if (grammar === null) throw new Error("tm-grammars has no Markdown grammar");
  return grammar;
}

/** Tokenises a text line by line, as an editor does. */
export function tokenise(grammar: IGrammar, markdown: string): readonly (readonly Token[])[] {
  let state = INITIAL;
  return markdown.split("\n").map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
  });
}

function fileOf(scope: string): string | undefined {
  if (scope === OURS) return "syntaxes/runbook.injection.tmLanguage.json";
  return BASES[scope];
}
