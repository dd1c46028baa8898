import { resolveExtended } from "./extends.ts";
import type { Layer, NamedSetting, Origin } from "./layer.ts";
import type { ParsedConfiguration } from "./parser.ts";
import type { Path } from "./place.ts";

/** The layers of one file: its own settings, then its overrides, each with the presets that it names in front. */
export function ownLayers({ file, rules, rangeOf, lineOf }: ParsedConfiguration, uri: string): Layer[] {
  const originBelow =
    (above: Path) =>
    (path: Path): Origin => ({
      uri,
      preset: undefined,
      line: lineOf(rangeOf([...above, ...path]).start),
    });
  const none: ReadonlyMap<string, NamedSetting> = new Map();
  const own: Layer = {
    preset: undefined,
    files: undefined,
    settings: file,
    rules: rules[0] ?? none,
    origin: originBelow([]),
  };
  const overrides = (file.overrides ?? []).flatMap((settings, index): Layer[] => {
    const names = typeof settings.extends === "string" ? [settings.extends] : (settings.extends ?? []);
    const presets = names.flatMap((name): Layer[] => {
      const base = resolveExtended(name, uri);
      return "preset" in base ? [{ preset: base.preset, files: settings.files }] : [];
    });
    const origin = originBelow(["overrides", index]);
    return [
      ...presets,
      { preset: undefined, files: settings.files, settings, rules: rules[index + 1] ?? none, origin },
    ];
  });
  return [own, ...overrides];
}
