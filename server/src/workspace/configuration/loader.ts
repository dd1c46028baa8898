import type { Finding } from "../../core/rules/rule.ts";
import type { Range } from "../../core/syntax/range.ts";
import type { EffectiveConfiguration } from "../checker.ts";
import type { Workspace } from "../workspace.ts";
import { compileDocumentGlobs, compileGlobs, type KindByGlob } from "./document-globs.ts";
import { resolveExtended } from "./extends.ts";
import { configurationFinding } from "./finding.ts";
import type { Layer } from "./layer.ts";
import { mergeLayers } from "./merge.ts";
import { ownLayers } from "./own-layers.ts";
import type { ConfigurationParser, ParsedConfiguration } from "./parser.ts";

/** A configuration file with everything that it extends. */
export interface LoadedConfiguration {
  readonly problems: readonly Finding[];
  readonly kindOf: KindByGlob;
  /** What holds for the file at this path below the folder that globs count from. */
  effectiveFor(path: string): EffectiveConfiguration;
}

/** Gives the configuration of a file by its URI; undefined gives the defaults. Reads each file once. */
export interface ConfigurationLoader {
  load(uri: string | undefined): Promise<LoadedConfiguration>;
  /** The same of a text that is not saved yet: the files that it extends are those on disk. */
  loadText(uri: string, text: string): Promise<LoadedConfiguration>;
  forget(): void;
}

interface Collected {
  readonly layers: readonly Layer[];
  readonly problems: readonly Finding[];
}

/** Makes a loader. A file that is there but cannot be read is a problem at its start, and the defaults hold. */
export function createConfigurationLoader(workspace: Workspace, parse: ConfigurationParser): ConfigurationLoader {
  const loaded = new Map<string, Promise<LoadedConfiguration>>();
  const parsed = new Map<string, Promise<ParsedConfiguration | undefined>>();
  const defaults = prepare({ layers: [], problems: [] }, undefined);

  const read = (uri: string): Promise<ParsedConfiguration | undefined> => {
    let file = parsed.get(uri);
    if (file === undefined) {
      file = workspace.read(uri).then((text) => (text === undefined ? undefined : parse(text)));
      parsed.set(uri, file);
    }
    return file;
  };

  /** `trail`: the files that led here, this one last. */
  const collect = async (file: ParsedConfiguration, trail: readonly string[]): Promise<Collected> => {
    const uri = trail.at(-1) ?? "";
    const layers: Layer[] = [];
    const problems: Finding[] = [];
    const entries = typeof file.file.extends === "string" ? [file.file.extends] : (file.file.extends ?? []);
    for (const [index, entry] of entries.entries()) {
      const range = file.rangeOf(typeof file.file.extends === "string" ? ["extends"] : ["extends", index]);
      const base = resolveExtended(entry, uri);
      if ("preset" in base) layers.push({ preset: base.preset, files: undefined });
      else if ("problem" in base) problems.push(configurationFinding("CF001", base.problem, range));
      else {
        const found = await extend(base.uri, entry, range, trail);
        layers.push(...found.layers);
        problems.push(...found.problems);
      }
    }
    layers.push(...ownLayers(file, uri));
    return { layers, problems: [...file.findings, ...problems].sort((a, b) => a.range.start - b.range.start) };
  };

  const extend = async (uri: string, entry: string, range: Range, trail: readonly string[]): Promise<Collected> => {
    const refuse = (message: string): Collected => ({
      layers: [],
      problems: [configurationFinding("CF001", message, range)],
    });
    if (trail.includes(uri)) {
      const circle = [...trail.slice(trail.indexOf(uri)), uri].map((each) => each.slice(each.lastIndexOf("/") + 1));
      return refuse(
        `\`${entry}\` leads back to a file that extends this one: ${circle.join(" → ")}. Take one of them out.`,
      );
    }
    const file = await read(uri);
    if (file === undefined) {
      return refuse(
        `\`${entry}\` cannot be read: there is no such file from this file's folder, or you may not read it.`,
      );
    }
    const { layers, problems } = await collect(file, [...trail, uri]);
    const [first] = problems;
    if (first === undefined) return { layers, problems };
    const count = problems.length === 1 ? "a problem" : `${problems.length} problems, the first`;
    const message = `\`${entry}\` has ${count} at line ${file.lineOf(first.range.start)}: ${first.message}`;
    const code = problems.some((each) => each.severity === "error") ? "CF001" : "CF002";
    return { layers, problems: [configurationFinding(code, message, range)] };
  };

  const load = async (uri: string): Promise<LoadedConfiguration> => {
    const file = await read(uri);
    if (file !== undefined) return prepare(await collect(file, [uri]), uri);
    const message =
      "The configuration file cannot be read: make sure that it exists, that you may read it, and that it is an ordinary file or a link to one of the same kind.";
    const problem = configurationFinding("CF001", message, { start: 0, end: 0 });
    return prepare({ layers: [], problems: [problem] }, uri);
  };

  return {
    load(uri) {
      if (uri === undefined) return Promise.resolve(defaults);
      let configuration = loaded.get(uri);
      if (configuration === undefined) {
        configuration = load(uri);
        loaded.set(uri, configuration);
      }
      return configuration;
    },
    loadText: async (uri, text) => prepare(await collect(parse(text), [uri]), uri),
    forget() {
      loaded.clear();
      parsed.clear();
    },
  };
}

/** Files for which the same overrides hold share one configuration. */
function prepare({ layers, problems }: Collected, source: string | undefined): LoadedConfiguration {
  const matchers = layers.map(({ files }) => (files === undefined ? undefined : compileGlobs(files)));
  const variants = new Map<string, EffectiveConfiguration>();
  const effectiveFor = (path: string): EffectiveConfiguration => {
    const holds = matchers.map((matches) => matches === undefined || matches(path));
    const key = holds.map(Number).join("");
    let effective = variants.get(key);
    if (effective === undefined) {
      effective = { ...mergeLayers(layers.filter((_, index) => holds[index])), source, problems };
      variants.set(key, effective);
    }
    return effective;
  };
  const everywhere = mergeLayers(layers.filter(({ files }) => files === undefined));
  return { problems, kindOf: compileDocumentGlobs(everywhere.configuration), effectiveFor };
}
