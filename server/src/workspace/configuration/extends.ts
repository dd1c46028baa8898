import { URI, Utils } from "vscode-uri";
import { nearestName } from "../../core/schema/configuration-nearest.ts";
import type { Preset } from "../../core/schema/presets/preset.ts";
import { PRESETS } from "../../core/schema/presets/presets.ts";

/** What an entry of `extends` names: a preset, a file, or nothing that could be either. */
export type Extended = { readonly preset: Preset } | { readonly uri: string } | { readonly problem: string };

const FILE = /\.(?:ya?ml|json)$/i;

/** Resolves an entry of `extends` against the folder of the file that it stands in. Files are never looked at here. */
export function resolveExtended(entry: string, from: string): Extended {
  const preset = PRESETS.find(({ name }) => name === entry);
  if (preset !== undefined) return { preset };
  if (/^(?:\/|\\|[a-z][a-z0-9+.-]*:)/i.test(entry)) {
    return { problem: `\`${entry}\` is no path from this file's folder. Write one that begins with ./ or ../.` };
  }
  if (FILE.test(entry)) {
    return { uri: Utils.joinPath(Utils.dirname(URI.parse(from)), entry.replaceAll("\\", "/")).toString() };
  }
  const names = PRESETS.map(({ name }) => name);
  const meant = nearestName(entry, names);
  const question = meant === undefined ? "" : ` Did you mean \`${meant}\`?`;
  return {
    problem: `\`${entry}\` is no preset and no .yaml, .yml or .json file.${question} Presets: ${names.join(", ")}.`,
  };
}
